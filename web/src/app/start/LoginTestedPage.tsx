import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';
import css from '../app.module.css';
import { Brand } from '../Brand';

/** Where the test of a firm's login ends, in a window that is signed in nowhere. */
export function LoginTestedPage() {
  const { t } = useTranslation();
  return (
    <>
      <header className={css.top}>
        <Brand />
      </header>
      <main id="main">
        <Page title={t('loginTested.title')} lead={t('loginTested.lead')} />
      </main>
    </>
  );
}
