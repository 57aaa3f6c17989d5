import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Health } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { number, percent } from '@/shared/text/numbers';
import { duration } from '@/shared/text/time';
import { type ChartSpec, DataTable, Figure } from '@/shared/ui/Figure';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import { health } from './queries';

const DAY_SECONDS = 86_400;
/** What was answered sooner was answered within a minute; nobody counts seconds here. */
const LEAST_SECONDS = 60;

/** How the alliance treats the work of its people, year by year. */
export function HealthPage() {
  const { t } = useTranslation();
  const found = useQuery(health(useHere().id));
  return (
    <Page title={t('health.title')} lead={t('health.lead')} wide>
      <Loaded query={found}>
        {(figures) =>
          figures.all.contributions === 0 ? (
            <Empty>{t('health.empty')}</Empty>
          ) : (
            <>
              <Across figures={figures} />
              <Answered figures={figures} />
              <Spread figures={figures} />
              <Everything figures={figures} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface Props {
  figures: Health;
}

function useWords() {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(
    () => ({
      t,
      share: (perMillion: number) => percent(perMillion, language),
      days: (seconds: number | null | undefined) =>
        seconds === null || seconds === undefined
          ? '–'
          : duration(Math.max(seconds, LEAST_SECONDS), language),
      count: (value: number | null | undefined) =>
        value === null || value === undefined ? '–' : number(value, language, 0),
      tick: (value: number) => number(value, language, 1),
    }),
    [t, language],
  );
}

function lines(
  years: Health['years'],
  named: {
    name: string;
    kind: 'line' | 'bar';
    of: (year: Health['years'][number]) => number | null | undefined;
  }[],
  format: ChartSpec['format'],
): ChartSpec {
  return {
    format,
    series: named.map(({ name, kind, of }) => ({
      name,
      kind,
      points: years.map((year) => [String(year.year), of(year) ?? null]),
    })),
  };
}

/** The direction between the first and the last whole picture, as a word for the finding. */
export function trend(first: number, last: number): 'rose' | 'fell' | 'held' {
  if (last > first * 1.05) return 'rose';
  return last < first * 0.95 ? 'fell' : 'held';
}

function Across({ figures: { years, all } }: Props) {
  const { t, share, count } = useWords();
  const first = years[0];
  const last = years.at(-1);
  const chart = useMemo(
    () =>
      lines(
        years,
        [
          {
            name: t('health.byAnother'),
            kind: 'bar',
            of: (year) => year.shareByAnotherPerMillion,
          },
        ],
        share,
      ),
    [years, t, share],
  );
  const way = trend(first?.shareByAnotherPerMillion ?? 0, last?.shareByAnotherPerMillion ?? 0);
  return (
    <Figure
      finding={
        years.length > 1
          ? t(`health.across.${way}`, {
              all: share(all.shareByAnotherPerMillion),
              from: share(first?.shareByAnotherPerMillion ?? 0),
              to: share(last?.shareByAnotherPerMillion ?? 0),
              first: first?.year,
              last: last?.year,
            })
          : t('health.across.once', { all: share(all.shareByAnotherPerMillion) })
      }
      note={years.length > 1 && t('health.acrossNote')}
      chart={chart}
      columns={[
        t('health.year'),
        t('health.contributions'),
        t('health.byAnotherCount'),
        t('health.byAnother'),
      ]}
      rows={years.map((year) => [
        String(year.year),
        count(year.contributions),
        count(year.acknowledgedByAnother),
        share(year.shareByAnotherPerMillion),
      ])}
    />
  );
}

function Answered({ figures: { years, all } }: Props) {
  const { t, days, tick } = useWords();
  const chart = useMemo(
    () => ({
      ...lines(
        years,
        [
          { name: t('health.p90Short'), kind: 'line', of: (year) => inDays(year.delayP90Seconds) },
          { name: t('health.p50Short'), kind: 'line', of: (year) => inDays(year.delayP50Seconds) },
        ],
        tick,
      ),
      tenfold: steep(years.map((year) => inDays(year.delayP90Seconds))),
    }),
    [years, t, tick],
  );
  if (all.delayP50Seconds === null || all.delayP50Seconds === undefined) return null;
  return (
    <Figure
      finding={
        days(all.delayP50Seconds) === days(all.delayP90Seconds)
          ? t('health.answeredAlike', { p90: days(all.delayP90Seconds) })
          : t('health.answered', {
              p50: days(all.delayP50Seconds),
              p90: days(all.delayP90Seconds),
            })
      }
      note={
        years.length > 1 &&
        `${t('health.answeredNote')}${chart.tenfold ? ` ${t('health.tenfold')}` : ''}`
      }
      chart={chart}
      columns={[t('health.year'), t('health.p50'), t('health.p90')]}
      rows={years.map((year) => [
        String(year.year),
        days(year.delayP50Seconds),
        days(year.delayP90Seconds),
      ])}
    />
  );
}

const STEEP = 10;

/** Whether a year so far above the usual would press all others to the ground. A zero has no place on such a scale. */
export function steep(values: (number | null)[]): boolean {
  const found = values.filter((value) => value !== null).sort((one, other) => one - other);
  const middle = found[Math.floor(found.length / 2)] ?? 0;
  return (found[0] ?? 0) >= 1 && (found.at(-1) ?? 0) > STEEP * middle;
}

function inDays(seconds: number | null | undefined): number | null {
  return seconds === null || seconds === undefined ? null : seconds / DAY_SECONDS;
}

function Spread({ figures: { years, all } }: Props) {
  const { t, count } = useWords();
  const chart = useMemo(
    () =>
      lines(
        years,
        [{ name: t('health.half'), kind: 'bar', of: (year) => year.organizationsForHalf }],
        count,
      ),
    [years, t, count],
  );
  if (!all.organizationsForHalf) return null;
  return (
    <Figure
      finding={t('health.spread', { count: all.organizationsForHalf ?? 0 })}
      note={t('health.spreadNote')}
      chart={chart}
      columns={[t('health.year'), t('health.half')]}
      rows={years.map((year) => [String(year.year), count(year.organizationsForHalf)])}
    />
  );
}

function Everything({ figures: { years, all } }: Props) {
  const { t, share, days, count } = useWords();
  const together = years.length > 1 ? [{ ...all, year: null }] : [];
  const rows = [...years, ...together].map((year) => [
    year.year === null || year.year === undefined ? t('health.allYears') : String(year.year),
    count(year.contributions),
    count(year.acknowledged),
    count(year.acknowledgedByAnother),
    share(year.shareByAnotherPerMillion),
    days(year.delayP50Seconds),
    days(year.delayP90Seconds),
    count(year.organizationsForHalf),
  ]);
  return (
    <Section title={t('health.everything')}>
      <DataTable
        label={t('health.everything')}
        columns={[
          t('health.year'),
          t('health.contributions'),
          t('health.acknowledged'),
          t('health.byAnotherCount'),
          t('health.byAnother'),
          t('health.p50'),
          t('health.p90'),
          t('health.half'),
        ]}
        rows={rows}
      />
    </Section>
  );
}
