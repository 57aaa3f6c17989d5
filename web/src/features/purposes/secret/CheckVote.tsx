import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, purpose } from '@/shared/api/http';
import { key } from '@/shared/api/keys';
import type { Choice, CountedVote, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import css from '../purpose.module.css';
import { forgetPaper, keptPaper, type Paper, receiptOf, shortReceipt } from './paper';

/** What can be said without a name: options are not marked so. */
type Said = Exclude<Choice, 'MARKED'>;

const PAGE = 200;
/** More are not drawn; what is looked for is looked for in all. */
const DRAWN_MAX = 500;

/** The votes that were counted, without names, and whether mine is among them: this device looks, nobody is asked. */
export function CheckVote({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { id: alliance, me } = useHere();
  const [asked, setAsked] = useState(false);
  const [paper, setPaper] = useState(() => keptPaper(me.id, proposal.id));
  const found = useQuery({
    queryKey: key('proposals', alliance, proposal.id, 'votes', paper?.token ?? ''),
    queryFn: async () => {
      const votes = await allVotes(alliance, proposal.id);
      const receipt = paper && (await receiptOf(paper));
      return { votes, mine: votes.find((vote) => vote.receipt === receipt) };
    },
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
  });
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
          {({ votes, mine }) => (
            <>
              <Mine paper={paper} mine={mine} opened={votes.length > 0} />
              <Votes votes={votes} mine={mine} />
            </>
          )}
        </Loaded>
      )}
      {asked && paper && (
        <div>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => {
              forgetPaper(me.id, proposal.id);
              setPaper(undefined);
            }}
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
}: {
  paper: Paper | undefined;
  mine: CountedVote | undefined;
  opened: boolean;
}) {
  const { t } = useTranslation();
  if (!opened) return <p role="status">{t('secret.notOpened')}</p>;
  if (!paper) return <p className={page.soft}>{t('secret.noPaper')}</p>;
  if (!mine) return <p role="status">{t(paper.choice ? 'secret.notCounted' : 'secret.notCast')}</p>;
  const choice = t(`proposal.act.${mine.choice as Said}`);
  const receipt = shortReceipt(mine.receipt);
  return (
    <p role="status">
      {paper.choice && paper.choice !== mine.choice
        ? t('secret.countedOther', {
            choice,
            receipt,
            cast: t(`proposal.act.${paper.choice as Said}`),
          })
        : t('secret.counted', { choice, receipt })}
    </p>
  );
}

function Votes({ votes, mine }: { votes: CountedVote[]; mine: CountedVote | undefined }) {
  const { t } = useTranslation();
  if (votes.length === 0) return null;
  return (
    <details className={css.earlier}>
      <summary>{t('secret.list', { count: votes.length })}</summary>
      <ul className={css.receipts}>
        {votes.slice(0, DRAWN_MAX).map((vote) => (
          <li key={vote.receipt} aria-current={vote === mine || undefined}>
            <code>{shortReceipt(vote.receipt)}</code> {t(`proposal.act.${vote.choice as Said}`)}
          </li>
        ))}
      </ul>
      {votes.length > DRAWN_MAX && (
        <p className={page.small}>{t('secret.more', { count: votes.length - DRAWN_MAX })}</p>
      )}
    </details>
  );
}
