import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeLine } from '@/features/purposes/PurposeLine';
import { HereProvider, useHere } from '@/shared/session/alliance';
import { me } from '@/shared/session/session';
import { Icon } from '@/shared/ui/Icon';
import { Loaded } from '@/shared/ui/Loaded';
import app from '../app.module.css';
import { Brand } from '../Brand';
import { MyMenu } from '../MyMenu';
import { NotFound } from '../NotFound';
import { inReach, type Place, placesOf } from './places';
import css from './shell.module.css';

const GuestPage = lazy(() =>
  import('../pages/GuestPage').then((module) => ({ default: module.GuestPage })),
);

/** Everything inside of one alliance: the ways around it, and its purpose on every page. */
export function AllianceShell() {
  const { slug } = useParams({ from: '/a/$slug' });
  const found = useQuery(me);
  return (
    <Loaded query={found}>
      {({ person, alliances }) => {
        const alliance = alliances.find((one) => one.slug === slug);
        if (!alliance) return <NotFound />;
        return (
          <HereProvider value={{ ...alliance, me: person }}>
            {alliance.call ? (
              <GuestFrame call={alliance.call} />
            ) : (
              <Frame>
                <Outlet />
              </Frame>
            )}
          </HereProvider>
        );
      }}
    </Loaded>
  );
}

/** Whatever the address: a guest has one page. */
function GuestFrame({ call }: { call: string }) {
  return (
    <>
      <header className={app.top}>
        <Brand />
        <MyMenu />
      </header>
      <main id="main">
        <Suspense>
          <GuestPage call={call} />
        </Suspense>
      </main>
    </>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <div className={css.frame}>
      <Side />
      <div className={css.content}>
        {!here.history && (
          <aside aria-label={t('nav.purpose')} className={css.purpose}>
            <PurposeLine />
          </aside>
        )}
        <main id="main" className={css.main}>
          {children}
        </main>
      </div>
      <Bar />
    </div>
  );
}

function Side() {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <header className={css.side}>
      <div className={css.sideTop}>
        <Brand />
        <p className={css.allianceName}>{here.name}</p>
      </div>
      {!here.history && <Contribute />}
      <nav aria-label={t('nav.main')}>
        <ul className={css.places}>
          {placesOf(here.history).map((place) => (
            <li key={place.word}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      </nav>
      <div className={css.sideEnd}>
        <MyMenu />
      </div>
    </header>
  );
}

function Contribute() {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Button
      leftSection={<Icon name="add" />}
      renderRoot={(props) => <Link to="/a/$slug/contributions/new" params={{ slug }} {...props} />}
    >
      {t('nav.contribute')}
    </Button>
  );
}

function PlaceLink({ place, onClick }: { place: Place; onClick?: () => void }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <Link
      to={place.to}
      params={{ slug }}
      className={css.place}
      activeOptions={{ exact: place.exact ?? false }}
      activeProps={{ 'aria-current': 'page', 'data-here': true }}
      onClick={onClick}
    >
      <Icon name={place.icon} />
      {t(`nav.${place.word}`)}
    </Link>
  );
}

/** On a phone: the four places used most, and a sheet with the rest. */
function Bar() {
  const { t } = useTranslation();
  const here = useHere();
  const [more, setMore] = useState(false);
  const places = placesOf(here.history);
  const near = inReach(here.history);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving anywhere closes the sheet.
  useEffect(() => setMore(false), [pathname]);
  return (
    <footer className={css.phone}>
      {more && (
        <div className={css.sheet} id="more">
          <p className={css.allianceName}>{here.name}</p>
          {!here.history && <Contribute />}
          <nav aria-label={t('nav.more')}>
            <ul className={css.places}>
              {places
                .filter((place) => !near.includes(place.word))
                .map((place) => (
                  <li key={place.word}>
                    <PlaceLink place={place} />
                  </li>
                ))}
            </ul>
          </nav>
          <MyMenu />
        </div>
      )}
      <nav aria-label={t('nav.main')} className={css.bar}>
        {places
          .filter((place) => near.includes(place.word))
          .map((place) => (
            <PlaceLink key={place.word} place={place} />
          ))}
        <button
          type="button"
          className={css.place}
          aria-expanded={more}
          aria-controls="more"
          onClick={() => setMore(!more)}
        >
          <Icon name="more" />
          {t('nav.more')}
        </button>
      </nav>
    </footer>
  );
}
