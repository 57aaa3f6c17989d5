import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '@/shared/session/session';
import page from '@/shared/ui/page.module.css';
import css from '../app.module.css';
import { Brand } from '../Brand';

/** What this is, in two sentences, and one button. */
export function Landing() {
  const { t } = useTranslation();
  const failed = new URLSearchParams(location.search).get('login') === 'failed';
  useEffect(() => {
    document.title = 'Commonweal';
  }, []);
  return (
    <main id="main" className={css.landing}>
      <Brand />
      <h1 className={css.pitch}>{t('landing.title')}</h1>
      <p className={page.soft}>{t('landing.lead')}</p>
      {failed && (
        <p className={page.refused} role="alert">
          {t('landing.failed')}
        </p>
      )}
      <Button size="md" onClick={signIn}>
        {t('landing.signIn')}
      </Button>
      <p className={`${page.small} ${page.soft}`}>{t('landing.how')}</p>
    </main>
  );
}
