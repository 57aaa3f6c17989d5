import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/shared/ui/Loaded';
import { Page } from '@/shared/ui/Page';
import { useBeginAnew } from './mydata';

/** Who was erased and signs in again is nobody here, until they want to be somebody. */
export function BeginAnew() {
  const { t } = useTranslation();
  const begin = useBeginAnew();
  return (
    <Page title={t('data.done')} lead={t('data.anewLead')}>
      <div>
        <Button loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
          {t('data.anew')}
        </Button>
      </div>
      <Refused error={begin.error} />
    </Page>
  );
}
