import { Button, Modal, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/shared/api/ids';
import type { NewQuestion, Poll, Proposal, QuestionOption, Rulebook } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { localTime, WithRules } from '../ClosesField';
import { type Amending, MotionForm, useWords } from '../MotionForm';
import css from './poll.module.css';
import { Tool } from './RankBallot';

type Way = Poll['method'] | 'YES_NO';

export const WAYS = [
  'YES_NO',
  'RANKED_SCHULZE',
  'RANKED_IRV',
  'SCORE',
  'DOT',
  'COUNT',
  'TIME',
] as const satisfies Way[];

const MOST = 50;
const SCORES = [1, 2, 3, 5, 10];

interface Line {
  id: string;
  title: string;
  /** Kept of what is asked already; the form has no field for it. */
  description: string;
  start: string;
  end: string;
}

const line = (): Line => ({ id: newId(), title: '', description: '', start: '', end: '' });

interface Words {
  title: string;
  about: string;
  method: Way;
  scoreMax: number;
  dots: number;
  capacity: number;
  lines: Line[];
}

const nothing = (): Words => ({
  title: '',
  about: '',
  method: 'RANKED_SCHULZE',
  scoreMax: 5,
  dots: 5,
  capacity: 0,
  lines: [line(), line()],
});

/** What is asked already, as the form holds it. */
function presentWords({ title, question }: Proposal): Words {
  const options = question?.options ?? [];
  const none = nothing();
  return {
    title,
    about: question?.about ?? '',
    method: question?.method ?? 'YES_NO',
    scoreMax: question?.scoreMax ?? none.scoreMax,
    dots: question?.dots ?? none.dots,
    capacity: question?.capacity ?? none.capacity,
    lines: options.length === 0 ? none.lines : options.map(lineOf),
  };
}

function lineOf({ id, title, description, start, end }: QuestionOption): Line {
  const local = (at: string | null | undefined) => (at ? localTime(new Date(at)) : '');
  return { id, title, description: description ?? '', start: local(start), end: local(end) };
}

/** A question while it is written. */
export function useQuestion(amends?: Amending) {
  const here = useHere();
  const [empty] = useState(nothing);
  const words = useWords(`question.${here.id}`, empty, amends, presentWords);
  const { title, about, method, lines, scoreMax, dots, capacity } = words.value;
  const timed = method === 'TIME';
  const written = lines.filter((one) => (timed ? one.start && one.end : one.title.trim()));
  const least = method === 'YES_NO' ? 0 : method === 'COUNT' ? 1 : 2;
  const options = (
    timed ? [...written].sort((one, other) => one.start.localeCompare(other.start)) : written
  ).map((one) => ({
    id: one.id,
    title: one.title.trim(),
    ...(one.description && { description: one.description }),
    ...(timed && {
      start: new Date(one.start).toISOString(),
      end: new Date(one.end).toISOString(),
    }),
  }));
  const question = (): NewQuestion => ({
    title,
    asks: {
      ...(about.trim() && { about: about.trim() }),
      ...(method !== 'YES_NO' && { method, options }),
      ...(method === 'SCORE' && { scoreMax }),
      ...(method === 'DOT' && { dots }),
      ...(method === 'COUNT' && capacity > 0 && { capacity }),
    },
  });
  return { words, options, ready: Boolean(title.trim()) && written.length >= least, question };
}

/** What is asked, between what, and how it is counted. */
export function QuestionFields({
  written,
  error,
}: {
  written: ReturnType<typeof useQuestion>;
  error: unknown;
}) {
  const { t } = useTranslation();
  const { value, change } = written.words;
  return (
    <>
      <TextInput
        label={t('poll.question')}
        required
        maxLength={200}
        value={value.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={fieldError(error, 'question/title')}
      />
      <Textarea
        label={t('poll.about')}
        autosize
        minRows={2}
        maxLength={4000}
        value={value.about}
        onChange={(event) => change({ about: event.currentTarget.value })}
        error={fieldError(error, 'about')}
      />
      <NativeSelect
        label={t('poll.method')}
        description={t(`poll.methodHelp.${value.method}`)}
        data={WAYS.map((way) => ({ value: way, label: t(`poll.methods.${way}`) }))}
        value={value.method}
        onChange={(event) => change({ method: event.currentTarget.value as Way })}
      />
      <Amounts written={written} error={error} />
      {value.method !== 'YES_NO' && <Lines written={written} error={error} />}
    </>
  );
}

interface FieldsProps {
  written: ReturnType<typeof useQuestion>;
  error: unknown;
}

function Amounts({ written, error }: FieldsProps) {
  const { t } = useTranslation();
  const { value, change } = written.words;
  switch (value.method) {
    case 'SCORE':
      return (
        <NativeSelect
          label={t('poll.scoreMax')}
          data={SCORES.map((score) => ({ value: String(score), label: `0 – ${score}` }))}
          value={String(value.scoreMax)}
          onChange={(event) => change({ scoreMax: Number(event.currentTarget.value) })}
          error={fieldError(error, 'scoreMax')}
        />
      );
    case 'DOT':
      return (
        <NumberInput
          label={t('poll.dotsEach')}
          min={1}
          max={100}
          allowDecimal={false}
          value={value.dots}
          onChange={(dots) => change({ dots: Number(dots) || 1 })}
          error={fieldError(error, 'dots')}
        />
      );
    case 'COUNT':
      return (
        <NumberInput
          label={t('poll.capacity')}
          description={t('poll.capacityHelp')}
          min={0}
          allowDecimal={false}
          value={value.capacity || ''}
          onChange={(capacity) => change({ capacity: Number(capacity) || 0 })}
          error={fieldError(error, 'capacity')}
        />
      );
    default:
      return null;
  }
}

function Lines({ written, error }: FieldsProps) {
  const { t } = useTranslation();
  const { value, change } = written.words;
  const { lines } = value;
  const fault = (id: string, part: 'title' | 'start' | 'end') => {
    const at = written.options.findIndex((option) => option.id === id);
    return at < 0 ? undefined : fieldError(error, `options/${at}/${part}`);
  };
  const set = (id: string, part: Partial<Line>) =>
    change({ lines: lines.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <fieldset className={css.editor} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend className={page.strong}>
        {t(value.method === 'TIME' ? 'poll.times' : 'poll.options')}
      </legend>
      {lines.map((one, at) => (
        <div key={one.id} className={css.optionFields}>
          {value.method === 'TIME' ? (
            <TimeFields
              line={one}
              at={at}
              set={(part) => set(one.id, part)}
              fault={(part) => fault(one.id, part)}
            />
          ) : (
            <TextInput
              aria-label={t('poll.option', { number: at + 1 })}
              placeholder={t('poll.option', { number: at + 1 })}
              maxLength={200}
              value={one.title}
              onChange={(event) => set(one.id, { title: event.currentTarget.value })}
              error={fault(one.id, 'title')}
            />
          )}
          <Tool
            name={t('poll.removeOption', { number: at + 1 })}
            off={lines.length < 2}
            act={() => change({ lines: lines.filter((other) => other.id !== one.id) })}
          >
            ×
          </Tool>
        </div>
      ))}
      {fieldError(error, 'options') && (
        <p className={page.refused}>{fieldError(error, 'options')}</p>
      )}
      <div className={page.acts}>
        <Button
          variant="default"
          size="compact-md"
          disabled={lines.length >= MOST}
          onClick={() => change({ lines: [...lines, line()] })}
        >
          {t(value.method === 'TIME' ? 'poll.addTime' : 'poll.addOption')}
        </Button>
      </div>
    </fieldset>
  );
}

interface TimeFieldsProps {
  line: Line;
  at: number;
  set: (part: Partial<Line>) => void;
  fault: (part: 'start' | 'end') => string | undefined;
}

/** The end follows the start by an hour until somebody says otherwise. */
function TimeFields({ line: { start, end }, at, set, fault }: TimeFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        type="datetime-local"
        aria-label={t('poll.start', { number: at + 1 })}
        value={start}
        onChange={(event) => {
          const from = event.currentTarget.value;
          set({ start: from, ...((!end || end <= from) && { end: later(from) }) });
        }}
        error={fault('start')}
      />
      <TextInput
        type="datetime-local"
        aria-label={t('poll.end', { number: at + 1 })}
        min={start}
        value={end}
        onChange={(event) => set({ end: event.currentTarget.value })}
        error={fault('end')}
      />
    </>
  );
}

function later(local: string): string {
  const at = new Date(local);
  if (Number.isNaN(at.getTime())) return '';
  at.setHours(at.getHours() + 1);
  return localTime(at);
}

/** Asks the members: what, between what, and until when. */
export function AskForm({ rules, amends }: { rules: Rulebook; amends?: Amending }) {
  const { t } = useTranslation();
  const written = useQuestion(amends);
  return (
    <MotionForm
      rules={rules}
      matter="QUESTION"
      ready={written.ready}
      motion={{ question: written.ready ? written.question() : undefined }}
      amends={amends}
      opened={written.words.clear}
      help={t('poll.askHelp')}
      options={written.words.value.method !== 'YES_NO'}
    >
      {(error) => <QuestionFields written={written} error={error} />}
    </MotionForm>
  );
}

/** The way to ask. */
export function AskTheMembers() {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('poll.propose')}
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('poll.propose')} size="lg">
        <WithRules>{(rules) => <AskForm rules={rules} />}</WithRules>
      </Modal>
    </>
  );
}
