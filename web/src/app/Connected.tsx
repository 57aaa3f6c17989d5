import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '@/shared/live/useLive';
import { useOnline } from '@/shared/live/useOnline';
import css from './app.module.css';

/** Keeps the open pages live, and says so when they are not. */
export function Connected({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const online = useOnline();
  const live = useLive();
  return (
    <>
      <div role="status">
        {!online && <p className={css.banner}>{t('offline.lost')}</p>}
        {online && !live && <p className={css.banner}>{t('offline.stale')}</p>}
      </div>
      {children}
    </>
  );
}
