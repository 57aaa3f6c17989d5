import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './need.module.css';
import page from './page.module.css';

interface Props {
  title: ReactNode;
  /** Where it is answered, or read at length. */
  place: string;
  /** Why it must be me. */
  why: ReactNode;
  acts: ReactNode;
}

/** One thing that needs me: what, why me, and the acts that answer it. */
export function Need({ title, place, why, acts }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css.need}>
      <div className={css.words}>
        <Link to={place} className={page.quiet}>
          {title}
        </Link>
        <p className={`${page.small} ${page.soft}`}>
          {t('needs.whyYou')} {why}
        </p>
      </div>
      <div className={page.acts}>{acts}</div>
    </div>
  );
}
