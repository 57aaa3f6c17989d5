import { useTranslation } from 'react-i18next';
import type { HeldVote, Poll, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { Firm, PersonName, useFirmName, usePersonName } from '@/shared/ui/Who';
import { pollOf } from './Ballot';
import { PollBallot } from './poll/PollBallot';
import css from './purpose.module.css';
import { useVote } from './queries';
import { YesOrNo } from './YesOrNo';

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

interface Props {
  proposal: Proposal;
  vote: HeldVote;
}

function Held({ proposal, vote }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const poll = pollOf(proposal);
  const whose = vote.person ? <PersonName id={vote.person} /> : <Firm id={vote.organization} />;
  if (vote.castByItsOwn)
    return (
      <p className={page.soft}>
        {whose} {t('proxy.castByItsOwn')}
      </p>
    );
  return poll ? (
    <HeldOnOptions proposal={proposal} vote={vote} poll={poll} />
  ) : (
    <YesOrNo
      proposal={proposal}
      legend={whose}
      cast={vote.choice}
      reason={proposal.electorate.find((one) => isOf(vote, one))?.reason}
      voter={vote.voter}
      done={() => say(t('proxy.cast'))}
    />
  );
}

function isOf(vote: HeldVote, elector: Proposal['electorate'][number]): boolean {
  return vote.person
    ? elector.person === vote.person
    : !elector.person && elector.organization === vote.organization;
}

/** What was marked for somebody is not shown again, so a change says all of it anew. */
function HeldOnOptions({ proposal, vote, poll }: Props & { poll: Poll }) {
  const { t } = useTranslation();
  const say = useSay();
  const cast = useVote(useHere().id, proposal.id, () => say(t('proxy.cast')));
  const firm = useFirmName(vote.organization);
  const person = usePersonName(vote.person);
  return (
    <details className={css.earlier}>
      <summary>{t('proxy.voteFor', { name: vote.person ? person : firm })}</summary>
      {vote.choice === 'MARKED' && <p className={page.soft}>{t('proxy.isCast')}</p>}
      <PollBallot
        poll={poll}
        cast={undefined}
        abstains={vote.choice === 'ABSTAIN'}
        pending={cast.isPending}
        send={(marks) =>
          cast.mutate({
            ...(marks ? { choice: 'MARKED', marks } : { choice: 'ABSTAIN' }),
            for: vote.voter,
          })
        }
      />
      <Refused error={cast.error} />
    </details>
  );
}
