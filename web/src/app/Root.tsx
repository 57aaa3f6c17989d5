import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from '@/shared/api/http';
import { ME, SESSION } from '@/shared/api/keys';
import { session } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Connected } from './Connected';
import { Landing } from './start/Landing';
import { letterKey } from './start/letterKey';

/** Few people ever see it, and nobody waits for it at the first load. */
const LetterPage = lazy(() =>
  import('./start/LetterPage').then(({ LetterPage }) => ({ default: LetterPage })),
);

/** A test login has no session with us, and must not seem to need one. */
const OPEN_TO_ALL = '/login-tested/';

/** Whoever is not signed in sees the landing page, or the invitation whose mail led here, and comes back afterwards. */
export function Root() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const found = useQuery(session);
  const key = letterKey(location);
  const isOpen = useRouterState({
    select: ({ location }) => location.pathname.startsWith(OPEN_TO_ALL),
  });

  useEffect(
    () =>
      onSignedOut(() => {
        client.setQueryData(SESSION, { loggedIn: false });
        client.removeQueries({ queryKey: ME });
      }),
    [client],
  );

  return (
    <>
      <a href="#main" className="skip">
        {t('common.skip')}
      </a>
      <Loaded query={found}>
        {({ loggedIn }) =>
          isOpen ? (
            <Outlet />
          ) : loggedIn ? (
            <Connected>
              <Outlet />
            </Connected>
          ) : key ? (
            <Suspense>
              <LetterPage of={key} />
            </Suspense>
          ) : (
            <Landing />
          )
        }
      </Loaded>
    </>
  );
}
