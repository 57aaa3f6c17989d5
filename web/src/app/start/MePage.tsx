import { MyDataPage } from '@/features/membership/MyDataPage';
import { ProfilePage } from '@/features/membership/ProfilePage';
import { Outside } from './Outside';

export function MePage() {
  return (
    <Outside>
      <ProfilePage />
    </Outside>
  );
}

export function MeDataPage() {
  return (
    <Outside>
      <MyDataPage />
    </Outside>
  );
}
