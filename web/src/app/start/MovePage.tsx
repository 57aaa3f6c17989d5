import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TakeUpMove } from '@/features/membership/TakeUpMove';
import { Page } from '@/shared/ui/Page';
import { Outside } from './Outside';
import { useCode } from './useCode';

/** Where somebody arrives with the new firm's login, to take up what was agreed to with the one before. */
export function MovePage() {
  const { t } = useTranslation();
  const { alliance, move } = useParams({ from: '/m/$alliance/$move' });
  const navigate = useNavigate();
  const code = useCode();
  return (
    <Outside>
      <Page title={t('move.takeUpTitle')} lead={t('move.takeUpLead')}>
        <TakeUpMove
          key={move}
          alliance={alliance}
          move={move}
          code={code}
          moved={(slug) => void navigate({ to: '/a/$slug', params: { slug } })}
        />
      </Page>
    </Outside>
  );
}
