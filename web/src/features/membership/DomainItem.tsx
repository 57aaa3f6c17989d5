import { Button } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import type { MailDomain } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { ToCopy } from '@/shared/ui/ToCopy';
import { When } from '@/shared/ui/When';
import { useCheckDomain, useGiveUpDomain } from './domains';
import css from './login.module.css';
import { MailProof } from './MailProof';

/** One mail domain: how far it is proved, and what to do next. */
export function DomainItem({ domain }: { domain: MailDomain }) {
  const { t } = useTranslation();
  const check = useCheckDomain(useHere().id, domain.id);
  const proved = domain.state === 'PROVED';
  return (
    <li className={css.way}>
      <div className={css.head}>
        <h3 className={css.name}>{domain.shown}</h3>
        <span className={proved ? css.good : page.soft}>{t(`domains.state.${domain.state}`)}</span>
      </div>
      {domain.shown !== domain.name && (
        <p className={`${page.small} ${page.soft}`}>{domain.name}</p>
      )}
      {proved ? <Proof domain={domain} /> : <Challenge domain={domain} />}
      <Finding domain={domain} />
      <div className={page.acts}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate(undefined)}>
          {t('domains.check')}
        </Button>
        <GiveUp domain={domain} />
      </div>
      <Refused error={check.error} />
      {!proved && <MailProof domain={domain} />}
    </li>
  );
}

function Proof({ domain }: { domain: MailDomain }) {
  if (!domain.provedAt || !domain.method) return null;
  return (
    <p className={`${page.small} ${page.soft}`}>
      <Trans
        i18nKey={`domains.proof.${domain.method}`}
        components={{ when: <When at={domain.provedAt} /> }}
      />
    </p>
  );
}

function Challenge({ domain }: { domain: MailDomain }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={`${page.small} ${page.soft}`}>{t('domains.record')}</p>
      <ToCopy
        values={[
          { label: t('domains.recordName'), value: domain.recordName },
          { label: t('domains.recordValue'), value: domain.recordValue },
        ]}
      />
    </>
  );
}

/** What the last look showed, in words; nothing when all is well and nothing is to be done. */
function Finding({ domain }: { domain: MailDomain }) {
  const { t } = useTranslation();
  if (!domain.finding || !domain.lookedAt) return null;
  return (
    <div className={css.finding} role="status">
      <p>
        {t(`domains.finding.${domain.finding}`)}{' '}
        <span className={page.soft}>
          <Trans i18nKey="domains.looked" components={{ when: <When at={domain.lookedAt} /> }} />
        </span>
      </p>
      {domain.seen.length > 0 && (
        <ul className={css.seen}>
          {domain.seen.map((value) => (
            <li key={value}>
              <code>{value}</code>
            </li>
          ))}
        </ul>
      )}
      {domain.losesAt && (
        <p className={page.warm}>
          <Trans i18nKey="domains.loses" components={{ when: <When at={domain.losesAt} /> }} />
        </p>
      )}
    </div>
  );
}

function GiveUp({ domain }: { domain: MailDomain }) {
  const { t } = useTranslation();
  const say = useSay();
  const giveUp = useGiveUpDomain(useHere().id, domain.id, () =>
    say(t('domains.givenUp', { domain: domain.shown })),
  );
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        loading={giveUp.isPending}
        onClick={() => {
          if (
            domain.state !== 'PROVED' ||
            confirm(t('domains.giveUpAsk', { domain: domain.shown }))
          )
            giveUp.mutate(undefined);
        }}
      >
        {t('domains.giveUp')}
      </Button>
      <Refused error={giveUp.error} />
    </>
  );
}
