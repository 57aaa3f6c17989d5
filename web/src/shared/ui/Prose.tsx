import { lazy, Suspense } from 'react';
import css from './prose.module.css';

const Markdown = lazy(() => import('./Markdown'));

/** Somebody's words in Markdown. Raw HTML stays text, and only harmless addresses become links. */
export function Prose({ text, level }: { text: string; level?: 2 | 3 }) {
  return (
    <div className={css.prose}>
      <Suspense fallback={<p>{text}</p>}>
        <Markdown text={text} level={level} />
      </Suspense>
    </div>
  );
}
