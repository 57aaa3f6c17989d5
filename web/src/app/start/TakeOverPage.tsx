import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TakeOver } from '@/features/membership/TakeOver';
import { Page } from '@/shared/ui/Page';
import { Outside } from './Outside';
import { useCode } from './useCode';

/** Where somebody arrives with the firm's own sign-in, to go on as the member of before. */
export function TakeOverPage() {
  const { t } = useTranslation();
  const { alliance } = useParams({ from: '/l/$alliance' });
  const navigate = useNavigate();
  const code = useCode();
  return (
    <Outside>
      <Page title={t('newLogin.takeOverTitle')} lead={t('newLogin.takeOverLead')}>
        <TakeOver
          key={alliance}
          alliance={alliance}
          code={code}
          taken={(slug) => void navigate({ to: '/a/$slug', params: { slug } })}
        />
      </Page>
    </Outside>
  );
}
