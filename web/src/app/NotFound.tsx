import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main id="main">
      <Page title={t('notFound.title')} lead={t('notFound.lead')}>
        <p>
          <Link to="/" className={page.link}>
            {t('notFound.back')}
          </Link>
        </p>
      </Page>
    </main>
  );
}
