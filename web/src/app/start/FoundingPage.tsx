import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FoundPage } from '@/features/membership/FoundPage';
import { useSay } from '@/shared/ui/Say';
import { Outside } from './Outside';

/** Founding stands outside of every alliance, and ends inside of the new one. */
export function FoundingPage() {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const { from, fork, name } = useSearch({ from: '/found' });
  return (
    <Outside>
      <FoundPage
        fork={from && fork ? { alliance: from, id: fork, title: name ?? '' } : undefined}
        founded={({ name: alliance, slug }) => {
          say(t('found.done', { alliance }));
          void navigate({ to: '/a/$slug', params: { slug } });
        }}
      />
    </Outside>
  );
}
