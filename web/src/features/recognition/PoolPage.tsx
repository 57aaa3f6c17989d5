import { Button, NumberInput } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Movement, Pool } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { minorDigits, minorOf, money } from '@/shared/text/numbers';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import {
  type EntryAct,
  movements,
  pool,
  useAnswerDeposit,
  useAnswerPool,
  useDeposit,
} from './queries';
import css from './recognition.module.css';

/** One pool: what is in it, where it came from, and by which decision it went out. */
export function PoolPage({ id }: { id: string }) {
  const here = useHere();
  const read = useQuery(pool(here.id, id));
  return <Loaded query={read}>{(found) => <Shown pool={found} />}</Loaded>;
}

function Shown({ pool: shown }: { pool: Pool }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(movements(here.id, shown.id));
  const answer = useAnswerPool(here.id, shown.id);
  return (
    <Page
      title={shown.name}
      lead={
        <span className={page.inline}>
          {t('pools.given')} <Firm id={shown.organization} />
          {t(`pools.state.${shown.state}`)}
          {shown.confirmedBy && <Firm id={shown.confirmedBy} />}
        </span>
      }
    >
      <p className={css.balance}>
        <span className={css.figure}>
          {money(shown.balanceMinor, shown.currency, i18n.language)}
        </span>{' '}
        {t('pools.balance')}{' '}
        {shown.waitingMinor > 0 &&
          t('pools.waiting', { amount: money(shown.waitingMinor, shown.currency, i18n.language) })}
      </p>
      {shown.state === 'RECORDED' && (
        <Answer
          organization={shown.organization}
          send={(act) => answer.mutate(act)}
          sending={answer.isPending}
          error={answer.error}
        />
      )}
      {shown.state === 'CONFIRMED' && <p className={page.soft}>{t('pools.spend')}</p>}
      {shown.state === 'CONFIRMED' && here.delegate && <Deposit pool={shown} />}
      <Section title={t('pools.movements')}>
        <EndlessList
          query={found}
          keyOf={(movement) => movement.id}
          empty={<Empty>{t('pools.noMovements')}</Empty>}
        >
          {(movement) => <Line movement={movement} pool={shown} />}
        </EndlessList>
      </Section>
    </Page>
  );
}

interface AnswerProps {
  /** Whose entry it is: its own delegates take it back, those of others confirm it. */
  organization: string;
  send: (act: EntryAct) => void;
  sending: boolean;
  error: unknown;
}

function Answer({ organization, send, sending, error }: AnswerProps) {
  const { t } = useTranslation();
  const here = useHere();
  if (!here.delegate) return null;
  const act: EntryAct = organization === here.organization ? 'withdrawal' : 'confirmation';
  return (
    <div className={page.acts}>
      <Button
        size="xs"
        variant={act === 'confirmation' ? 'filled' : 'default'}
        loading={sending}
        onClick={() => send(act)}
      >
        {t(`pools.act.${act}`)}
      </Button>
      <Refused error={error} />
    </div>
  );
}

function Deposit({ pool: into }: { pool: Pool }) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState<number | string>('');
  const deposit = useDeposit(useHere().id, into.id, () => setAmount(''));
  return (
    <Section title={t('pools.deposit.title')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof amount === 'number') deposit.mutate(minorOf(amount, into.currency));
        }}
      >
        <NumberInput
          label={t('pools.deposit.amount', { currency: into.currency })}
          description={t('pools.deposit.help')}
          required
          min={0}
          decimalScale={minorDigits(into.currency)}
          allowNegative={false}
          value={amount}
          onChange={setAmount}
        />
        <div className={page.acts}>
          <Button type="submit" variant="default" loading={deposit.isPending} disabled={!amount}>
            {t('pools.deposit.act')}
          </Button>
        </div>
        <Refused error={deposit.error} />
      </form>
    </Section>
  );
}

function Line({ movement, pool: of }: { movement: Movement; pool: Pool }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const answer = useAnswerDeposit(here.id, of.id, movement.id);
  const out = movement.amountMinor < 0;
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <span className={page.inline}>
          {t(out ? 'pools.out' : 'pools.in')}
          {movement.organization && <Firm id={movement.organization} />}
          {movement.person && <PersonName id={movement.person} />}
        </span>
        <p className={`${page.small} ${page.soft} ${page.inline}`}>
          {movement.decision && (
            <>
              {t('pools.decision')}{' '}
              <Link
                to="/a/$slug/proposals/$proposal"
                params={{ slug: here.slug, proposal: movement.decision }}
                className={page.link}
              >
                {movement.title}
              </Link>
            </>
          )}
          {movement.confirmedBy && (
            <>
              {t('pools.confirmedBy')} <Firm id={movement.confirmedBy} />
            </>
          )}
          {movement.state !== 'CONFIRMED' && t(`pools.state.${movement.state}`)}
          <When at={movement.at} />
        </p>
        {movement.state === 'RECORDED' && movement.organization && (
          <Answer
            organization={movement.organization}
            send={(act) => answer.mutate(act)}
            sending={answer.isPending}
            error={answer.error}
          />
        )}
      </div>
      <span className={css.amount}>{money(movement.amountMinor, of.currency, i18n.language)}</span>
    </div>
  );
}
