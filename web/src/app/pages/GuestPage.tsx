import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { GivenByMe } from '@/features/contributions/GivenByMe';
import { ContributionForm } from '@/features/contributions/NewContributionPage';
import { LeaveAlliance } from '@/features/membership/LeaveAlliance';
import { Progress } from '@/features/purposes/GoalPage';
import { goalDetail } from '@/features/purposes/queries';
import { useHere } from '@/shared/session/alliance';
import { day } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';

/** All that a guest sees of an alliance: one goal, what came of it, and what they gave to it themselves. */
export function GuestPage({ call }: { call: string }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const found = useQuery(goalDetail(here.id, call));
  return (
    <Loaded query={found}>
      {(goal) => (
        <Page
          title={goal.title}
          windowTitle={here.name}
          lead={
            <>
              {t('guest.lead', { alliance: here.name })}{' '}
              {t('guest.due', { day: day(goal.due, i18n.language) })}
            </>
          }
        >
          {goal.over && <p className={page.soft}>{t('goals.over')}</p>}
          <Section title={t('guest.outcome')}>
            <Progress goal={goal} />
          </Section>
          <GivenByMe />
          {!goal.over && (
            <Section title={t('guest.give')}>
              <ContributionForm goals={[goal]} chosen={goal.id} only />
            </Section>
          )}
          <LeaveAlliance />
        </Page>
      )}
    </Loaded>
  );
}
