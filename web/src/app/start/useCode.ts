import { useState } from 'react';

/** The code that an address brings behind its `#`, which no server has seen. */
export function useCode() {
  const [code] = useState(() => window.location.hash.slice(1));
  return code;
}
