import { SessionsPage } from '@/features/sessions/SessionsPage';
import css from '../app.module.css';
import { Brand } from '../Brand';
import { MyMenu } from '../MyMenu';

/** Signing in belongs to a person, not to an alliance. */
export function MySessionsPage() {
  return (
    <>
      <header className={css.top}>
        <Brand />
        <MyMenu />
      </header>
      <main id="main">
        <SessionsPage />
      </main>
    </>
  );
}
