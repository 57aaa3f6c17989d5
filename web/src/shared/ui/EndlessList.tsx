import { Button } from '@mantine/core';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded, Refused } from './Loaded';
import css from './page.module.css';

interface Props<T> {
  query: UseInfiniteQueryResult<T[]>;
  empty: ReactNode;
  children: (item: T) => ReactNode;
  keyOf: (item: T) => string;
}

/** A keyset-paged list that fetches its next page as its end comes near; the button serves those who do not scroll. */
export function EndlessList<T>({ query, empty, children, keyOf }: Props<T>) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = query;

  useEffect(() => {
    const mark = end.current;
    if (!mark || !hasNextPage || isFetchingNextPage || isError) return;
    const watcher = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && void fetchNextPage(),
      { rootMargin: '400px' },
    );
    watcher.observe(mark);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, isError]);

  return (
    <Loaded query={query}>
      {(items) =>
        items.length === 0 ? (
          empty
        ) : (
          <>
            <ul className={css.list}>
              {items.map((item) => (
                <li key={keyOf(item)}>{children(item)}</li>
              ))}
            </ul>
            <div ref={end} className={css.acts}>
              {isError && <Refused error={query.error} />}
              {hasNextPage && (
                <Button
                  variant="default"
                  loading={isFetchingNextPage}
                  onClick={() => void fetchNextPage()}
                >
                  {t('common.more')}
                </Button>
              )}
            </div>
          </>
        )
      }
    </Loaded>
  );
}
