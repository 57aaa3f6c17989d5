import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/shared/ui/Page';

/** A page that could not be drawn or fetched (a new release replaced its files): loading anew mends both. */
export function Broken() {
  const { t } = useTranslation();
  return (
    <main id="main">
      <Page title={t('trouble.title')} lead={t('trouble.broken')}>
        <div>
          <Button onClick={() => location.reload()}>{t('trouble.reload')}</Button>
        </div>
      </Page>
    </main>
  );
}
