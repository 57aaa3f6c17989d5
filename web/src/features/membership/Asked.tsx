import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement, Deputy } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Need } from '@/shared/ui/Need';
import { Day, When } from '@/shared/ui/When';
import { useFirmName, usePersonName } from '@/shared/ui/Who';
import { agreements } from './agreeing';
import { applications } from './applying';
import { deputies, useAnswerDeputy } from './deputizing';
import { moves } from './moving';

/** What membership asks of me here, each with why me: what is required of everybody first. */
export function useAsked(): ReactElement[] {
  const here = useHere();
  const enabled = !here.history;
  const agreed = useQuery({ ...agreements(here.id), enabled }).data?.items ?? [];
  const due = agreed.filter((one) => one.acceptBy);
  const offers = useInfiniteQuery({ ...moves(here.id), enabled }).data ?? [];
  const named = useInfiniteQuery({ ...deputies(here.id), enabled }).data ?? [];
  const mayDecide = enabled && here.delegate;
  const waiting = useInfiniteQuery({ ...applications(here.id), enabled: mayDecide }).data ?? [];
  const open = waiting.filter((one) => one.state === 'OPEN').length;
  return [
    ...due.map((one) => <Accept key={one.id} agreement={one} />),
    ...offers
      .filter((one) => one.mine && one.state === 'OFFERED')
      .map((one) => <Offered key={one.id} firm={one.organization} />),
    ...named
      .filter((one) => one.person === here.me.id && one.state === 'NAMED')
      .map((one) => <StandIn key={one.id} deputy={one} />),
    ...(open > 0 ? [<Answer key="applications" count={open} />] : []),
  ];
}

function Accept({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  const place = `/a/${slug}/agreements`;
  return (
    <Need
      title={agreement.title}
      place={place}
      why={
        <>
          {t('needs.asked.agreement')}
          {' · '}
          {agreement.outdated ? (
            t('agreements.outdated')
          ) : (
            <>
              {t('agreements.acceptBy')} <When at={agreement.acceptBy ?? ''} />
            </>
          )}
        </>
      }
      acts={<Open place={place}>{t('agreements.read')}</Open>}
    />
  );
}

function Offered({ firm }: { firm: string }) {
  const { t } = useTranslation();
  const place = `/a/${useHere().slug}/mine`;
  return (
    <Need
      title={t('needs.asked.move.title', { firm: useFirmName(firm) })}
      place={place}
      why={t('needs.asked.move.why')}
      acts={<Open place={place}>{t('needs.act.other')}</Open>}
    />
  );
}

function StandIn({ deputy }: { deputy: Deputy }) {
  const { t } = useTranslation();
  const here = useHere();
  const answer = useAnswerDeputy(here.id, deputy.id);
  const act = (which: 'acceptance' | 'declination', variant: string) => (
    <Button
      size="xs"
      variant={variant}
      loading={answer.isPending && answer.variables === which}
      onClick={() => answer.mutate(which)}
    >
      {t(`deputy.act.${which}`)}
    </Button>
  );
  return (
    <Need
      title={t('needs.asked.deputy.title', { name: usePersonName(deputy.delegate) })}
      place={`/a/${here.slug}/firms/${deputy.organization}`}
      why={
        <>
          {t('needs.asked.deputy.why')}
          {' · '}
          <Day at={deputy.from} /> – <Day at={deputy.until} />
        </>
      }
      acts={
        <>
          {act('acceptance', 'filled')}
          {act('declination', 'default')}
          <Refused error={answer.error} />
        </>
      }
    />
  );
}

function Answer({ count }: { count: number }) {
  const { t } = useTranslation();
  const place = `/a/${useHere().slug}/people/applications`;
  return (
    <Need
      title={t('needs.asked.applications.title', { count })}
      place={place}
      why={t('needs.asked.applications.why')}
      acts={<Open place={place}>{t('needs.asked.applications.act')}</Open>}
    />
  );
}

function Open({ place, children }: { place: string; children: string }) {
  return (
    <Button size="xs" renderRoot={(props) => <Link to={place} {...props} />}>
      {children}
    </Button>
  );
}
