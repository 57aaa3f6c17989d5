import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Purpose } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { daysLeft } from '@/shared/text/time';
import { Icon } from '@/shared/ui/Icon';
import { useNow } from '@/shared/ui/When';
import css from './purpose.module.css';
import { purposeAndDrafts } from './queries';

/** The alliance's purpose and the days left, in one line on every page. */
export function PurposeLine() {
  const { t } = useTranslation();
  const here = useHere();
  const { data } = useQuery(purposeAndDrafts(here.id));
  return (
    <Link to="/a/$slug/purpose" params={{ slug: here.slug }} className={css.line}>
      <Icon name="purpose" size={16} />
      <span className={css.lineTitle}>
        {data === undefined ? '' : (data.active?.title ?? t('purpose.none'))}
      </span>
      {data?.active && <TimeLeft purpose={data.active} />}
    </Link>
  );
}

export function TimeLeft({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation();
  const now = useNow();
  if (!purpose.deadline) return null;
  const days = daysLeft(purpose.deadline, now);
  return (
    <span className={css.timeLeft}>
      {days >= 0 ? t('purpose.daysLeft', { count: days }) : t('purpose.past', { count: -days })}
    </span>
  );
}
