import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { number } from '@/shared/text/numbers';
import { day } from '@/shared/text/time';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Icon } from '@/shared/ui/Icon';
import { Empty, Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Sparkline } from '@/shared/ui/Sparkline';
import { NewGoal } from './NewGoal';
import css from './purpose.module.css';
import { goals, purposeAndDrafts } from './queries';

export function GoalsPage() {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const [adding, setAdding] = useState(false);
  const ratified = useQuery(purposeAndDrafts(here.id)).data?.active;
  return (
    <Page
      title={t('goals.title')}
      lead={t('goals.lead')}
      acts={
        ratified &&
        member && (
          <Button
            variant="default"
            leftSection={<Icon name="add" />}
            onClick={() => setAdding(true)}
          >
            {t('goals.new')}
          </Button>
        )
      }
    >
      <GoalList />
      <NewGoal open={adding} close={() => setAdding(false)} />
    </Page>
  );
}

export function GoalList() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(goals(here.id));
  const ratified = useQuery(purposeAndDrafts(here.id)).data?.active;
  return (
    <EndlessList
      query={found}
      keyOf={(goal) => goal.id}
      empty={
        <Empty
          act={
            !ratified && (
              <Link to="/a/$slug/purpose" params={{ slug: here.slug }} className={page.link}>
                {t('goals.toPurpose')}
              </Link>
            )
          }
        >
          {ratified ? t('goals.none') : t('goals.noneYet')}
        </Empty>
      }
    >
      {(goal) => <GoalLine goal={goal} />}
    </EndlessList>
  );
}

export function GoalLine({ goal }: { goal: Goal }) {
  const { t, i18n } = useTranslation();
  const { slug } = useHere();
  const figures = {
    current: number(goal.current ?? goal.baseline, i18n.language),
    target: number(goal.target, i18n.language),
    unit: goal.unit,
  };
  return (
    <Link to="/a/$slug/goals/$goal" params={{ slug, goal: goal.id }} className={css.goal}>
      <span className={css.goalTitle}>{goal.title}</span>
      <span className={css.goalMeasure}>
        {t('goals.currentOfTarget', figures)}
        <span className={`${page.small} ${page.soft}`}>
          {' '}
          {t('goals.dueOn', { day: day(goal.due, i18n.language) })}
        </span>
      </span>
      <Sparkline
        values={[...goal.checkIns]
          .sort((one, other) => one.on.localeCompare(other.on))
          .map((one) => Number(one.value))}
        baseline={Number(goal.baseline)}
        target={Number(goal.target)}
        label={t('goals.currentOfTarget', figures)}
      />
    </Link>
  );
}
