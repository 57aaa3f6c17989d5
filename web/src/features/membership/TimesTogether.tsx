import { useTranslation } from 'react-i18next';
import type { Alumnus } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';

/** When two people were of the alliance at the same time, and for which firm the other was. */
export function TimesTogether({ times }: { times: Alumnus['together'] }) {
  const { t } = useTranslation();
  const small = `${page.small} ${page.soft}`;
  if (times.length === 0) return <p className={small}>{t('alumni.neverTogether')}</p>;
  return times.map((time) => (
    <p key={time.from} className={small}>
      {t('alumni.together', { firm: time.organization })} <Day at={time.from} />
      {time.until && (
        <>
          {' – '}
          <Day at={time.until} />
        </>
      )}
    </p>
  ));
}
