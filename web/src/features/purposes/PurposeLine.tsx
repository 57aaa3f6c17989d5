import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Purpose } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { useNow } from '@/shared/ui/When';
import { timeOf } from './deadline';
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
  const time = timeOf(purpose, useNow());
  if (!time) return null;
  return (
    <span className={css.timeLeft} data-overdue={time.overdue}>
      {t(time.overdue ? 'purpose.past' : 'purpose.daysLeft', { count: time.days })}
    </span>
  );
}
