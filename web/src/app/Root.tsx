import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onSignedOut } from '@/shared/api/http';
import { ME, SESSION } from '@/shared/api/keys';
import { session } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Connected } from './Connected';
import { Landing } from './start/Landing';
import { LetterPage, letterKey } from './start/LetterPage';

/** Whoever is not signed in sees the landing page, or the invitation whose mail led here, and comes back afterwards. */
export function Root() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const found = useQuery(session);
  const key = letterKey(location);

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
          loggedIn ? (
            <Connected>
              <Outlet />
            </Connected>
          ) : key ? (
            <LetterPage of={key} />
          ) : (
            <Landing />
          )
        }
      </Loaded>
    </>
  );
}
