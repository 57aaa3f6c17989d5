import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Proposal, Purpose } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import { Day, When } from '@/shared/ui/When';
import { DecidedBy } from './Decided';
import { Lineage } from './Lineage';
import { ChangeIt, OpenWording } from './OpenWording';
import { Proxies } from './Proxies';
import { TimeLeft } from './PurposeLine';
import { PurposeTime } from './PurposeTime';
import { missingParts } from './parts';
import { AskTheMembers } from './poll/QuestionForm';
import { useTallyWords } from './poll/state';
import { allProposals, proposals, purposeAndDrafts } from './queries';
import { Rules } from './Rules';
import { Stage } from './Stage';

/** What the alliance is for, who said so, and what might come next. */
export function PurposePage() {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const found = useQuery(purposeAndDrafts(here.id));
  const ballots = useQuery(proposals(here.id)).data?.items;
  return (
    <Loaded query={found}>
      {({ active, drafts, closed }) => (
        <Page
          title={active?.title ?? t('purpose.none')}
          windowTitle={t('nav.purpose')}
          lead={active ? <TimeLeft purpose={active} /> : t('purpose.noneHelp')}
          acts={
            !here.history &&
            member && (
              <>
                <Link
                  to="/a/$slug/proposals/$proposal"
                  params={{ slug: here.slug, proposal: 'new' }}
                  className={page.link}
                >
                  {t('order.link')}
                </Link>
                <NewDraft prominent={!active && drafts.length === 0} />
              </>
            )
          }
        >
          {active && <InForce purpose={active} />}
          {active && <OpenWording />}
          {active && <PurposeTime purpose={active} ballots={ballots} />}
          <Stage ballots={ballots} />
          <Proposals />
          <Rules />
          <Proxies />
          {(drafts.length > 0 || !here.history) && <Drafts drafts={drafts} />}
          {closed.length > 0 && <Closed purposes={closed} />}
          <Lineage />
        </Page>
      )}
    </Loaded>
  );
}

function NewDraft({ prominent }: { prominent: boolean }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Button
      variant={prominent ? 'filled' : 'default'}
      leftSection={<Icon name="add" />}
      renderRoot={(props) => (
        <Link to="/a/$slug/purpose/drafts/$draft" params={{ slug, draft: 'new' }} {...props} />
      )}
    >
      {t('purpose.newDraft')}
    </Button>
  );
}

interface TextProps {
  purpose: NonNullable<Proposal['text']>;
  level?: 2 | 3;
}

export function PurposeText({ purpose, level }: TextProps) {
  const { t } = useTranslation();
  return (
    <>
      {purpose.statement && <Prose text={purpose.statement} level={level} />}
      <dl className={page.facts}>
        <dt>{t('purpose.output')}</dt>
        <dd>{purpose.output ?? t('purpose.missing')}</dd>
        <dt>{t('purpose.measure')}</dt>
        <dd>{purpose.measure ?? t('purpose.missing')}</dd>
        <dt>{t('purpose.deadline')}</dt>
        <dd>{purpose.deadline ? <Day at={purpose.deadline} /> : t('purpose.missing')}</dd>
        <dt>{t('purpose.goal')}</dt>
        <dd>{purpose.goal ?? t('purpose.missing')}</dd>
      </dl>
    </>
  );
}

function InForce({ purpose }: { purpose: Purpose }) {
  const by = purpose.ratifiedBy;
  return (
    <>
      <PurposeText purpose={purpose} />
      {by && (
        <p className={page.soft}>
          <DecidedBy decision={by} text="purpose.ratified" at={purpose.ratifiedAt} />
        </p>
      )}
      <ChangeIt />
    </>
  );
}

export function Proposals() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(allProposals(here.id));
  const member = useIsMember();
  const items = found.data ?? [];
  const ask = !here.history && member;
  if (items.length === 0 && !ask) return null;
  return (
    <Section title={t('purpose.proposals')}>
      <ul className={page.list}>
        {items.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div className={page.acts}>
          <Button
            variant="default"
            loading={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t('common.more')}
          </Button>
        </div>
      )}
      {ask && (
        <div className={page.acts}>
          <AskTheMembers />
        </div>
      )}
    </Section>
  );
}

function ProposalLine({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  const tally = useTallyWords()(proposal);
  const open = proposal.state === 'OPEN';
  return (
    <li className={page.row}>
      <div className={page.grow}>
        <Link
          to="/a/$slug/proposals/$proposal"
          params={{ slug, proposal: proposal.id }}
          className={page.quiet}
        >
          {t(`proposal.line.${proposal.kind}`, { title: proposal.title })}
        </Link>
        {tally && <p className={`${page.small} ${page.soft}`}>{tally}</p>}
      </div>
      <span className={`${page.small} ${open ? page.warm : page.soft}`}>
        {t(
          proposal.question?.method && proposal.state === 'ADOPTED'
            ? 'poll.answered'
            : `proposal.state.${proposal.state}`,
        )}
        {proposal.closesAt && (
          <>
            {' '}
            · <When at={proposal.closesAt} />
          </>
        )}
      </span>
    </li>
  );
}

function Drafts({ drafts }: { drafts: Purpose[] }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Section title={t('purpose.drafts')}>
      {drafts.length === 0 ? (
        <Empty>{t('purpose.noDrafts')}</Empty>
      ) : (
        <ul className={page.list}>
          {drafts.map((draft) => (
            <li key={draft.id} className={page.row}>
              <div className={page.grow}>
                <Link
                  to="/a/$slug/purpose/drafts/$draft"
                  params={{ slug, draft: draft.id }}
                  className={page.quiet}
                >
                  {draft.title}
                </Link>
                <p className={`${page.small} ${page.soft}`}>
                  {missingParts(draft).length === 0
                    ? t('purpose.complete')
                    : t('purpose.lacks', {
                        parts: missingParts(draft)
                          .map((part) => t(`purpose.${part}`))
                          .join(', '),
                      })}
                </p>
              </div>
              <span className={`${page.small} ${page.soft}`}>
                {t(`purpose.state.${draft.state}`)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Closed({ purposes }: { purposes: Purpose[] }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Section title={t('purpose.earlier')}>
      <ul className={page.list}>
        {purposes.map((purpose) => (
          <li key={purpose.id} className={page.row}>
            <div className={page.grow}>
              <Link
                to="/a/$slug/purpose/drafts/$draft"
                params={{ slug, draft: purpose.id }}
                className={page.quiet}
              >
                {purpose.title}
              </Link>
              {purpose.conclusion && <p>{purpose.conclusion}</p>}
              {purpose.closedBy && (
                <p className={`${page.small} ${page.soft}`}>
                  <DecidedBy
                    decision={purpose.closedBy}
                    text="purpose.closedBy"
                    at={purpose.closedAt}
                  />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
