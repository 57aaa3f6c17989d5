import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../api/refusal';
import css from './page.module.css';
import { explain } from './refusals';

export function Loading() {
  const { t } = useTranslation();
  return (
    <p className={css.loading} role="status">
      {t('common.loading')}
    </p>
  );
}

export function Trouble({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={css.trouble} role="alert">
      <p>{explain(error, t)}</p>
      {again && (
        <Button variant="default" onClick={again}>
          {t('common.tryAgain')}
        </Button>
      )}
    </div>
  );
}

/** Why an act was refused, beside the act; `absent` says what it means there that nothing is found. */
export function Refused({ error, absent }: { error: unknown; absent?: string }) {
  const { t } = useTranslation();
  if (!error) return null;
  return (
    <p className={css.refused} role="alert">
      {absent && error instanceof Refusal && error.status === 404 ? absent : explain(error, t)}
    </p>
  );
}

type Query<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isPending'>;

/** What a query found, or that it is on its way, or why it failed. What was found stays when reading again fails. */
export function Loaded<T>({
  query,
  children,
}: {
  query: Query<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Trouble error={query.error} again={() => void query.refetch()} />;
  return <Loading />;
}
