import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Matter, Proposal, Rulebook, RulebookVersion } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { duration, secondsOf } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { When } from '@/shared/ui/When';
import { DecidedBy, VoteLink } from './Decided';
import { MotionForm, Reason } from './MotionForm';
import css from './purpose.module.css';
import { rulebook } from './queries';
import { RuleWords, useMatters } from './RuleWords';
import { alike, changeOf, ruleOf } from './rules';
import { SHARES, shareInWords, shareName } from './shares';

const DAY = 86_400;
const MINIMUM_DAYS = [1, 2, 3, 5, 7, 14, 30];

/** By which rules the firms decide, who decided those, and the way to change them. */
export function Rules({ ballots }: { ballots: Proposal[] | undefined }) {
  const { t } = useTranslation();
  const here = useHere();
  const [changing, setChanging] = useState(false);
  const found = useQuery(rulebook(here.id));
  const ballot = ballots?.find((one) => one.state === 'OPEN' && one.kind === 'CHANGE_RULES');
  return (
    <Section title={t('rules.title')}>
      <Loaded query={found}>
        {(rules) => (
          <>
            <Document version={rules.inForce} />
            <Origin version={rules.inForce} />
            {ballot && (
              <p>
                <Trans
                  i18nKey="rules.onBallot"
                  components={{ vote: <VoteLink proposal={ballot.id} /> }}
                />
              </p>
            )}
            {ballots && !ballot && !here.history && (
              <div className={page.acts}>
                <Button variant="default" onClick={() => setChanging(true)}>
                  {t('rules.propose')}
                </Button>
              </div>
            )}
            {rules.earlier.length > 0 && <Earlier versions={rules.earlier} />}
            <Modal
              opened={changing}
              onClose={() => setChanging(false)}
              title={t('rules.propose')}
              size="md"
            >
              <ChangeForm rules={rules} />
            </Modal>
          </>
        )}
      </Loaded>
    </Section>
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

function Earlier({ versions }: { versions: RulebookVersion[] }) {
  const { t } = useTranslation();
  return (
    <details className={css.earlier}>
      <summary>{t('rules.earlier')}</summary>
      <ul className={page.list}>
        {versions.map((version) => (
          <li key={version.version} className={css.version}>
            <span className={page.strong}>{t('rules.version', { version: version.version })}</span>
            <Document version={version} />
            <Origin version={version} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const NOTHING = {
  title: '',
  reason: '',
  matter: 'PURPOSE',
  quorum: '',
  threshold: '',
  minimum: '',
};

function ChangeForm({ rules }: { rules: Rulebook }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const words = useDraft(`rules.${here.id}.${rules.inForce.version}`, NOTHING);
  const { title, reason } = words.value;
  const matter = words.value.matter as Matter;
  const present = ruleOf(rules.inForce.rules, matter);
  const presentSeconds = secondsOf(present.ballotMinimum);
  const wanted = {
    quorum: Number(words.value.quorum || present.quorumPerMillion),
    threshold: Number(words.value.threshold || present.thresholdPerMillion),
    minimumSeconds: Number(words.value.minimum || presentSeconds),
  };
  const change = changeOf([present], secondsOf, wanted);
  const shares = (now: number) =>
    withPresent(now, Object.values(SHARES), shareName).map((share) => ({
      value: String(share),
      label: shareInWords(share, i18n.language, t),
    }));
  const lengths = withPresent(
    presentSeconds,
    MINIMUM_DAYS.map((days) => days * DAY),
    String,
  ).map((seconds) => ({ value: String(seconds), label: duration(seconds, i18n.language) }));

  return (
    <MotionForm
      rules={rules}
      matter="RULES"
      ready={Boolean(change && title.trim() && reason.trim())}
      motion={{ rules: { title, reason, change: change ?? {} } }}
      opened={words.clear}
    >
      {(error) => (
        <>
          <p className={page.soft}>{t('rules.lead')}</p>
          <TextInput
            label={t('rules.changeTitle')}
            required
            maxLength={200}
            value={title}
            onChange={(event) => words.change({ title: event.currentTarget.value })}
            error={fieldError(error, 'title')}
          />
          <Select
            label={t('rules.about')}
            data={rules.inForce.rules.rules.map((rule) => ({
              value: rule.matter,
              label: t(`rules.matter.${rule.matter}`),
            }))}
            value={matter}
            allowDeselect={false}
            onChange={(chosen) =>
              words.change({ matter: chosen ?? matter, quorum: '', threshold: '', minimum: '' })
            }
          />
          <Select
            label={t('rules.quorum')}
            data={shares(present.quorumPerMillion)}
            value={String(wanted.quorum)}
            allowDeselect={false}
            onChange={(share) => words.change({ quorum: share ?? '' })}
          />
          <Select
            label={t('rules.threshold')}
            data={shares(present.thresholdPerMillion)}
            value={String(wanted.threshold)}
            allowDeselect={false}
            onChange={(share) => words.change({ threshold: share ?? '' })}
          />
          <Select
            label={t('rules.ballotMinimum')}
            data={lengths}
            value={String(wanted.minimumSeconds)}
            allowDeselect={false}
            onChange={(seconds) => words.change({ minimum: seconds ?? '' })}
            error={fieldError(error, 'ballotMinimum')}
          />
          <Reason
            value={reason}
            change={(text) => words.change({ reason: text })}
            error={fieldError(error, 'reason')}
          />
        </>
      )}
    </MotionForm>
  );
}

/** What can be chosen, with what is in force among it: exactly as it is written, and not twice. */
function withPresent(
  present: number,
  choices: readonly number[],
  nameOf: (value: number) => string | undefined,
): number[] {
  const same = (choice: number) => choice === present || nameOf(choice) === nameOf(present);
  return [...choices.filter((choice) => !same(choice)), present].sort((one, other) => one - other);
}
