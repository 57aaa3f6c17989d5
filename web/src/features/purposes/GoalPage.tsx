import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goal } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { number, percent, progress } from '@/shared/text/numbers';
import { day } from '@/shared/text/time';
import { type ChartSpec, Figure } from '@/shared/ui/Figure';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { PersonWithFirm, usePersonName } from '@/shared/ui/Who';
import { goalDetail, useCheckIn } from './queries';

interface Props {
  id: string;
  /** What was contributed to this goal, from the feature that knows it. */
  work: ReactNode;
  act?: ReactNode;
}

export function GoalPage({ id, work, act }: Props) {
  const found = useQuery(goalDetail(useHere().id, id));
  return <Loaded query={found}>{(goal) => <Shown goal={goal} work={work} act={act} />}</Loaded>;
}

function Shown({ goal, work, act }: { goal: Goal; work: ReactNode; act?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const here = useHere();
  return (
    <Page
      title={goal.title}
      lead={
        <span className={page.inline}>
          {t('goals.dueOn', { day: day(goal.due, i18n.language) })} · {t('goals.ownedBy')}
          <PersonWithFirm id={goal.owner} face={false} />
        </span>
      }
      acts={!goal.over && act}
    >
      {goal.over && <p className={page.soft}>{t('goals.over')}</p>}
      <Progress goal={goal} />
      {!goal.over && goal.owner === here.me.id && <CheckInForm goal={goal} />}
      {goal.checkIns.some((one) => one.note) && <Notes goal={goal} />}
      {work}
    </Page>
  );
}

/** How far it is on its way, measure by measure. */
export function Progress({ goal }: { goal: Goal }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const show = useMemo(
    () => (value: number | string) => `${number(value, language)} ${goal.unit}`,
    [language, goal.unit],
  );
  const names = useMemo(() => ({ measured: t('goals.measured'), target: t('goals.target') }), [t]);
  const chart = useMemo(
    () => ({ ...chartOf(goal, show, names), axis: (value: number) => number(value, language) }),
    [goal, show, names, language],
  );
  if (goal.checkIns.length === 0)
    return (
      <Empty>
        {t('goals.noCheckIn', { baseline: show(goal.baseline), target: show(goal.target) })}
      </Empty>
    );
  const way = progress(goal.baseline, goal.target, goal.current);
  const finding = t(way >= 1 ? 'goals.reached' : 'goals.partWay', {
    current: show(goal.current ?? goal.baseline),
    target: show(goal.target),
    share: percent(way * 1_000_000, language),
    baseline: show(goal.baseline),
  });
  return (
    <Figure
      finding={finding}
      chart={chart}
      columns={[t('goals.on'), t('goals.measured'), t('goals.toTarget')]}
      rows={goal.checkIns.map((one) => [
        day(one.on, language),
        show(one.value),
        percent(progress(goal.baseline, goal.target, one.value) * 1_000_000, language),
      ])}
    />
  );
}

function chartOf(
  goal: Goal,
  format: (value: number) => string,
  names: { measured: string; target: string },
): ChartSpec {
  const steps = [...goal.checkIns].sort((one, other) => one.on.localeCompare(other.on));
  const first = steps[0]?.on ?? goal.due;
  return {
    time: true,
    format,
    series: [
      {
        name: names.measured,
        kind: 'line',
        points: steps.map((one) => [one.on, Number(one.value)]),
      },
      {
        name: names.target,
        kind: 'line',
        dashed: true,
        points: [
          [first, Number(goal.target)],
          [goal.due, Number(goal.target)],
        ],
      },
    ],
  };
}

const NOTHING = { value: '', on: '', note: '' };

function CheckInForm({ goal }: { goal: Goal }) {
  const { t } = useTranslation();
  const say = useSay();
  const here = useHere();
  const today = new Date().toISOString().slice(0, 10);
  const { value, change, clear } = useDraft(`check-in.${goal.id}`, NOTHING);
  const checkIn = useCheckIn(here.id, goal.id, () => {
    clear();
    say(t('goals.checkedIn'));
  });
  return (
    <Section title={t('goals.checkIn')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          const { note, on } = value;
          checkIn.mutate({ value: value.value, on: on || today, ...(note.trim() && { note }) });
        }}
      >
        <TextInput
          label={t('goals.value', { unit: goal.unit })}
          required
          inputMode="decimal"
          pattern="-?\d+([.]\d+)?"
          title={t('goals.decimal')}
          value={value.value}
          onChange={(event) => change({ value: event.currentTarget.value })}
          error={fieldError(checkIn.error, 'value')}
        />
        <TextInput
          label={t('goals.on')}
          type="date"
          required
          max={today}
          value={value.on || today}
          onChange={(event) => change({ on: event.currentTarget.value })}
          error={fieldError(checkIn.error, 'on')}
        />
        <Textarea
          label={t('goals.note')}
          autosize
          value={value.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <div className={page.acts}>
          <Button type="submit" loading={checkIn.isPending} disabled={!value.value}>
            {t('goals.saveCheckIn')}
          </Button>
          <Refused error={checkIn.error} />
        </div>
      </form>
    </Section>
  );
}

function Notes({ goal }: { goal: Goal }) {
  const { t } = useTranslation();
  return (
    <Section title={t('goals.notes')}>
      <ul className={page.list}>
        {goal.checkIns
          .filter((one) => one.note)
          .map((one) => (
            <Note key={one.id} by={one.by} note={one.note ?? ''} on={one.on} />
          ))}
      </ul>
    </Section>
  );
}

function Note({ by, note, on }: { by: string; note: string; on: string }) {
  const { i18n } = useTranslation();
  const name = usePersonName(by);
  return (
    <li className={page.row}>
      <div className={page.grow}>
        <p>{note}</p>
        <p className={`${page.small} ${page.soft}`}>
          {name} · {day(on, i18n.language)}
        </p>
      </div>
    </li>
  );
}
