import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, purpose } from '@/shared/api/http';
import type { CountedVote, Proposal, Rule } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Loading } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import css from '../purpose.module.css';
import { useActWords, type YesNo } from '../YesOrNo';
import { forgetPaper, type Paper, shortReceipt } from './paper';
import { useKeptPaper, useReceipt } from './usePaper';

const PAGE = 200;
/** More are not drawn; what is looked for is looked for in all. */
const DRAWN_MAX = 500;

/** The votes that were counted, without names, and whether mine is among them: this device looks, nobody is asked. */
export function CheckVote({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { id: alliance, me } = useHere();
  const [asked, setAsked] = useState(false);
  const paper = useKeptPaper(proposal.id);
  // What is published is the same for all, and read once; which is mine is found here, and under no key that says it.
  const found = useQuery({
    queryKey: ['votes', alliance, proposal.id],
    queryFn: () => allVotes(alliance, proposal.id),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const receipt = useReceipt(paper);
  return (
    <Section title={t('secret.check')}>
      {!asked && (
        <>
          <p className={page.soft}>{t(paper ? 'secret.checkHow' : 'secret.checkWithout')}</p>
          <div>
            <Button variant="default" onClick={() => setAsked(true)}>
              {t(paper ? 'secret.checkMine' : 'secret.showAll')}
            </Button>
          </div>
        </>
      )}
      {asked && (
        <Loaded query={found}>
          {(votes) => {
            if (paper && !receipt) return <Loading />;
            const mine = votes.find((vote) => vote.receipt === receipt);
            return (
              <>
                <Mine paper={paper} mine={mine} opened={votes.length > 0} rule={proposal.rule} />
                <Votes votes={votes} mine={mine} rule={proposal.rule} />
              </>
            );
          }}
        </Loaded>
      )}
      {asked && paper && (
        <div>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => forgetPaper(me.id, proposal.id)}
          >
            {t('secret.forget')}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** Page after page, to the end, whether mine was found or not: what is read says nothing of which is mine. */
async function allVotes(alliance: string, proposal: string): Promise<CountedVote[]> {
  const votes: CountedVote[] = [];
  let cursor: string | undefined;
  do {
    const read = await body(
      purpose.GET('/api/alliances/{alliance}/proposals/{proposal}/votes', {
        params: { path: { alliance, proposal }, query: { cursor, limit: PAGE } },
      }),
    );
    votes.push(...read.items);
    cursor = read.next ?? undefined;
  } while (cursor);
  return votes;
}

function Mine({
  paper,
  mine,
  opened,
  rule,
}: {
  paper: Paper | undefined;
  mine: CountedVote | undefined;
  opened: boolean;
  rule: Rule;
}) {
  const { t } = useTranslation();
  const words = useActWords(rule);
  if (!opened) return <p role="status">{t('secret.notOpened')}</p>;
  if (!paper) return <p className={page.soft}>{t('secret.noPaper')}</p>;
  if (!mine) return <p role="status">{t(paper.choice ? 'secret.notCounted' : 'secret.notCast')}</p>;
  const choice = words(mine.choice as YesNo);
  const receipt = shortReceipt(mine.receipt);
  return (
    <p role="status">
      {paper.choice && paper.choice !== mine.choice
        ? t('secret.countedOther', {
            choice,
            receipt,
            cast: words(paper.choice as YesNo),
          })
        : t('secret.counted', { choice, receipt })}
    </p>
  );
}

interface VotesProps {
  votes: CountedVote[];
  mine: CountedVote | undefined;
  rule: Rule;
}

function Votes({ votes, mine, rule }: VotesProps) {
  const { t } = useTranslation();
  const words = useActWords(rule);
  if (votes.length === 0) return null;
  return (
    <details className={css.earlier}>
      <summary>{t('secret.list', { count: votes.length })}</summary>
      <ul className={css.receipts}>
        {votes.slice(0, DRAWN_MAX).map((vote) => (
          <li key={vote.receipt} aria-current={vote === mine || undefined}>
            <code>{shortReceipt(vote.receipt)}</code> {words(vote.choice as YesNo)}
          </li>
        ))}
      </ul>
      {votes.length > DRAWN_MAX && (
        <p className={page.small}>{t('secret.more', { count: votes.length - DRAWN_MAX })}</p>
      )}
    </details>
  );
}
