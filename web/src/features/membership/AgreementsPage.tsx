import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement, AgreementLine, AgreementWithVersions } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { AgreementForm } from './AgreementForm';
import { agreementDetail, agreements, agreementVersion, useAgree } from './agreeing';
import { Difference } from './DifferenceList';

/** What every member accepts in person: the words, what changed, and what I have accepted. */
export function AgreementsPage() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useQuery(agreements(here.id));
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('agreements.title')} lead={t('agreements.lead')}>
      <Loaded query={found}>
        {({ items }) => (
          <>
            {items.length === 0 && <Empty>{t('agreements.none')}</Empty>}
            {items.map((one) => (
              <OneAgreement key={one.id} agreement={one} />
            ))}
          </>
        )}
      </Loaded>
      {here.delegate && (
        <Section title={t('agreements.newTitle')}>
          {adding ? (
            <AgreementForm done={() => setAdding(false)} />
          ) : (
            <div className={page.acts}>
              <Button variant="default" onClick={() => setAdding(true)}>
                {t('agreements.add')}
              </Button>
            </div>
          )}
        </Section>
      )}
    </Page>
  );
}

function OneAgreement({ agreement }: { agreement: Agreement }) {
  const found = useQuery(agreementDetail(useHere().id, agreement.id));
  return (
    <Section title={agreement.title}>
      <Loaded query={found}>
        {(whole) => <Versions key={whole.agreement.newest} whole={whole} />}
      </Loaded>
    </Section>
  );
}

/** The newest version at first; the others, and how they differ, on request. */
function Versions({ whole: { agreement, versions } }: { whole: AgreementWithVersions }) {
  const { t } = useTranslation();
  const here = useHere();
  const [shown, setShown] = useState(versions[0]);
  const [writing, setWriting] = useState(false);
  if (!shown) return null;
  const before = versions.find((one) => one.version === shown.version - 1);
  return (
    <div className={page.card}>
      <div className={page.form}>
        <Standing agreement={agreement} shown={shown} />
        <Words agreement={agreement.id} version={shown} before={before} />
        <Accepting agreement={agreement} shown={shown} />
        {versions.length > 1 && (
          <nav className={page.acts} aria-label={t('agreements.versions')}>
            {versions.map((one) => (
              <Button
                key={one.id}
                size="compact-sm"
                variant={one.id === shown.id ? 'light' : 'subtle'}
                aria-current={one.id === shown.id}
                onClick={() => setShown(one)}
              >
                {t('agreements.version', { version: one.version })}
              </Button>
            ))}
          </nav>
        )}
        {here.delegate && !writing && (
          <div className={page.acts}>
            <Button variant="subtle" size="compact-sm" onClick={() => setWriting(true)}>
              {t('agreements.change')}
            </Button>
          </div>
        )}
        {writing && versions[0] && (
          <NextVersion agreement={agreement} newest={versions[0]} done={() => setWriting(false)} />
        )}
      </div>
    </div>
  );
}

/** Since when the version binds, what I have accepted, and what follows if I do not. */
function Standing({ agreement, shown }: { agreement: Agreement; shown: AgreementLine }) {
  const { t } = useTranslation();
  const ahead = shown.version > agreement.inForce;
  return (
    <div>
      <p>
        <span className={page.strong}>{t('agreements.version', { version: shown.version })}</span>{' '}
        <span className={page.soft}>
          {ahead ? t('agreements.from') : t('agreements.since')} <When at={shown.requiredFrom} />
        </span>
      </p>
      <p className={`${page.small} ${page.soft}`}>
        {agreement.acceptedAt ? (
          <>
            {t('agreements.accepted', { version: agreement.accepted })}{' '}
            <When at={agreement.acceptedAt} />
          </>
        ) : (
          t('agreements.notAccepted')
        )}
      </p>
      {agreement.acceptBy && (
        <p className={page.warm}>
          {agreement.outdated ? (
            t('agreements.outdated')
          ) : (
            <>
              {t('agreements.acceptBy')} <When at={agreement.acceptBy} />
            </>
          )}
        </p>
      )}
    </div>
  );
}

interface WordsProps {
  agreement: string;
  version: AgreementLine;
  before?: AgreementLine;
}

function Words({ agreement, version, before }: WordsProps) {
  const { t } = useTranslation();
  const found = useQuery(agreementVersion(useHere().id, agreement, version.id));
  const [comparing, setComparing] = useState(false);
  return (
    <>
      {before && (
        <div>
          <p>
            <span className={page.strong}>{t('agreements.whatChanged')}</span> {version.changes}
          </p>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-pressed={comparing}
            onClick={() => setComparing(!comparing)}
          >
            {comparing
              ? t('agreements.words')
              : t('agreements.compare', { version: before.version })}
          </Button>
        </div>
      )}
      <Loaded query={found}>
        {({ text }) =>
          comparing && before ? (
            <Difference agreement={agreement} before={before} text={text} />
          ) : (
            <Prose text={text} level={3} />
          )
        }
      </Loaded>
    </>
  );
}

/** For the version that is being read: the one in force, or one that is announced. */
function Accepting({ agreement, shown }: { agreement: Agreement; shown: AgreementLine }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const agree = useAgree(here.id, agreement.id, () => say(t('agreements.agreed')));
  if (shown.acceptedAt || shown.version < agreement.inForce) return null;
  return (
    <div className={page.acts}>
      <Button loading={agree.isPending} onClick={() => agree.mutate(shown.version)}>
        {t('agreements.accept', { version: shown.version })}
      </Button>
      <span className={`${page.small} ${page.soft}`}>{t('agreements.acceptHelp')}</span>
      <Refused error={agree.error} />
    </div>
  );
}

interface NextProps {
  agreement: Agreement;
  newest: AgreementLine;
  done: () => void;
}

/** Written over the words of the newest one. */
function NextVersion({ agreement, newest, done }: NextProps) {
  const found = useQuery(agreementVersion(useHere().id, agreement.id, newest.id));
  return (
    <Loaded query={found}>
      {({ text }) => <AgreementForm of={{ agreement, text }} done={done} />}
    </Loaded>
  );
}
