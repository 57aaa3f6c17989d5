import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matter, Rulebook } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { duration, secondsOf } from '@/shared/text/time';
import { Loaded } from '@/shared/ui/Loaded';
import { fieldError } from '@/shared/ui/refusals';
import { rulebook } from './queries';
import { ruleOf } from './rules';

/** A little more than the least, because the form is read before it is sent. */
const MARGIN_SECONDS = 600;

/** The value that a field of local date and time understands. */
function localTime(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What every form needs that opens a ballot: the rules by which it will be decided. */
export function WithRules({ children }: { children: (rules: Rulebook) => ReactNode }) {
  return <Loaded query={useQuery(rulebook(useHere().id))}>{children}</Loaded>;
}

/** When the ballot closes, in the reader's own time, at first as soon as the rules allow. */
export function useCloses(rules: Rulebook, matter: Matter) {
  const least = secondsOf(ruleOf(rules.inForce.rules, matter).ballotMinimum);
  const [value, change] = useState(() =>
    localTime(new Date(Date.now() + (least + MARGIN_SECONDS) * 1000)),
  );
  return { value, change, least, at: () => new Date(value).toISOString() };
}

interface Props {
  closes: ReturnType<typeof useCloses>;
  error: unknown;
}

export function ClosesField({ closes, error }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <TextInput
      type="datetime-local"
      step={closes.least < 60 ? 1 : 60}
      label={t('purpose.closes')}
      description={t('purpose.closesHelp', { least: duration(closes.least, i18n.language) })}
      required
      value={closes.value}
      onChange={(event) => closes.change(event.currentTarget.value)}
      error={fieldError(error, 'closesAt')}
    />
  );
}
