import { Tooltip } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { day, exactTime, fromNow } from '../text/time';

const MINUTE = 60_000;

function everyMinute(tick: () => void): () => void {
  const timer = setInterval(tick, MINUTE);
  return () => clearInterval(timer);
}

/** The present to the minute; what shows it is drawn again when it moves. */
export function useNow(): number {
  return useSyncExternalStore(everyMinute, () => Math.floor(Date.now() / MINUTE) * MINUTE);
}

/** A moment in words; the exact time on hover and to assistive technology. */
export function When({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = Math.max(useNow(), 0);
  const recent = Math.abs(Date.parse(at) - now) < 45 * 86_400_000;
  return (
    <Tooltip label={exactTime(at, i18n.language)}>
      <time dateTime={at}>{recent ? fromNow(at, i18n.language) : day(at, i18n.language)}</time>
    </Tooltip>
  );
}

export function Day({ at }: { at: string }) {
  const { i18n } = useTranslation();
  return <time dateTime={at}>{day(at, i18n.language)}</time>;
}
