import { useCallback, useState } from 'react';

/** A small preference of this device. */
export function useKept<T>(name: string, initial: T): [T, (next: T) => void] {
  const at = `commonweal.${name}`;
  const [value, setValue] = useState<T>(() => {
    try {
      const kept = localStorage.getItem(at);
      return kept === null ? initial : (JSON.parse(kept) as T);
    } catch {
      return initial;
    }
  });
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      localStorage.setItem(at, JSON.stringify(next));
    },
    [at],
  );
  return [value, keep];
}
