import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeldVote, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { Firm, PersonName } from '@/shared/ui/Who';
import css from './purpose.module.css';
import { useVote } from './queries';

const CHOICES = ['YES', 'NO', 'ABSTAIN'] as const;

/** Votes of others that I hold on an open ballot; whose own vote is cast keeps it. */
export function HeldVotes({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <Section title={t('proxy.heldTitle')}>
      {proposal.held.map((one) => (
        <Held key={one.voter} proposal={proposal} vote={one} />
      ))}
    </Section>
  );
}

function Held({ proposal, vote }: { proposal: Proposal; vote: HeldVote }) {
  const { t } = useTranslation();
  const say = useSay();
  const cast = useVote(useHere().id, proposal.id, () => say(t('proxy.cast')));
  const whose = vote.person ? <PersonName id={vote.person} /> : <Firm id={vote.organization} />;
  if (vote.castByItsOwn)
    return (
      <p className={page.soft}>
        {whose} {t('proxy.castByItsOwn')}
      </p>
    );
  return (
    <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{whose}</legend>
      {CHOICES.map((choice) => (
        <Button
          key={choice}
          variant={vote.choice === choice ? 'filled' : 'default'}
          aria-pressed={vote.choice === choice}
          loading={cast.isPending && cast.variables.choice === choice}
          onClick={() => cast.mutate({ choice, for: vote.voter })}
        >
          {t(`proposal.act.${choice}`)}
        </Button>
      ))}
      <Refused error={cast.error} />
    </fieldset>
  );
}
