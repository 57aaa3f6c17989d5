import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pool } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { money } from '@/shared/text/numbers';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { Firm } from '@/shared/ui/Who';
import { pools, useOpenPool } from './queries';
import css from './recognition.module.css';

/** Money in the hands of all: which pools there are, and what is in each. */
export function PoolsPage() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(pools(here.id));
  return (
    <Page title={t('pools.title')} lead={t('pools.lead')}>
      <EndlessList query={found} keyOf={(pool) => pool.id} empty={<Empty>{t('pools.none')}</Empty>}>
        {(pool) => <PoolLine pool={pool} />}
      </EndlessList>
      {here.delegate && !here.history && <OpenPool />}
    </Page>
  );
}

function PoolLine({ pool }: { pool: Pool }) {
  const { t, i18n } = useTranslation();
  const { slug } = useHere();
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <Link to="/a/$slug/pools/$pool" params={{ slug, pool: pool.id }} className={page.quiet}>
          {pool.name}
        </Link>
        <p className={`${page.small} ${page.soft} ${page.inline}`}>
          {t('pools.given')} <Firm id={pool.organization} />
          {pool.state !== 'CONFIRMED' && t(`pools.state.${pool.state}`)}
        </p>
      </div>
      <span className={css.amount}>{money(pool.balanceMinor, pool.currency, i18n.language)}</span>
    </div>
  );
}

function OpenPool() {
  const { t } = useTranslation();
  const here = useHere();
  const navigate = useNavigate();
  const [words, setWords] = useState({ name: '', currency: 'EUR' });
  const open = useOpenPool(
    here.id,
    (pool) => void navigate({ to: '/a/$slug/pools/$pool', params: { slug: here.slug, pool } }),
  );
  return (
    <Section title={t('pools.open.title')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(words);
        }}
      >
        <TextInput
          label={t('pools.open.name')}
          required
          maxLength={120}
          value={words.name}
          onChange={(event) => setWords({ ...words, name: event.currentTarget.value })}
          error={fieldError(open.error, 'name')}
        />
        <TextInput
          label={t('pools.open.currency')}
          description={t('pools.open.currencyHelp')}
          required
          minLength={3}
          maxLength={3}
          value={words.currency}
          onChange={(event) =>
            setWords({ ...words, currency: event.currentTarget.value.toUpperCase() })
          }
          error={fieldError(open.error, 'currency')}
        />
        <div className={page.acts}>
          <Button type="submit" variant="default" loading={open.isPending}>
            {t('pools.open.act')}
          </Button>
        </div>
        <Refused error={open.error} />
      </form>
    </Section>
  );
}
