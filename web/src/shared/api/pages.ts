import { infiniteQueryOptions, type QueryKey } from '@tanstack/react-query';

export interface PageOf<T> {
  items: T[];
  next?: string | null;
}

/** An endless list over a keyset-paged endpoint. */
export function pages<T>(
  queryKey: QueryKey,
  load: (cursor: string | undefined) => Promise<PageOf<T>>,
) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: PageOf<T>) => last.next ?? undefined,
    select: (loaded) => loaded.pages.flatMap((page) => page.items),
  });
}
