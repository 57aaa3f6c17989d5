import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter, NewProposal, Proposal, Rulebook } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useFollowed } from './aftermath';
import { useCloses, WayField } from './ClosesField';
import { GoingOn } from './GoingOn';
import { useAmendProposal, usePropose } from './queries';

/** Proposes, and goes to the ballot that this opens. */
export function useProposeAndGo(done?: () => void) {
  const here = useHere();
  const navigate = useNavigate();
  const followed = useFollowed();
  return usePropose(
    here.id,
    (proposal) => {
      done?.();
      void navigate({ to: '/a/$slug/proposals/$proposal', params: { slug: here.slug, proposal } });
    },
    followed,
  );
}

interface ReasonProps {
  value: string;
  change: (text: string) => void;
  error: string | undefined;
}

export function Reason({ value, change, error }: ReasonProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      label={t('purpose.reason')}
      description={t('purpose.reasonHelp')}
      required
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
      error={error}
    />
  );
}

/** What is talked about and said in other words now, and what comes after that. */
export interface Amending {
  proposal: Proposal;
  done: () => void;
}

/** What a form begins with: nothing, or what is talked about; kept until it is sent. */
export function useWords<T extends object>(
  name: string,
  nothing: T,
  amends: Amending | undefined,
  present: (proposal: Proposal) => T,
) {
  const proposal = amends?.proposal;
  const [first] = useState(() => (proposal ? present(proposal) : nothing));
  return useDraft(proposal ? `text.${proposal.id}.${proposal.textVersion}` : name, first);
}

interface MotionFormProps {
  rules: Rulebook;
  matter: Matter;
  ready: boolean;
  motion: NewProposal;
  amends: Amending | undefined;
  /** Called when it is sent, so that its words need not be kept any longer. */
  opened: () => void;
  /** What comes first, instead of what is true of every ballot on what is in force. */
  help?: string;
  /** Whether it has options to choose from. */
  options?: boolean;
  children: (error: unknown) => ReactNode;
}

/** What is proposed: the end of every form that opens a ballot or a dialogue, or says what is talked about anew. */
export function MotionForm({ amends, ...props }: MotionFormProps) {
  return amends ? <Amended {...props} amends={amends} /> : <Proposed {...props} />;
}

function Proposed(props: Omit<MotionFormProps, 'amends'>) {
  const { t } = useTranslation();
  const { rules, matter, ready, motion, opened, help, options, children } = props;
  const closes = useCloses(rules, matter, options);
  const propose = useProposeAndGo(opened);
  const { body } = closes.rule;
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ ...motion, ...(!closes.talk && closes.terms()) });
      }}
    >
      <GoingOn />
      {(help || !closes.sponsors) && (
        <p className={page.soft}>{help ?? t(`purpose.ballotHelp.${body}`)}</p>
      )}
      {children(propose.error)}
      <WayField closes={closes} error={propose.error} />
      <div className={page.acts}>
        <Button type="submit" loading={propose.isPending} disabled={!ready || !closes.ready}>
          {t(closes.talk ? 'dialogue.begin' : 'purpose.propose')}
        </Button>
        <Refused error={propose.error} />
      </div>
    </form>
  );
}

type AmendedProps = Omit<MotionFormProps, 'amends'> & { amends: Amending };

function Amended({ amends, ready, motion, opened, children }: AmendedProps) {
  const { t } = useTranslation();
  const { proposal, done } = amends;
  const amend = useAmendProposal(useHere().id, proposal.id, () => {
    opened();
    done();
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        amend.mutate({ ...motion, textRead: proposal.textVersion });
      }}
    >
      <p className={page.soft}>{t('dialogue.amendHelp')}</p>
      {children(amend.error)}
      <div className={page.acts}>
        <Button type="submit" loading={amend.isPending} disabled={!ready}>
          {t('dialogue.amendAct')}
        </Button>
        <Refused error={amend.error} />
      </div>
    </form>
  );
}
