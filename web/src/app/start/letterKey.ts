const PLACE = /^\/i\/[^/]+$/;

/** The key of a mailed link, where the window shows one. */
export function letterKey({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>) {
  return PLACE.test(pathname) && hash.length > 1 ? hash.slice(1) : undefined;
}
