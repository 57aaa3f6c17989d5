import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FoundPage } from '@/features/membership/FoundPage';
import { useSay } from '@/shared/ui/Say';
import { Outside } from './Outside';

/** Founding stands outside of every alliance, and ends inside of the new one. */
export function FoundingPage() {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  return (
    <Outside>
      <FoundPage
        founded={({ name, slug }) => {
          say(t('found.done', { alliance: name }));
          void navigate({ to: '/a/$slug', params: { slug } });
        }}
      />
    </Outside>
  );
}
