import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ContributionList } from '@/features/contributions/ContributionList';
import { ContributionPage } from '@/features/contributions/ContributionPage';
import { NewContributionPage } from '@/features/contributions/NewContributionPage';
import { FirmLoginPage } from '@/features/membership/FirmLoginPage';
import { FirmPage } from '@/features/membership/FirmPage';
import { InvitePage } from '@/features/membership/InvitePage';
import { PersonPage } from '@/features/membership/PersonPage';
import { DraftPage, NewDraftPage } from '@/features/purposes/DraftPage';
import { ForkPage } from '@/features/purposes/ForkPage';
import { GoalName } from '@/features/purposes/GoalName';
import { GoalPage } from '@/features/purposes/GoalPage';
import { NewForkPage } from '@/features/purposes/NewForkPage';
import { NewOrderPage } from '@/features/purposes/OrderForm';
import type { PoolChoice } from '@/features/purposes/orders';
import { ProposalPage } from '@/features/purposes/ProposalPage';
import { goals } from '@/features/purposes/queries';
import { PoolPage } from '@/features/recognition/PoolPage';
import { pools } from '@/features/recognition/queries';
import { ThanksFor } from '@/features/recognition/ThanksFor';
import { useHere } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Empty, Section } from '@/shared/ui/Page';
import { OnLeaving } from './OnLeaving';

// Pages that name one thing. The key makes each thing a page of its own, so that no half-written words wander along;
// and here, above the features, is where a page gets what another feature knows.

export function RoutedDraft() {
  const { draft } = useParams({ from: '/a/$slug/purpose/drafts/$draft' });
  return draft === 'new' ? <NewDraftPage /> : <DraftPage key={draft} id={draft} />;
}

export function RoutedFork() {
  const { fork } = useParams({ from: '/a/$slug/forks/$fork' });
  return fork === 'new' ? <NewForkPage /> : <ForkPage key={fork} id={fork} />;
}

export function RoutedProposal() {
  const { proposal } = useParams({ from: '/a/$slug/proposals/$proposal' });
  return proposal === 'new' ? (
    <Pools>{(open) => <NewOrderPage pools={open} />}</Pools>
  ) : (
    <ProposalPage
      key={proposal}
      id={proposal}
      withPools={(children) => <Pools>{children}</Pools>}
    />
  );
}

/** The pools that can pay. */
function Pools({ children }: { children: (pools: PoolChoice[]) => ReactNode }) {
  const open = useInfiniteQuery(pools(useHere().id)).data ?? [];
  return children(open.filter((one) => one.state === 'CONFIRMED'));
}

export function RoutedPool() {
  const { pool } = useParams({ from: '/a/$slug/pools/$pool' });
  return <PoolPage key={pool} id={pool} />;
}

export function RoutedGoal() {
  const { t } = useTranslation();
  const { goal, slug } = useParams({ from: '/a/$slug/goals/$goal' });
  return (
    <GoalPage
      key={goal}
      id={goal}
      act={
        <Button
          leftSection={<Icon name="add" />}
          renderRoot={(props) => (
            <Link to="/a/$slug/contributions/new" params={{ slug }} search={{ goal }} {...props} />
          )}
        >
          {t('nav.contribute')}
        </Button>
      }
      work={
        <Section title={t('goals.contributions')}>
          <ContributionList filter={{ goal }} empty={<Empty>{t('goals.noContributions')}</Empty>} />
        </Section>
      }
    />
  );
}

export function RoutedNewContribution() {
  const { goal } = useSearch({ from: '/a/$slug/contributions/new' });
  const found = useInfiniteQuery(goals(useHere().id));
  return <NewContributionPage goals={found.data} chosen={goal} />;
}

export function RoutedContribution() {
  const { contribution } = useParams({ from: '/a/$slug/contributions/$contribution' });
  return (
    <ContributionPage
      key={contribution}
      id={contribution}
      goalName={(goal) => <GoalName id={goal} />}
      thanks={(work) => <ThanksFor work={work} />}
    />
  );
}

export function RoutedInvite() {
  const found = useInfiniteQuery(goals(useHere().id));
  return <InvitePage goals={found.data} />;
}

export function RoutedPerson() {
  const { t } = useTranslation();
  const { person } = useParams({ from: '/a/$slug/people/$person' });
  return (
    <PersonPage
      key={person}
      id={person}
      work={
        <Section title={t('people.work')}>
          <ContributionList
            filter={{ author: person }}
            empty={<Empty>{t('people.noWork')}</Empty>}
          />
        </Section>
      }
    />
  );
}

export function RoutedFirm() {
  const { firm } = useParams({ from: '/a/$slug/firms/$firm' });
  return <FirmPage key={firm} id={firm} consequences={<OnLeaving whole />} />;
}

export function RoutedFirmLogin() {
  const { firm } = useParams({ from: '/a/$slug/firms/$firm/login' });
  const { domain, code } = useSearch({ from: '/a/$slug/firms/$firm/login' });
  return (
    <FirmLoginPage key={firm} id={firm} brought={domain && code ? { domain, code } : undefined} />
  );
}
