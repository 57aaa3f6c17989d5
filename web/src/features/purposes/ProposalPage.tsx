import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { exactTime } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { Aftermath } from './Aftermath';
import type { WithPools } from './AmendText';
import { isCounted } from './aftermath';
import { Ballot, pollOf } from './Ballot';
import { Caucus } from './Caucus';
import { usePartWords } from './choiceWords';
import { Dialogue } from './Dialogue';
import { Electorate, Reasons } from './Electorate';
import { HeldVotes } from './HeldVotes';
import { Approve, Carried } from './OrderPassing';
import { Passing } from './Passing';
import { Proxies } from './Proxies';
import { PurposeText } from './PurposePage';
import { PollResult } from './poll/PollResult';
import { useStateWords } from './poll/state';
import css from './purpose.module.css';
import { proposalDetail } from './queries';
import { useRuleWords } from './RuleWords';
import { CheckVote } from './secret/CheckVote';

/** A proposal and its ballot: what is asked, what it takes, how the firms stand, and my firm's vote. */
export function ProposalPage({ id, withPools }: { id: string; withPools: WithPools }) {
  const found = useQuery(proposalDetail(useHere().id, id));
  return (
    <Loaded query={found}>
      {(proposal) => <Shown proposal={proposal} withPools={withPools} />}
    </Loaded>
  );
}

function Shown({ proposal, withPools }: { proposal: Proposal; withPools: WithPools }) {
  const { t, i18n } = useTranslation();
  const stateOf = useStateWords();
  const member = useIsMember();
  const open = proposal.state === 'OPEN';
  const poll = pollOf(proposal);
  const { secrecy } = proposal;
  return (
    <Page
      title={t(`proposal.kind.${proposal.kind}`, { title: proposal.title })}
      lead={
        <>
          {stateOf(proposal)}{' '}
          {proposal.closesAt && (
            <>
              {open ? t('proposal.closes') : t('proposal.closed')} <When at={proposal.closesAt} />
              {open && ` (${exactTime(proposal.closesAt, i18n.language)})`}.
            </>
          )}
        </>
      }
    >
      {proposal.question ? <Asked proposal={proposal} /> : <Passing proposal={proposal} />}
      {proposal.text && <Text text={proposal.text} />}
      {poll && proposal.result && (
        <PollResult poll={poll} result={proposal.result} valid={proposal.state !== 'NO_QUORUM'} />
      )}
      {proposal.blocking.length > 0 && <Blocking proposal={proposal} />}
      <Carried proposal={proposal} />
      <Aftermath proposal={proposal} />
      <Approve proposal={proposal} />
      {open && <Ballot proposal={proposal} />}
      {secrecy.anonymous && isCounted(proposal) && <CheckVote proposal={proposal} />}
      {open && member && !secrecy.anonymous && !poll && proposal.rule.body === 'FIRMS' && (
        <Caucus proposal={proposal} />
      )}
      {open && !secrecy.anonymous && proposal.held.length > 0 && <HeldVotes proposal={proposal} />}
      {proposal.dialogue && (
        <Dialogue proposal={proposal} times={proposal.dialogue} withPools={withPools} />
      )}
      {proposal.opensAt && <Count proposal={proposal} />}
      <Reasons proposal={proposal} />
      {proposal.standingsAsOf && <Electorate proposal={proposal} asOf={proposal.standingsAsOf} />}
      {(open || proposal.state === 'DIALOGUE') && !secrecy.anonymous && (
        <Proxies proposal={proposal} />
      )}
    </Page>
  );
}

/** What is asked; a question of yes and no says what follows. */
function Asked({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const about = proposal.question?.about;
  if (!about && pollOf(proposal)) return null;
  return (
    <Section title={t('poll.asked')}>
      {about && <Prose text={about} level={3} />}
      {!pollOf(proposal) && <p className={page.soft}>{t('proposal.passesTo.QUESTION')}</p>}
    </Section>
  );
}

/** How the votes stand, or that nobody sees it before the close. */
function Count({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  if (proposal.count) return <Counted proposal={proposal} count={proposal.count} />;
  const { anonymous, papers } = proposal.secrecy;
  return (
    <Section title={t('proposal.count')}>
      <p>{t(proposal.state === 'OPEN' ? 'secret.hidden' : 'secret.notOpened')}</p>
      {anonymous && (
        <p className={`${page.small} ${page.soft}`}>
          {t('secret.papers', { count: papers, electors: proposal.electors })}
        </p>
      )}
    </Section>
  );
}

function Counted({
  proposal,
  count,
}: {
  proposal: Proposal;
  count: NonNullable<Proposal['count']>;
}) {
  const { t, i18n } = useTranslation();
  const words = useRuleWords()(proposal.rule);
  const partWords = usePartWords(proposal.rule);
  const { yes, no, abstain, block, electorate } = count;
  const waiting = electorate - yes - no - abstain - block;
  const votes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  const parts = [
    ['yes', yes],
    ['no', no],
    ['block', block],
    ['abstain', abstain],
    [proposal.state === 'OPEN' ? 'waiting' : 'silent', waiting],
  ] as const;
  const poll = pollOf(proposal);
  const inWords = (part: (typeof parts)[number][0], count: number) =>
    poll && part === 'yes'
      ? t('poll.voted', { votes: votes.format(count) })
      : partWords(part, votes.format(count));
  const said = parts.filter(([, count]) => count > 0);
  return (
    <Section title={t('proposal.count')}>
      <div
        className={css.count}
        role="img"
        aria-label={said.map(([part, count]) => inWords(part, count)).join(', ')}
      >
        {said.map(([part, count]) => (
          <span key={part} className={css[part]} style={{ flexGrow: count }}>
            {inWords(part, count)}
          </span>
        ))}
      </div>
      <p className={`${page.small} ${page.soft}`}>
        {t(poll ? 'poll.turnout' : 'proposal.rule', {
          cast: votes.format(electorate - waiting),
          electorate: votes.format(electorate),
          quorum: words.quorum,
          method: words.method,
          version: proposal.rulebookVersion,
        })}{' '}
        {poll && proposal.state === 'OPEN' && t('poll.countedThen')}
      </p>
    </Section>
  );
}

/** What somebody could not live with, and nobody has resolved: it stands on the ballot. */
function Blocking({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <Section title={t('dialogue.blocking', { count: proposal.blocking.length })}>
      <ul className={page.list}>
        {proposal.blocking.map((concern) => (
          <li key={concern.id} className={css.version}>
            <p>{concern.words}</p>
            <p className={`${page.small} ${page.soft}`}>
              <PersonName id={concern.person} /> <Firm id={concern.organization} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Text({ text }: { text: NonNullable<Proposal['text']> }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Section
      title={t('proposal.text')}
      aside={
        <Link to="/a/$slug/purpose" params={{ slug }} className={page.link}>
          {t('proposal.allPurposes')}
        </Link>
      }
    >
      <div className={page.card}>
        <div className={page.form}>
          <PurposeText purpose={text} level={3} />
        </div>
      </div>
    </Section>
  );
}
