import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { money } from '@/shared/text/numbers';
import { officeName } from '@/shared/text/office';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day, When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { useApprove } from './queries';

/** What is carried out if it passes, and to whom it happens. */
export function OrderPassing({ proposal }: { proposal: Proposal }) {
  const { t, i18n } = useTranslation();
  const { slug } = useHere();
  const what = proposal.order?.what;
  if (!what) return null;
  return (
    <Trans
      i18nKey={`order.passes.${proposal.kind as keyof typeof PASSES}`}
      values={{
        name: what.admission?.name ?? '',
        office: officeName(t, what.office ?? ''),
        amount: what.amountMinor
          ? money(what.amountMinor, what.currency ?? 'EUR', i18n.language)
          : '',
      }}
      components={{
        who: what.person ? <PersonName id={what.person} /> : <Firm id={what.organization} />,
        firm: <Firm id={what.organization} />,
        until: what.until ? <Day at={what.until} /> : <span />,
        pool: what.pool ? (
          <Link
            to="/a/$slug/pools/$pool"
            params={{ slug, pool: what.pool }}
            className={page.link}
          />
        ) : (
          <span />
        ),
      }}
    />
  );
}

const PASSES = {
  ADMIT_ORGANIZATION: true,
  REMOVE_ORGANIZATION: true,
  REMOVE_MEMBER: true,
  GIVE_OFFICE: true,
  END_OFFICE: true,
  SPEND: true,
};

/** What became of it: carried out, or refused and why. */
export function Carried({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { execution, approval } = proposal;
  if (!execution) return null;
  return (
    <Section title={t('order.carried')}>
      {approval && (
        <p>
          {t('order.approvedBy')} <PersonName id={approval.person} />{' '}
          <Firm id={approval.organization} /> <When at={approval.at} />
        </p>
      )}
      <p className={execution.state === 'REFUSED' ? page.warm : undefined}>
        {t(`order.execution.${execution.state}`)}{' '}
        {execution.refusal && t(`order.refusals.${refusalOf(execution.refusal)}`)}{' '}
        <span className={`${page.small} ${page.soft}`}>
          <When at={execution.at} />
        </span>
      </p>
    </Section>
  );
}

const REFUSALS = [
  'organization-here-already',
  'organization-of-history',
  'organization-unknown',
  'organization-gone',
  'person-unknown',
  'person-gone',
  'class-not-allowed',
  'office-day-over',
  'office-held-already',
  'seat-cap-reached',
  'office-not-held',
  'pool-unknown',
  'pool-not-open',
  'payee-missing',
  'pool-other-currency',
  'pool-balance-too-low',
] as const;

function refusalOf(code: string): (typeof REFUSALS)[number] | 'other' {
  return REFUSALS.find((one) => one === code) ?? 'other';
}

/** Where the rulebook leaves it to the sponsor, one delegate of it decides. */
export function Approve({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const approve = useApprove(here.id, proposal.id);
  const firm = useQuery(organizations(here.id)).data?.get(here.organization);
  if (proposal.rule.decider !== 'SPONSOR' || proposal.state !== 'DIALOGUE') return null;
  // What nobody can carry out, the sponsor cannot approve.
  if (!proposal.order)
    return (
      <Section title={t('order.sponsors')}>
        <p className={page.soft}>{t('order.sponsorsNothing')}</p>
      </Section>
    );
  return (
    <Section title={t('order.sponsors')}>
      <p className={page.soft}>{t('order.sponsorsHelp')}</p>
      {here.delegate && firm?.role === 'SPONSOR' && (
        <div className={page.acts}>
          <Button loading={approve.isPending} onClick={() => approve.mutate(undefined)}>
            {t('order.approve')}
          </Button>
          <Refused error={approve.error} />
        </div>
      )}
    </Section>
  );
}
