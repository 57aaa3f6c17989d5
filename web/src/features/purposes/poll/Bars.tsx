import type { ReactNode } from 'react';
import css from './poll.module.css';

interface BarProps {
  name: string;
  /** Each a width in percent, after one another; `more` is drawn with stripes. */
  parts: { width: string; more?: boolean }[];
  figures: ReactNode;
  first?: boolean;
  out?: boolean;
  /** Where the half is, and where something else is marked. */
  half?: boolean;
  median?: string;
}

/** A name, a length and its figures: read aloud it is the name and the figures. */
export function Bar({ name, parts, figures, first, out, half, median }: BarProps) {
  return (
    <li className={css.bar} data-first={first || undefined} data-out={out || undefined}>
      <span className={css.barName}>{name}</span>
      <span className={css.track} aria-hidden="true">
        {parts.map(({ width, more }, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name.
            key={at}
            className={css.fill}
            data-part={more ? 'more' : undefined}
            style={{ width }}
          />
        ))}
        {half && <i className={css.half} />}
        {median && <i className={css.median} style={{ left: median }} />}
      </span>
      <span className={css.figures}>{figures}</span>
    </li>
  );
}
