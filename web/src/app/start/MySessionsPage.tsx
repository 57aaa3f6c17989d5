import { SessionsPage } from '@/features/sessions/SessionsPage';
import { Outside } from './Outside';

/** Signing in belongs to a person, not to an alliance. */
export function MySessionsPage() {
  return (
    <Outside>
      <SessionsPage />
    </Outside>
  );
}
