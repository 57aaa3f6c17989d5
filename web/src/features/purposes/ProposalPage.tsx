import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Elector, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { exactTime } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { Ballot } from './Ballot';
import { Passing } from './Passing';
import { PurposeText } from './PurposePage';
import css from './purpose.module.css';
import { proposalDetail } from './queries';
import { leastMeeting, shareInWords } from './shares';

/** A proposal and its ballot: what is asked, what it takes, how the firms stand, and my firm's vote. */
export function ProposalPage({ id }: { id: string }) {
  const found = useQuery(proposalDetail(useHere().id, id));
  return <Loaded query={found}>{(proposal) => <Shown proposal={proposal} />}</Loaded>;
}

function Shown({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const open = proposal.state === 'OPEN';
  return (
    <Page
      title={t(`proposal.kind.${proposal.kind}`, { title: proposal.title })}
      lead={
        <>
          {t(`proposal.stateLong.${proposal.state}`)}{' '}
          {open ? t('proposal.closes') : t('proposal.closed')} <When at={proposal.closesAt} />
          {open && ` (${exactTime(proposal.closesAt, i18n.language)})`}.
        </>
      }
    >
      <Passing proposal={proposal} />
      {open && <Ballot proposal={proposal} />}
      <Count proposal={proposal} />
      <Electorate proposal={proposal} />
      {proposal.text && <Text text={proposal.text} />}
    </Page>
  );
}

function Count({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const { yes, no, abstain } = proposal;
  const firms = proposal.electorate.filter((elector) => !elector.leftAt).length;
  const waiting = firms - yes - no - abstain;
  const quorum = leastMeeting(proposal.quorumPerMillion, firms);
  const parts = [
    ['yes', yes],
    ['no', no],
    ['abstain', abstain],
    ['waiting', waiting],
  ] as const;
  return (
    <Section title={t('proposal.count')}>
      <div
        className={css.count}
        role="img"
        aria-label={t('proposal.countWords', { yes, no, abstain, waiting })}
      >
        {parts.map(
          ([part, count]) =>
            count > 0 && (
              <span key={part} className={css[part]} style={{ flexGrow: count }}>
                {t(`proposal.part.${part}`, { count })}
              </span>
            ),
        )}
      </div>
      <p className={`${page.small} ${page.soft}`}>
        {t('proposal.rule', {
          cast: firms - waiting,
          quorum,
          share: shareInWords(proposal.thresholdPerMillion, i18n.language, t),
          version: proposal.charterVersion,
        })}
      </p>
    </Section>
  );
}

function Electorate({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  return (
    <Section
      title={t('proposal.electorate', {
        count: proposal.electorate.filter((elector) => !elector.leftAt).length,
      })}
      aside={
        <>
          {t('proposal.frozen')} <When at={proposal.standingsAsOf} />
        </>
      }
    >
      <ul className={css.firms}>
        {proposal.electorate.map((elector) => (
          <ElectorTile key={elector.organization} elector={elector} />
        ))}
      </ul>
    </Section>
  );
}

function ElectorTile({ elector }: { elector: Elector }) {
  const { t } = useTranslation();
  return (
    <li className={css.ballot} data-choice={elector.choice ?? undefined}>
      <Firm id={elector.organization} />
      <span>
        {t(`proposal.choice.${elector.choice ?? (elector.leftAt ? 'LEFT' : 'WAITING')}`)}
        {elector.by && (
          <span className="seen-by-ear">
            {' '}
            <PersonName id={elector.by} />
          </span>
        )}
      </span>
    </li>
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
