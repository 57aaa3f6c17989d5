import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/shared/api/ids';
import type { Matter, NewOrder, OrderKind } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { usePeopleNamed } from '@/shared/directory/search';
import { useHere } from '@/shared/session/alliance';
import { minorDigits, money } from '@/shared/text/numbers';
import { officeName } from '@/shared/text/office';
import { Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useFollowed } from './aftermath';
import { WithRules } from './ClosesField';
import { type Amending, MotionForm, Reason, useWords } from './MotionForm';
import {
  NO_WORDS,
  ORDER_KINDS,
  type OrderWords,
  orderOf,
  type PoolChoice,
  presentWords,
} from './orders';
import { AskTheMembers } from './poll/QuestionForm';

const MATTERS: Record<OrderKind, Matter> = {
  ADMIT_ORGANIZATION: 'MEMBERSHIP',
  REMOVE_ORGANIZATION: 'MEMBERSHIP',
  REMOVE_MEMBER: 'MEMBERSHIP',
  GIVE_OFFICE: 'OFFICES',
  END_OFFICE: 'OFFICES',
  SPEND: 'MONEY',
};

/** Proposes what is carried out if the members adopt it; what that is stands above the button. */
export function NewOrderPage({ pools }: { pools: PoolChoice[] }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<OrderKind>('ADMIT_ORGANIZATION');
  const followed = useFollowed();
  return (
    <Page title={t('order.title')} lead={t('order.lead')} acts={followed && <AskTheMembers />}>
      <Select
        label={t('order.kind')}
        data={ORDER_KINDS.map((value) => ({ value, label: t(`order.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(ORDER_KINDS.find((one) => one === value) ?? kind)}
        allowDeselect={false}
      />
      <OrderForm key={kind} kind={kind} pools={pools} />
    </Page>
  );
}

interface FormProps {
  kind: OrderKind;
  pools: PoolChoice[];
  amends?: Amending;
}

export function OrderForm({ kind, pools, amends }: FormProps) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  const draft = useWords(`order.${here.id}.${kind}`, NO_WORDS, amends, presentWords);
  const words = draft.value;
  const [admitted] = useState(
    () => amends?.proposal.order?.what.admission?.organization ?? newId(),
  );
  const order = orderOf(kind, words, pools, admitted);
  const pool = pools.find((one) => one.id === words.pool);
  return (
    <WithRules>
      {(rules) => (
        <MotionForm
          rules={rules}
          matter={MATTERS[kind]}
          ready={order !== undefined}
          motion={{ order }}
          amends={amends}
          opened={draft.clear}
        >
          {(error) => (
            <>
              <Parts kind={kind} words={words} change={draft.change} pools={pools} error={error} />
              {kind === 'SPEND' && pool && (
                <p className={lacks(order, pool) ? page.warm : page.soft}>
                  {t(lacks(order, pool) ? 'order.poolLacks' : 'order.poolHolds', {
                    amount: money(pool.balanceMinor, pool.currency, i18n.language),
                  })}
                </p>
              )}
              <TextInput
                label={t('order.oneLine')}
                required
                maxLength={200}
                value={words.title}
                onChange={(event) => draft.change({ title: event.currentTarget.value })}
                error={fieldError(error, 'order/title')}
              />
              <Reason
                value={words.reason}
                change={(reason) => draft.change({ reason })}
                error={fieldError(error, 'order/reason')}
              />
              <p className={page.soft}>{t(`order.then.${kind}`)}</p>
            </>
          )}
        </MotionForm>
      )}
    </WithRules>
  );
}

/** Whether the pool holds less today than it is to pay. */
function lacks(order: NewOrder | undefined, pool: PoolChoice): boolean {
  return (order?.amountMinor ?? 0) > pool.balanceMinor;
}

interface PartsProps {
  kind: OrderKind;
  words: OrderWords;
  change: (more: Partial<OrderWords>) => void;
  pools: PoolChoice[];
  error: unknown;
}

/** What an order of the kind is about. */
function Parts({ kind, words, change, pools, error }: PartsProps) {
  switch (kind) {
    case 'ADMIT_ORGANIZATION':
      return <Admission words={words} change={change} error={error} />;
    case 'REMOVE_ORGANIZATION':
      return <FirmField words={words} change={change} error={error} />;
    case 'REMOVE_MEMBER':
      return <PersonField words={words} change={change} error={error} />;
    case 'GIVE_OFFICE':
    case 'END_OFFICE':
      return (
        <>
          <PersonField words={words} change={change} error={error} />
          <OfficeFields words={words} change={change} error={error} day={kind === 'GIVE_OFFICE'} />
        </>
      );
    case 'SPEND':
      return (
        <>
          <Spending words={words} change={change} pools={pools} error={error} />
          {!words.person && <FirmField words={words} change={change} error={error} optional />}
          {!words.organization && (
            <PersonField words={words} change={change} error={error} optional />
          )}
        </>
      );
  }
}

type FieldProps = Pick<PartsProps, 'words' | 'change' | 'error'> & { optional?: boolean };

function Admission({ words, change, error }: FieldProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('firm.name')}
        required
        maxLength={120}
        value={words.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={fieldError(error, 'admission/name')}
      />
      <TextInput
        label={t('firm.shortName')}
        description={t('firm.shortNameHelp')}
        required
        maxLength={24}
        value={words.shortName}
        onChange={(event) => change({ shortName: event.currentTarget.value })}
        error={fieldError(error, 'admission/shortName')}
      />
      <TextInput
        label={t('firm.domains')}
        description={t('firm.domainsHelp')}
        value={words.domains}
        onChange={(event) => change({ domains: event.currentTarget.value })}
        error={fieldError(error, 'admission/mailDomains')}
      />
    </>
  );
}

function FirmField({ words, change, error, optional }: FieldProps) {
  const { t } = useTranslation();
  const firms = useQuery(organizations(useHere().id)).data;
  const choices = [...(firms?.values() ?? [])]
    .filter((firm) => !firm.leftAt)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map((firm) => ({ value: firm.id, label: firm.name }));
  return (
    <Select
      label={t(optional ? 'order.payFirm' : 'people.firm')}
      required={!optional}
      data={choices}
      value={words.organization}
      onChange={(organization) => change({ organization })}
      error={fieldError(error, 'order/organization')}
      searchable
      clearable={optional}
      clearButtonProps={{ 'aria-label': t('order.nobody') }}
      limit={100}
    />
  );
}

function PersonField({ words, change, error, optional }: FieldProps) {
  const { t } = useTranslation();
  const { found, type } = usePeopleNamed(useHere().id, words.person);
  return (
    <Select
      label={t(optional ? 'order.payPerson' : 'order.person')}
      required={!optional}
      data={found.map((person) => ({ value: person.id, label: person.name }))}
      value={words.person}
      onChange={(person) => change({ person })}
      onSearchChange={type}
      searchable
      clearable={optional}
      clearButtonProps={{ 'aria-label': t('order.nobody') }}
      error={fieldError(error, 'order/person')}
    />
  );
}

interface OfficeProps extends FieldProps {
  /** Whether it has a last day. */
  day: boolean;
}

function OfficeFields({ words, change, error, day }: OfficeProps) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('order.office')}
        required
        data={['CONVENER', 'STEWARD'].map((value) => ({ value, label: officeName(t, value) }))}
        value={words.office}
        onChange={(office) => change({ office: office ?? words.office })}
        error={fieldError(error, 'order/office')}
        allowDeselect={false}
      />
      {day && (
        <TextInput
          type="date"
          label={t('order.until')}
          required
          value={words.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
          error={fieldError(error, 'order/until')}
        />
      )}
    </>
  );
}

function Spending({ words, change, pools, error }: FieldProps & { pools: PoolChoice[] }) {
  const { t } = useTranslation();
  const pool = pools.find((one) => one.id === words.pool);
  return (
    <>
      <Select
        label={t('order.pool')}
        required
        data={pools.map((one) => ({ value: one.id, label: one.name }))}
        value={words.pool}
        onChange={(value) => change({ pool: value })}
        error={fieldError(error, 'order/pool')}
        nothingFoundMessage={t('pools.none')}
      />
      {pool && (
        <NumberInput
          label={t('pools.deposit.amount', { currency: pool.currency })}
          required
          min={0}
          allowNegative={false}
          decimalScale={minorDigits(pool.currency)}
          value={words.amount}
          onChange={(amount) => change({ amount })}
          error={fieldError(error, 'order/amountMinor')}
        />
      )}
    </>
  );
}
