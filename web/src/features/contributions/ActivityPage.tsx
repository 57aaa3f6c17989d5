import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKept } from '@/shared/keep/useKept';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { ActivityLine } from './ActivityLine';
import { activity } from './queries';

export function ActivityPage() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(activity(useHere().id));
  return (
    <Page title={t('activity.title')} lead={t('activity.lead')}>
      <EndlessList
        query={found}
        keyOf={(event) => event.id}
        empty={<Empty>{t('activity.empty')}</Empty>}
      >
        {(event) => <ActivityLine event={event} />}
      </EndlessList>
    </Page>
  );
}

const SHOWN = 8;

/** When this person last looked, as it was on arriving here; the mark itself moves on. */
function useLastVisit(alliance: string): string {
  const [kept, keep] = useKept(`seen.${alliance}`, '');
  const [before] = useState(kept);
  useEffect(() => keep(new Date().toISOString()), [keep]);
  return before;
}

/** What happened lately, with a mark beside what is new since the last visit. */
export function RecentActivity() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(activity(here.id));
  const lastVisit = useLastVisit(here.id);
  return (
    <Section
      title={t('activity.title')}
      aside={
        <Link to="/a/$slug/activity" params={{ slug: here.slug }} className={page.link}>
          {t('activity.all')}
        </Link>
      }
    >
      <Loaded query={found}>
        {(events) =>
          events.length === 0 ? (
            <Empty>{t('activity.empty')}</Empty>
          ) : (
            <ul className={page.list}>
              {events.slice(0, SHOWN).map((event) => (
                <li key={event.id}>
                  <ActivityLine event={event} fresh={lastVisit !== '' && event.at > lastVisit} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
