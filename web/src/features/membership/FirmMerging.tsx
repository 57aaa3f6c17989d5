import { Button, Modal, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Body, Merger, MergerEffect } from '@/shared/api/types';
import { organizations } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { Firm, PersonName, useFirmName } from '@/shared/ui/Who';
import {
  answersTo,
  fits,
  mergerEffect,
  mergers,
  partnersOf,
  useAcceptMerger,
  useDeclineMerger,
  useProposeMerger,
  useWithdrawMerger,
} from './merging';
import css from './people.module.css';

const NAMED = 12;

/** How the own firm goes on as another one, or takes another one in; for its administrators. */
export function FirmMerging({ body }: { body: Body }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(mergers(useHere().id));
  const known = found.data ?? [];
  const open = known.some((one) => one.ours && one.state === 'PROPOSED');
  return (
    <Section title={t('merger.title')}>
      <p className={page.soft}>{t('merger.lead')}</p>
      {known.length > 0 && (
        <ul className={page.list}>
          {known.map((merger) => (
            <Line key={merger.id} merger={merger} />
          ))}
        </ul>
      )}
      {!open && <Propose body={body} />}
    </Section>
  );
}

function Line({ merger }: { merger: Merger }) {
  const { t } = useTranslation();
  const here = useHere();
  const withdraw = useWithdrawMerger(here.id, merger.id);
  const decline = useDeclineMerger(here.id, merger.id);
  const answers = answersTo(merger);
  return (
    <li className={`${page.row} ${css.entrusted}`}>
      <span className={page.grow}>
        <Trans
          i18nKey="merger.line"
          components={{ from: <Firm id={merger.from} />, into: <Firm id={merger.into} /> }}
        />
        <span className={`${page.small} ${page.soft}`}>
          {' · '}
          {t(`merger.state.${merger.state}`)} · <When at={merger.answeredAt ?? merger.proposedAt} />
        </span>
        <Refused error={withdraw.error ?? decline.error} />
      </span>
      {answers === 'OURS' && (
        <div className={page.acts}>
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate(undefined)}
          >
            {t('merger.withdraw')}
          </Button>
        </div>
      )}
      {answers === 'THEIRS' && <Answer merger={merger} decline={decline} />}
    </li>
  );
}

interface AnswerProps {
  merger: Merger;
  decline: ReturnType<typeof useDeclineMerger>;
}

function Answer({ merger, decline }: AnswerProps) {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure();
  const from = useFirmName(merger.from);
  return (
    <>
      <div className={page.acts}>
        <Button variant="default" onClick={ask}>
          {t('merger.accept')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          loading={decline.isPending}
          onClick={() => decline.mutate(undefined)}
        >
          {t('merger.decline')}
        </Button>
      </div>
      <Modal opened={open} onClose={close} size="lg" title={t('merger.acceptAsk', { from })}>
        {open && merger.effect && <Accept merger={merger} effect={merger.effect} close={close} />}
      </Modal>
    </>
  );
}

function Accept({
  merger,
  effect,
  close,
}: {
  merger: Merger;
  effect: MergerEffect;
  close: () => void;
}) {
  const { t } = useTranslation();
  const say = useSay();
  const [from, into] = [useFirmName(merger.from), useFirmName(merger.into)];
  const accept = useAcceptMerger(useHere().id, merger.id, () => {
    close();
    say(t('merger.accepted', { from, into }));
  });
  return (
    <div className={page.form}>
      <Effect effect={effect} />
      <div className={page.acts}>
        <Button
          loading={accept.isPending}
          disabled={!fits(effect)}
          onClick={() => accept.mutate(effect.people)}
        >
          {t('merger.confirm')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={accept.error} />
    </div>
  );
}

function Propose({ body }: { body: Body }) {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure();
  return (
    <div>
      <Button variant="default" onClick={ask}>
        {t('merger.act')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        size="lg"
        title={t('merger.ask', { firm: body.shortName })}
      >
        {open && <Choose body={body} close={close} />}
      </Modal>
    </div>
  );
}

function Choose({ body, close }: { body: Body; close: () => void }) {
  const { t } = useTranslation();
  const firms = useQuery(organizations(useHere().id));
  const [into, setInto] = useState('');
  return (
    <div className={page.form}>
      <NativeSelect
        label={t('merger.into')}
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
        data={[
          { value: '', label: t('merger.choose') },
          ...partnersOf(body.id, firms.data?.values() ?? []).map((one) => ({
            value: one.id,
            label: one.name,
          })),
        ]}
      />
      {into && <Send key={into} into={into} close={close} />}
    </div>
  );
}

function Send({ into, close }: { into: string; close: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const name = useFirmName(into);
  const read = useQuery(mergerEffect(here.id, into));
  const propose = useProposeMerger(here.id, () => {
    close();
    say(t('merger.proposed', { into: name }));
  });
  return (
    <Loaded query={read}>
      {(effect) => (
        <>
          <Effect effect={effect} />
          <div className={page.acts}>
            <Button
              loading={propose.isPending}
              onClick={() => propose.mutate({ from: effect.from, into, people: effect.people })}
            >
              {t('merger.propose')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              {t('common.cancel')}
            </Button>
          </div>
          <Refused error={propose.error} />
        </>
      )}
    </Loaded>
  );
}

function Effect({ effect }: { effect: MergerEffect }) {
  const { t } = useTranslation();
  const [from, into] = [useFirmName(effect.from), useFirmName(effect.into)];
  const more = effect.people - Math.min(effect.persons.length, NAMED);
  const seats = { needed: effect.seatsNeeded, free: effect.seatsFree ?? 0 };
  return (
    <>
      <p>{t('merger.people', { count: effect.people, into })}</p>
      <p className={page.inline}>
        {effect.persons.slice(0, NAMED).map((person) => (
          <PersonName key={person} id={person} />
        ))}
        {more > 0 && t('merger.more', { count: more })}
      </p>
      <p>
        {effect.seatsFree == null ? t('merger.seatsFree', seats) : t('merger.seats', seats)}{' '}
        {!fits(effect) && t('merger.tooFew', { into })}
      </p>
      {effect.officesEnding > 0 && <p>{t('merger.offices', { count: effect.officesEnding })}</p>}
      {effect.openInvitations > 0 && (
        <p>{t('merger.invitations', { count: effect.openInvitations })}</p>
      )}
      {effect.openApplications > 0 && (
        <p>{t('merger.applications', { count: effect.openApplications })}</p>
      )}
      <p>{t('merger.votes', { from })}</p>
      <p>{t('merger.stays', { from })}</p>
    </>
  );
}
