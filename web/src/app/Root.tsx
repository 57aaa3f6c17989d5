import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from '@/shared/api/http';
import { ME, SESSION } from '@/shared/api/keys';
import { session } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Connected } from './Connected';
import { Landing } from './start/Landing';

/** A test login has no session with us, and must not seem to need one. */
const OPEN_TO_ALL = '/login-tested/';

/** Whoever is not signed in sees the landing page at every address, and comes back to that address afterwards. */
export function Root() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const found = useQuery(session);
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
          ) : (
            <Landing />
          )
        }
      </Loaded>
    </>
  );
}
