import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization, usePerson } from '../directory/directory';
import { useHere } from '../session/alliance';
import { Icon } from './Icon';
import css from './who.module.css';

function tint(colour: string | undefined): CSSProperties | undefined {
  return colour ? ({ '--firm': colour } as CSSProperties) : undefined;
}

/** A firm, everywhere the same: its quiet colour and its short name. */
export function Firm({ id }: { id: string | null | undefined }) {
  const { t } = useTranslation();
  const firm = useOrganization(useHere().id, id);
  if (!id) return <span className={css.firm}>{t('who.noFirm')}</span>;
  return (
    <Tooltip label={firm?.name ?? ''} disabled={!firm || firm.name === firm.shortName}>
      <span className={css.firm} style={tint(firm?.colour)}>
        {firm?.shortName ?? '…'}
      </span>
    </Tooltip>
  );
}

export function useFirmName(id: string | null | undefined): string {
  const { t } = useTranslation();
  return useOrganization(useHere().id, id)?.name ?? t('who.noFirm');
}

export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : ''];
  return ((first?.[0] ?? '') + (last?.[0] ?? '')).toUpperCase();
}

export function Face({ name, firm }: { name: string; firm?: string | null }) {
  const colour = useOrganization(useHere().id, firm)?.colour;
  return (
    <span className={css.face} style={tint(colour)} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function usePersonName(id: string | null | undefined): string {
  const { t } = useTranslation();
  const person = usePerson(useHere().id, id);
  if (person === undefined) return '…';
  return person === null || person.state === 'ERASED' ? t('who.formerMember') : person.name;
}

/** A name that leads to the person. */
export function PersonName({ id }: { id: string }) {
  const here = useHere();
  const name = usePersonName(id);
  const me = useTranslation().t('who.you');
  return (
    <Link
      to="/a/$slug/people/$person"
      params={{ slug: here.slug, person: id }}
      className={css.name}
    >
      {id === here.me.id ? me : name}
    </Link>
  );
}

interface PersonProps {
  id: string;
  /** The firm of that day where the work says it; else the person's firm of today. */
  firm?: string | null;
  face?: boolean;
}

/** A person with face, name and firm. */
export function PersonWithFirm({ id, firm, face = true }: PersonProps) {
  const person = usePerson(useHere().id, id);
  const of = firm === undefined ? person?.organization : firm;
  return (
    <span className={css.person}>
      {face && <Face name={person?.name ?? ''} firm={of} />}
      <span>
        <PersonName id={id} /> <Firm id={of} />
      </span>
    </span>
  );
}

/** Work that went from one firm to another: what this place is for, so it is always visible. */
export function Crossing({ from, to }: { from: string | null; to: string | null }) {
  const { t } = useTranslation();
  if (from === to) return <Firm id={from} />;
  return (
    <span className={css.crossing}>
      <Firm id={from} />
      <span className="seen-by-ear">{t('who.to')}</span>
      <Icon name="right" size={14} />
      <Firm id={to} />
    </span>
  );
}
