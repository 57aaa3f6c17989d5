import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import css from './say.module.css';

const SHOWN_MILLIS = 5000;
const SayContext = createContext<(words: string) => void>(() => {});

/** Says in one line that something is done; heard by screen readers, gone by itself. */
export function useSay() {
  return useContext(SayContext);
}

export function SayProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ words: string; at: number }>();
  const say = useCallback((words: string) => setSaid({ words, at: Date.now() }), []);

  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <SayContext value={say}>
      {children}
      <div className={css.said} role="status" aria-live="polite">
        {said?.words}
      </div>
    </SayContext>
  );
}
