import type { ReactNode } from 'react';
import css from '../app.module.css';
import { Brand } from '../Brand';
import { MyMenu } from '../MyMenu';

/** What stands outside of every alliance: a person's own pages, and the ways in. */
export function Outside({ children }: { children: ReactNode }) {
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
