import clsx from 'clsx';
import { type ReactNode, useEffect, useRef } from 'react';
import css from './page.module.css';

let firstPage = true;

interface PageProps {
  title: string;
  /** What stands in the window's title when the heading is too long or too personal for it. */
  windowTitle?: string;
  lead?: ReactNode;
  acts?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}

/** A page: its heading takes the focus when somebody arrives by a link, so that a screen reader begins there. */
export function Page({ title, windowTitle = title, lead, acts, wide, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${windowTitle} · Commonweal`;
  }, [windowTitle]);

  useEffect(() => {
    if (firstPage) {
      firstPage = false;
      return;
    }
    const main = document.getElementById('main');
    if (!main?.contains(document.activeElement)) heading.current?.focus({ preventScroll: true });
  }, []);

  return (
    <div className={clsx(css.page, wide && css.wide)}>
      <header className={css.head}>
        <div className={css.headWords}>
          <h1 className={css.title} tabIndex={-1} ref={heading}>
            {title}
          </h1>
          {lead && <div className={css.lead}>{lead}</div>}
        </div>
        {acts && <div className={css.acts}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

export function Section({ title, aside, children }: SectionProps) {
  return (
    <section className={css.section}>
      <div className={css.sectionHead}>
        <h2 className={css.sectionTitle}>{title}</h2>
        {aside && <div className={css.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

export function Empty({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p>{children}</p>
      {act}
    </div>
  );
}
