import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Proposal, Rulebook, RulebookVersion } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { useBoundWords } from './boundWords';
import { DecidedBy, VoteLink } from './Decided';
import { RulesChanged } from './Passing';
import css from './purpose.module.css';
import { proposals, rulebook } from './queries';
import { RulesForm } from './RulesForm';
import { RuleWords, useMatters } from './RuleWords';
import { alike, ruleOf } from './rules';
import { WhoDecides } from './WhoDecides';

/** By which rule the purpose is decided, with the way to all other rules. */
export function Rules() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useQuery(rulebook(here.id));
  return (
    <Section
      title={t('rules.title')}
      aside={
        <Link to="/a/$slug/rulebook" params={{ slug: here.slug }} className={page.link}>
          {t('rules.all')}
        </Link>
      }
    >
      <Loaded query={found}>
        {(rules) => (
          <>
            <RuleWords rule={ruleOf(rules.inForce.rules, 'PURPOSE')} />
            <Origin version={rules.inForce} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** Who decides what, by which rule, and who decided that; its history, and the way to change it. */
export function RulebookPage() {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const found = useQuery(rulebook(here.id));
  const ballots = useQuery(proposals(here.id)).data?.items;
  return (
    <Loaded query={found}>
      {(rules) => (
        <Page title={t('rules.page')} lead={<Origin version={rules.inForce} />}>
          <WhoDecides />
          <Bounds rules={rules} />
          {!here.history && member && <Change rules={rules} ballots={ballots} />}
          {rules.earlier.length > 0 && <History rules={rules} />}
        </Page>
      )}
    </Loaded>
  );
}

function Bounds({ rules }: { rules: Rulebook }) {
  const { t } = useTranslation();
  const words = useBoundWords()(rules.inForce.rules);
  return (['bounds', 'gates'] as const).map((part) => (
    <Section key={part} title={t(`rules.${part}`)}>
      <dl className={page.facts}>
        {words[part].map(([name, is]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{is}</dd>
          </Fragment>
        ))}
      </dl>
    </Section>
  ));
}

function Change({ rules, ballots }: { rules: Rulebook; ballots: Proposal[] | undefined }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const ballot = ballots?.find((one) => one.state === 'OPEN' && one.kind === 'CHANGE_RULES');
  return (
    <>
      {ballot && (
        <p>
          <Trans
            i18nKey="rules.onBallot"
            components={{ vote: <VoteLink proposal={ballot.id} /> }}
          />
        </p>
      )}
      {ballots && !ballot && (
        <div className={page.acts}>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('rules.propose')}
          </Button>
        </div>
      )}
      <Modal
        opened={changing}
        onClose={() => setChanging(false)}
        title={t('rules.propose')}
        size="md"
      >
        <RulesForm rules={rules} />
      </Modal>
    </>
  );
}

/** The rules in plain words, each once with all that it is about. */
function Document({ version }: { version: RulebookVersion }) {
  const matters = useMatters();
  return (
    <ul className={page.list}>
      {alike(version.rules.rules).map((group) => (
        <li key={group.matters.join()} className={css.version}>
          <span className={page.strong}>{matters(group.matters)}</span>
          <RuleWords rule={group.rule} />
        </li>
      ))}
    </ul>
  );
}

function Origin({ version }: { version: RulebookVersion }) {
  const { decision, since, title } = version;
  return (
    <p className={`${page.small} ${page.soft}`}>
      {decision ? (
        <DecidedBy decision={decision} text="rules.decided" at={since} title={title} />
      ) : (
        <Trans i18nKey="rules.founded" components={{ when: <When at={since} /> }} />
      )}
    </p>
  );
}

/** Each version with what it changed, who decided that and why; the first one in full. */
function History({ rules }: { rules: Rulebook }) {
  const { t } = useTranslation();
  const versions = [rules.inForce, ...rules.earlier];
  return (
    <details className={css.earlier}>
      <summary>{t('rules.history', { count: versions.length })}</summary>
      <ul className={page.list}>
        {versions.map((version, at) => {
          const before = versions[at + 1];
          return (
            <li key={version.version} className={css.version}>
              <span className={page.strong}>
                {t('rules.version', { version: version.version })}
              </span>
              <Origin version={version} />
              {version.reason && <p className={page.quote}>{version.reason}</p>}
              {before ? (
                <RulesChanged before={before.rules} after={version.rules} />
              ) : (
                <Document version={version} />
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
