import { useTranslation } from 'react-i18next';
import type { Poll, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { useFirmName } from '@/shared/ui/Who';
import { useChoiceWords } from './choiceWords';
import { PollBallot } from './poll/PollBallot';
import { useVote } from './queries';
import { Recusal } from './Recusal';
import { SecretBallot } from './secret/SecretBallot';
import { YesOrNo } from './YesOrNo';

/** What there is to choose from; nothing where it is yes or no. */
export function pollOf({ question }: Proposal): Poll | undefined {
  const { method, options } = question ?? {};
  return question && method && options ? { ...question, method, options } : undefined;
}

/** My firm's vote, or my own: on yes and no, or on the options of a question; or without a name. */
export function Ballot({ proposal }: { proposal: Proposal }) {
  const poll = pollOf(proposal);
  if (proposal.secrecy.anonymous) return <SecretBallot proposal={proposal} />;
  if (!proposal.mine.mayVote) return <NoVote proposal={proposal} />;
  return poll ? <OnOptions proposal={proposal} poll={poll} /> : <Own proposal={proposal} />;
}

function OnOptions({ proposal, poll }: { proposal: Proposal; poll: Poll }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const { mine, rule } = proposal;
  const voter = rule.body === 'PERSONS' ? 'own' : 'firm';
  const vote = useVote(here.id, proposal.id, () => say(t(`proposal.voted.${voter}`, { firm })));
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
      <Recusal proposal={proposal} />
    </Section>
  );
}

function Own({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const { mine, rule } = proposal;
  const words = useChoiceWords(rule);
  const voter = rule.body === 'PERSONS' ? 'own' : 'firm';
  return (
    <Section title={t(`proposal.voteOf.${voter}`, { firm })}>
      <YesOrNo
        proposal={proposal}
        legend={t('proposal.vote')}
        cast={mine.choice}
        reason={mine.reason}
        done={() => say(t(`proposal.voted.${voter}`, { firm }))}
      />
      <p className={`${page.small} ${page.soft}`}>
        {mine.choice
          ? t(`proposal.yourVote.${voter}`, { choice: words(mine.choice) })
          : t(`proposal.oneVote.${voter}`)}
      </p>
      <Recusal proposal={proposal} />
    </Section>
  );
}

/** Why I do not vote on it, and what I can do about that. */
function NoVote({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const firm = useFirmName(useHere().organization);
  const { why } = proposal.mine;
  return (
    <Section title={t('proposal.vote')}>
      <p className={page.soft}>{why && t(`proposal.why.${why}`, { firm })}</p>
      {why === 'RECUSED' && <Recusal proposal={proposal} />}
    </Section>
  );
}
