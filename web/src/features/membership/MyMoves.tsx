import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Move } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { ToCopy } from '@/shared/ui/ToCopy';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { moves, useAgreeToMove, useDeclineMove } from './moving';

/** What other firms offer me. Nothing is shown as long as nobody does. */
export function MyMoves() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(moves(useHere().id));
  const open = found.data?.filter((one) => one.mine && one.state === 'OFFERED') ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={t('move.title')}>
      {open.map((move) => (
        <Offered key={move.id} move={move} />
      ))}
    </Section>
  );
}

function Offered({ move }: { move: Move }) {
  const { t } = useTranslation();
  const here = useHere();
  const agree = useAgreeToMove(here.id, move.id);
  const decline = useDeclineMove(here.id, move.id);
  return (
    <article className={page.card}>
      <div className={page.form}>
        <div>
          <p className={page.strong}>
            <Firm id={move.organization} /> {t(`move.wantsYou.${move.kind}`)}
          </p>
          <p className={`${page.small} ${page.soft}`}>
            <PersonName id={move.offeredBy} /> · <When at={move.offeredAt} />
          </p>
        </div>
        <blockquote className={page.quote}>{move.reason}</blockquote>
        {agree.data ? (
          <Code move={move} code={agree.data.code} />
        ) : (
          <>
            <p className={page.soft}>{t(`move.help.${move.kind}`)}</p>
            <div className={page.acts}>
              <Button loading={agree.isPending} onClick={() => agree.mutate(undefined)}>
                {move.agreed ? t('move.agreeAgain') : t('move.agree')}
              </Button>
              <Button
                variant="subtle"
                color="gray"
                loading={decline.isPending}
                onClick={() => decline.mutate(undefined)}
              >
                {t('move.decline')}
              </Button>
              <span className={`${page.small} ${page.soft}`}>{t('move.blameless')}</span>
            </div>
          </>
        )}
        <Refused error={agree.error ?? decline.error} />
      </div>
    </article>
  );
}

/** The part behind the # stays in the browser: no server's log has it. */
function Code({ move, code }: { move: Move; code: string }) {
  const { t } = useTranslation();
  const here = useHere();
  const address = `${window.location.origin}/m/${here.id}/${move.id}`;
  return (
    <div role="status" className={page.form}>
      <p>{t('move.agreed')}</p>
      <ToCopy
        values={[
          { label: t('move.address'), value: `${address}#${code}` },
          { label: t('move.code'), value: code },
        ]}
      />
      <p className={`${page.small} ${page.soft}`}>{t('move.once')}</p>
    </div>
  );
}
