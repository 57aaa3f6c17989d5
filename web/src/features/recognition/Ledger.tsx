import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Entry } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { number } from '@/shared/text/numbers';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { groupBalance, groupEntries, myBalance, myEntries } from './queries';
import css from './recognition.module.css';

function EntryLine({ entry }: { entry: Entry }) {
  const { t, i18n } = useTranslation();
  const { slug } = useHere();
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <Link
          to="/a/$slug/contributions/$contribution"
          params={{ slug, contribution: entry.contribution }}
          className={page.quiet}
        >
          {entry.title}
        </Link>
        <p className={`${page.small} ${page.soft}`}>
          {t('ledger.by')} <PersonName id={entry.by} /> · <When at={entry.at} />
        </p>
      </div>
      <span className={css.amount}>+{number(entry.amount, i18n.language)}</span>
    </div>
  );
}

/** My credit: what it is, and where each of it came from. */
export function MyCredit() {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const balance = useQuery(myBalance(here.id));
  const entries = useInfiniteQuery(myEntries(here.id));
  return (
    <Section title={t('mine.credit')}>
      <Loaded query={balance}>
        {(account) => (
          <p className={css.balance}>
            <span className={css.figure}>{number(account.balance, i18n.language)}</span>{' '}
            {t('ledger.unit', { count: account.balance })}
          </p>
        )}
      </Loaded>
      <p className={page.soft}>{t('mine.creditHelp')}</p>
      <EndlessList
        query={entries}
        keyOf={(entry) => entry.transaction}
        empty={<Empty>{t('mine.noCredit')}</Empty>}
      >
        {(entry) => <EntryLine entry={entry} />}
      </EndlessList>
    </Section>
  );
}

/** The group's own account: what all firms made together. */
export function AccountPage() {
  const { t } = useTranslation();
  const here = useHere();
  const balance = useQuery(groupBalance(here.id));
  const entries = useInfiniteQuery(groupEntries(here.id));
  return (
    <Page
      title={t('account.title')}
      lead={t('account.lead')}
      acts={
        !here.history && (
          <Link to="/a/$slug/pools" params={{ slug: here.slug }} className={page.link}>
            {t('pools.link')}
          </Link>
        )
      }
    >
      <Loaded query={balance}>{(account) => <Together account={account} />}</Loaded>
      <Section title={t('account.entries')}>
        <EndlessList
          query={entries}
          keyOf={(entry) => entry.transaction}
          empty={<Empty>{t('account.empty')}</Empty>}
        >
          {(entry) => <EntryLine entry={entry} />}
        </EndlessList>
      </Section>
    </Page>
  );
}

interface TogetherProps {
  account: { balance: number; organizations: { organization: string; amount: number }[] };
}

/** The firms stand in the order of their names: this is what they share, not a contest. */
function Together({ account }: TogetherProps) {
  const { t, i18n } = useTranslation();
  const names = useQuery(organizations(useHere().id)).data;
  const name = (id: string) => names?.get(id)?.shortName ?? '';
  const firms = [...account.organizations].sort((one, other) =>
    name(one.organization).localeCompare(name(other.organization)),
  );
  return (
    <>
      <p className={css.balance}>
        <span className={css.figure}>{number(account.balance, i18n.language)}</span>{' '}
        {t('ledger.unit', { count: account.balance })}
      </p>
      {firms.length > 0 && (
        <Section title={t('account.firms')}>
          <ul className={css.firms}>
            {firms.map((one) => (
              <li key={one.organization} className={css.firm}>
                <Firm id={one.organization} />
                <span className={css.amount}>{number(one.amount, i18n.language)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
