import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Proposal, Rule } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { isConsent } from './choiceWords';
import css from './purpose.module.css';
import { useVote } from './queries';

/** What is said to yes and no; options are marked. */
export type YesNo = Exclude<Choice, 'MARKED'>;

export function choicesOf(rule: Rule): YesNo[] {
  return rule.method === 'BLOCK' ? ['YES', 'NO', 'ABSTAIN', 'BLOCK'] : ['YES', 'NO', 'ABSTAIN'];
}

/** Under consent a no is an objection; who stops a proposal alone says why. */
export function asksWhy(rule: Rule, choice: string): boolean {
  return choice === 'BLOCK' || (rule.method === 'CONSENT' && choice === 'NO');
}

/** What stands on the button of a choice. */
export function useActWords(rule: Rule): (choice: YesNo) => string {
  const { t } = useTranslation();
  return (choice) =>
    isConsent(rule, choice) ? t(`proposal.consent.${choice}`) : t(`proposal.act.${choice}`);
}

interface Props {
  proposal: Proposal;
  legend: ReactNode;
  /** How the vote was cast before. */
  cast: Choice | null;
  reason?: string | null;
  /** Whose vote it is, where I hold another's. */
  voter?: string;
  done: () => void;
}

/** One press, and until the close the last one counts; my firm's vote, my own, or another's that I hold. */
export function YesOrNo({ proposal, legend, cast, reason, voter, done }: Props) {
  const { rule } = proposal;
  const words = useActWords(rule);
  const [stopping, stop] = useState<YesNo>();
  const vote = useVote(useHere().id, proposal.id, done);
  const chosen = stopping ?? (vote.isPending ? vote.variables.choice : cast);
  const press = (choice: YesNo) => {
    if (asksWhy(rule, choice)) return stop(choice);
    stop(undefined);
    vote.mutate({ choice, for: voter });
  };
  return (
    <>
      <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className={voter ? undefined : 'seen-by-ear'}>{legend}</legend>
        {choicesOf(rule).map((choice) => (
          <Button
            key={choice}
            size="md"
            variant={chosen === choice ? 'filled' : 'default'}
            aria-pressed={chosen === choice}
            loading={vote.isPending && vote.variables.choice === choice}
            onClick={() => press(choice)}
          >
            {words(choice)}
          </Button>
        ))}
      </fieldset>
      {stopping && (
        <WhyNot
          known={reason}
          act={stopping === 'BLOCK' ? 'BLOCK' : 'NO'}
          error={vote.error}
          pending={vote.isPending}
          send={(why) =>
            vote.mutate(
              { choice: stopping, reason: why, for: voter },
              { onSuccess: () => stop(undefined) },
            )
          }
        />
      )}
      <Refused error={vote.error} />
    </>
  );
}

interface WhyProps {
  known?: string | null;
  act: 'BLOCK' | 'NO';
  error: unknown;
  pending: boolean;
  send: (reason: string) => void;
}

/** The reason without which nothing is stopped. */
export function WhyNot({ known, act, error, pending, send }: WhyProps) {
  const { t } = useTranslation();
  const [reason, explain] = useState(known ?? '');
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(reason);
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
        error={fieldError(error, 'reason')}
      />
      <div className={page.acts}>
        <Button type="submit" disabled={!reason.trim()} loading={pending}>
          {t(`proposal.stop.${act}`)}
        </Button>
      </div>
    </form>
  );
}
