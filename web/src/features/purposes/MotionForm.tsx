import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter, NewProposal, Rulebook } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useCloses, WayField } from './ClosesField';
import { usePropose } from './queries';

/** Proposes, and goes to the ballot that this opens. */
export function useProposeAndGo(done?: () => void) {
  const here = useHere();
  const navigate = useNavigate();
  return usePropose(here.id, (proposal) => {
    done?.();
    void navigate({ to: '/a/$slug/proposals/$proposal', params: { slug: here.slug, proposal } });
  });
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

interface MotionFormProps {
  rules: Rulebook;
  matter: Matter;
  ready: boolean;
  motion: NewProposal;
  /** Called when the ballot is open, so that its words need not be kept any longer. */
  opened: () => void;
  /** What comes first, instead of what is true of every ballot on what is in force. */
  help?: string;
  /** Whether it has options to choose from. */
  options?: boolean;
  children: (error: unknown) => ReactNode;
}

/** What is put to the vote, and until when: the end of every form that opens a ballot on what is in force. */
export function MotionForm({
  rules,
  matter,
  ready,
  motion,
  opened,
  help,
  options,
  children,
}: MotionFormProps) {
  const { t } = useTranslation();
  const closes = useCloses(rules, matter, options);
  const propose = useProposeAndGo(opened);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ ...motion, ...(!closes.talk && closes.terms()) });
      }}
    >
      <p className={page.soft}>{help ?? t('purpose.ballotHelp')}</p>
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
