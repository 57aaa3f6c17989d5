import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { RecentActivity } from '@/features/contributions/ActivityPage';
import { Needs } from '@/features/contributions/Needs';
import { useAsked } from '@/features/membership/Asked';
import { GoalList } from '@/features/purposes/GoalsPage';
import { purposeAndDrafts } from '@/features/purposes/queries';
import { RecentThanks } from '@/features/recognition/ThanksLine';
import { useHere } from '@/shared/session/alliance';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { FirstSteps } from './FirstSteps';

/** The page of the morning: the purpose, what needs me, how far we are, what happened, who was thanked. */
export function HomePage() {
  const { t } = useTranslation();
  const here = useHere();
  const asked = useAsked();
  const purpose = useQuery(purposeAndDrafts(here.id)).data?.active;
  return (
    <Page
      title={purpose?.title ?? here.name}
      windowTitle={here.name}
      lead={purpose?.output ?? (here.history ? t('home.history') : t('home.noPurpose'))}
    >
      {!here.history && <FirstSteps />}
      {!here.history && <Needs first={asked} />}
      {!here.history && (
        <Section
          title={t('goals.title')}
          aside={
            <Link to="/a/$slug/goals" params={{ slug: here.slug }} className={page.link}>
              {t('goals.all')}
            </Link>
          }
        >
          <GoalList />
        </Section>
      )}
      <RecentActivity />
      {!here.history && <RecentThanks />}
    </Page>
  );
}
