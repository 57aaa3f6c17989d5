import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Poll, Proposal, Rule } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useFirmName } from '@/shared/ui/Who';
import { PollBallot } from './poll/PollBallot';
import css from './purpose.module.css';
import { useVote } from './queries';
import { Recusal } from './Recusal';

/** Under consent a no is an objection; who stops a proposal alone says why. */
type YesNo = Exclude<Choice, 'MARKED'>;

function choices(rule: Rule): YesNo[] {
  return rule.method === 'BLOCK' ? ['YES', 'NO', 'ABSTAIN', 'BLOCK'] : ['YES', 'NO', 'ABSTAIN'];
}

function asksWhy(rule: Rule, choice: Choice): boolean {
  return choice === 'BLOCK' || (rule.method === 'CONSENT' && choice === 'NO');
}

/** What there is to choose from; nothing where it is yes or no. */
export function pollOf({ question }: Proposal): Poll | undefined {
  const { method, options } = question ?? {};
  return question && method && options ? { ...question, method, options } : undefined;
}

/** My firm's vote, or my own: on yes and no, or on the options of a question. */
export function Ballot({ proposal }: { proposal: Proposal }) {
  const poll = pollOf(proposal);
  return poll && proposal.mine.mayVote ? (
    <OnOptions proposal={proposal} poll={poll} />
  ) : (
    <YesOrNo proposal={proposal} />
  );
}

function OnOptions({ proposal, poll }: { proposal: Proposal; poll: Poll }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const vote = useVote(here.id, proposal.id, () => say(t('proposal.voted', { firm })));
  const { mine, rule } = proposal;
  const voter = rule.body === 'PERSONS' ? 'own' : 'firm';
  return (
    <Section title={t(`proposal.voteOf.${voter}`, { firm })}>
      <PollBallot
        poll={poll}
        cast={mine.marks}
        abstains={mine.choice === 'ABSTAIN'}
        pending={vote.isPending}
        send={(marks) => vote.mutate(marks ? { choice: 'MARKED', marks } : { choice: 'ABSTAIN' })}
      />
      <Refused error={vote.error} />
    </Section>
  );
}

/** One press, and until the close the last one counts. */
function YesOrNo({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const vote = useVote(here.id, proposal.id, () => say(t('proposal.voted', { firm })));
  const { mine, rule } = proposal;
  const [stopping, stop] = useState<Choice>();
  const [reason, explain] = useState(mine.reason ?? '');
  const chosen = stopping ?? (vote.isPending ? vote.variables.choice : mine.choice);
  const voter = rule.body === 'PERSONS' ? 'own' : 'firm';
  const press = (choice: Choice) => {
    if (asksWhy(rule, choice)) return stop(choice);
    stop(undefined);
    vote.mutate({ choice });
  };

  if (!mine.mayVote)
    return (
      <Section title={t('proposal.vote')}>
        <p className={page.soft}>{mine.why && t(`proposal.why.${mine.why}`, { firm })}</p>
        {mine.why === 'RECUSED' && <Recusal proposal={proposal} />}
      </Section>
    );
  return (
    <Section title={t(`proposal.voteOf.${voter}`, { firm })}>
      <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="seen-by-ear">{t('proposal.vote')}</legend>
        {choices(rule).map((choice) => (
          <Button
            key={choice}
            size="md"
            variant={chosen === choice ? 'filled' : 'default'}
            aria-pressed={chosen === choice}
            loading={vote.isPending && vote.variables.choice === choice}
            onClick={() => press(choice)}
          >
            {t(
              rule.method === 'CONSENT' && choice !== 'ABSTAIN'
                ? `proposal.consent.${choice === 'NO' ? 'NO' : 'YES'}`
                : `proposal.act.${choice}`,
            )}
          </Button>
        ))}
      </fieldset>
      {stopping && (
        <form
          className={page.form}
          onSubmit={(event) => {
            event.preventDefault();
            vote.mutate({ choice: stopping, reason }, { onSuccess: () => stop(undefined) });
          }}
        >
          <Textarea
            label={t('proposal.whyStop')}
            description={t('proposal.whyStopHelp')}
            required
            autosize
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => explain(event.currentTarget.value)}
            error={fieldError(vote.error, 'reason')}
          />
          <div className={page.acts}>
            <Button type="submit" disabled={!reason.trim()} loading={vote.isPending}>
              {t(`proposal.stop.${stopping === 'BLOCK' ? 'BLOCK' : 'NO'}`)}
            </Button>
          </div>
        </form>
      )}
      <p className={`${page.small} ${page.soft}`}>
        {mine.choice
          ? t(`proposal.yourVote.${voter}`, { choice: t(`proposal.choice.${mine.choice}`) })
          : t(`proposal.oneVote.${voter}`)}
      </p>
      <Refused error={vote.error} />
      <Recusal proposal={proposal} />
    </Section>
  );
}
