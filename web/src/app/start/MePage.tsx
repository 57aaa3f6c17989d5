import type { ReactNode } from 'react';
import { MyDataPage } from '@/features/membership/MyDataPage';
import { ProfilePage } from '@/features/membership/ProfilePage';
import css from '../app.module.css';
import { Brand } from '../Brand';
import { MyMenu } from '../MyMenu';

/** A person's own pages stand outside of every alliance. */
function Outside({ children }: { children: ReactNode }) {
  return (
    <>
      <header className={css.top}>
        <Brand />
        <MyMenu />
      </header>
      <main id="main">{children}</main>
    </>
  );
}

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
