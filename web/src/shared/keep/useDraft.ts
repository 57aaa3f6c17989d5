import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'commonweal.draft.';

function read<T>(name: string, empty: T): T {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept ? { ...empty, ...(JSON.parse(kept) as T) } : empty;
  } catch {
    return empty;
  }
}

/** Words somebody is writing: kept on this device until they are sent or thrown away. */
export function useDraft<T extends object>(name: string, empty: T) {
  const [value, setValue] = useState(() => read(name, empty));
  const [cleared, setCleared] = useState(false);

  useEffect(() => {
    if (!cleared && JSON.stringify(value) !== JSON.stringify(empty))
      localStorage.setItem(PREFIX + name, JSON.stringify(value));
  }, [name, value, empty, cleared]);

  const change = useCallback((part: Partial<T>) => {
    setCleared(false);
    setValue((before) => ({ ...before, ...part }));
  }, []);
  const clear = useCallback(() => {
    // At once: whatever clears them may take the form away, too, and then no effect runs any more.
    localStorage.removeItem(PREFIX + name);
    setCleared(true);
    setValue(empty);
  }, [name, empty]);
  return { value, change, clear };
}
