import { Link } from '@tanstack/react-router';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Activity } from '@/shared/api/types';
import { usePerson } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { money } from '@/shared/text/numbers';
import { officeName } from '@/shared/text/office';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Crossing, Face, Firm, PersonName } from '@/shared/ui/Who';
import css from './contribution.module.css';
import { addressOf } from './places';
import { sentenceOf } from './sentence';

/** One fact in one sentence: who, from which firm, did what; and across which firms it went. */
export function ActivityLine({ event, fresh }: { event: Activity; fresh?: boolean }) {
  const { t, i18n } = useTranslation();
  const author = event.detail.author ?? event.detail.to ?? undefined;
  const actor = event.actor ?? author;
  return (
    <div className={clsx(css.event, fresh && css.fresh)}>
      <EventFace person={actor} firm={event.organization} />
      <p className={css.eventWords}>
        {fresh && <span className="seen-by-ear">{t('activity.new')} </span>}
        <Trans
          i18nKey={`event.${sentenceOf(event.type, event.detail.into)}`}
          values={{
            title: event.title ?? '',
            outcome: t(`outcome.${outcomeOf(event)}`),
            value: event.detail.value ?? '',
            name: event.detail.name ?? '',
            office: officeName(t, event.detail.office ?? ''),
            state: t(`officeState.${officeStateOf(event)}`),
            amount: amountOf(event, i18n.language),
          }}
          components={{
            who: actor ? <PersonName id={actor} /> : <Firm id={event.organization} />,
            firm: <Firm id={event.organization} />,
            into: <Firm id={event.detail.into} />,
            what: <What event={event} />,
            whom: author ? <PersonName id={author} /> : <span />,
            way: <Way event={event} />,
          }}
        />
      </p>
      <span className={css.at}>
        <When at={event.at} />
      </span>
    </div>
  );
}

const OUTCOMES = ['ADOPTED', 'REJECTED', 'NO_QUORUM', 'DONE', 'REFUSED'] as const;
const OFFICE_STATES = ['OFFERED', 'HELD', 'DECLINED', 'ENDED'] as const;

function officeStateOf(event: Activity): (typeof OFFICE_STATES)[number] | 'OTHER' {
  return OFFICE_STATES.find((one) => one === event.detail.state) ?? 'OTHER';
}

function amountOf({ detail }: Activity, language: string): string {
  return detail.amountMinor && detail.currency
    ? money(detail.amountMinor, detail.currency, language)
    : '';
}

function outcomeOf(event: Activity): (typeof OUTCOMES)[number] | 'OPEN' {
  return OUTCOMES.find((one) => one === event.detail.outcome) ?? 'OPEN';
}

function EventFace({ person, firm }: { person?: string; firm?: string | null }) {
  const name = usePerson(useHere().id, person)?.name ?? '';
  return <Face name={name} firm={firm} />;
}

/** Between which firms the work went; one firm alone when it stayed inside. */
function Way({ event }: { event: Activity }) {
  const from = event.detail.organization;
  if (!from || from === event.organization) return <Firm id={event.organization} />;
  return <Crossing from={event.organization ?? null} to={from} />;
}

/** The thing itself, as a link where it has a page. The words come from Trans. */
function What({ event, children }: { event: Activity; children?: ReactNode }) {
  const { slug } = useHere();
  const address = addressOf(slug, event.link);
  if (!address) return <span className={page.strong}>{children}</span>;
  return (
    <Link to={address} className={page.work}>
      {children}
    </Link>
  );
}
