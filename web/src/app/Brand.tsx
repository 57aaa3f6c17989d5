import { Link } from '@tanstack/react-router';
import css from './app.module.css';

/** Three circles that overlap: what belongs to none alone. */
export function Brand() {
  return (
    <Link to="/" className={css.brand}>
      <svg viewBox="0 0 32 32" width={24} height={24} aria-hidden="true">
        <g fill="none" stroke="var(--accent)" strokeWidth={2.4}>
          <circle cx="11.5" cy="12" r="7" />
          <circle cx="20.5" cy="12" r="7" />
          <circle cx="16" cy="20" r="7" />
        </g>
      </svg>
      Commonweal
    </Link>
  );
}
