import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GivenVote, Proposal } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { ProxyForm } from './ProxyForm';
import { type ProxyAct, proxies, useAnswerProxy } from './proxying';

const LIVE = ['OFFERED', 'ACCEPTED'];

/** Votes that others hold for my firm or me, those that I hold, and giving one; on one proposal, or on all. */
export function Proxies({ proposal }: { proposal?: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const found = useInfiniteQuery(proxies(here.id));
  const [giving, give] = useState(false);
  const live = (found.data ?? []).filter(
    (one) =>
      LIVE.includes(one.state) && (!proposal || !one.proposal || one.proposal === proposal.id),
  );
  const body = proposal?.rule.body ?? (here.delegate ? 'FIRMS' : 'PERSONS');
  const may = member && !here.history && (body === 'PERSONS' || here.delegate);
  if (live.length === 0 && !may) return null;
  return (
    <Section title={t('proxy.title')}>
      {live.length > 0 && (
        <ul className={page.list}>
          {live.map((one) => (
            <Line key={one.id} proxy={one} />
          ))}
        </ul>
      )}
      {may &&
        (giving ? (
          <ProxyForm proposal={proposal} body={body} close={() => give(false)} />
        ) : (
          <div>
            <Button variant="subtle" color="gray" onClick={() => give(true)}>
              {t(`proxy.begin.${body}`)}
            </Button>
          </div>
        ))}
    </Section>
  );
}

function Line({ proxy }: { proxy: GivenVote }) {
  const { t } = useTranslation();
  const here = useHere();
  const answer = useAnswerProxy(here.id, proxy.id);
  const mine = proxy.mine && proxy.state === 'OFFERED';
  const given = proxy.person ? proxy.person === here.me.id : here.delegate;
  const acts: ProxyAct[] = mine
    ? ['acceptance', 'declination']
    : proxy.mine || given
      ? ['revocation']
      : [];
  return (
    <li className={page.row}>
      <span className={page.grow}>
        {proxy.person ? <PersonName id={proxy.person} /> : <Firm id={proxy.organization} />}{' '}
        {t('proxy.heldBy')} <PersonName id={proxy.holder} />
        <span className={`${page.small} ${page.soft}`}>
          {' · '}
          {proxy.title ?? t('proxy.all')} · {t('proxy.until')} <Day at={proxy.until} /> ·{' '}
          {t(`proxy.state.${proxy.state}`)}
        </span>
        <Refused error={answer.error} />
      </span>
      {acts.map((act) => (
        <Button
          key={act}
          size="compact-sm"
          variant={act === 'acceptance' ? 'filled' : 'default'}
          loading={answer.isPending && answer.variables === act}
          onClick={() => answer.mutate(act)}
        >
          {t(`proxy.act.${act}`)}
        </Button>
      ))}
    </li>
  );
}
