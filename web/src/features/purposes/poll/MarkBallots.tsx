import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Poll, QuestionOption } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import { dotsLeft, put } from './marks';
import { OptionWords, optionTitle } from './Options';
import css from './poll.module.css';
import { Tool } from './RankBallot';

interface ChoiceRowProps<T extends string | number> {
  option: QuestionOption;
  choices: { value: T; label: string; name?: string }[];
  chosen: T | undefined;
  choose: (value: T | undefined) => void;
}

/** One option with one choice among a few; the same press again takes it back. */
function ChoiceRow<T extends string | number>(props: ChoiceRowProps<T>) {
  const { option, choices, chosen, choose } = props;
  const group = useId();
  const { i18n } = useTranslation();
  return (
    <fieldset className={css.row}>
      <legend className="seen-by-ear">{optionTitle(option, i18n.language)}</legend>
      <OptionWords option={option} />
      <span className={css.scale}>
        {choices.map(({ value, label, name }) => (
          <label key={value} data-value={value}>
            <input
              type="radio"
              name={group}
              aria-label={name}
              checked={chosen === value}
              onChange={() => choose(value)}
              onClick={() => chosen === value && choose(undefined)}
            />
            <span aria-hidden={name ? true : undefined}>{label}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}

interface MarkProps<T> {
  poll: Poll;
  marks: Record<string, T>;
  change: (marks: Record<string, T>) => void;
}

/** Points for each option; none is an abstention on that one. */
export function ScoreBallot({ poll, marks, change }: MarkProps<number>) {
  const { t } = useTranslation();
  const scores = Array.from({ length: (poll.scoreMax ?? 5) + 1 }, (_, score) => ({
    value: score,
    label: String(score),
    name: t('poll.points', { count: score }),
  }));
  return (
    <>
      <div className={css.rows}>
        {poll.options.map((option) => (
          <ChoiceRow
            key={option.id}
            option={option}
            choices={scores}
            chosen={marks[option.id]}
            choose={(score) => change(put(marks, option.id, score))}
          />
        ))}
      </div>
      <p className={`${page.small} ${page.soft}`}>{t('poll.scoreHelp')}</p>
    </>
  );
}

export type Availability = 'YES' | 'IF_NEED_BE' | 'NO';

/** When one can come. */
export function TimeBallot({ poll, marks, change }: MarkProps<Availability>) {
  const { t } = useTranslation();
  const answers = (['YES', 'IF_NEED_BE', 'NO'] as const).map((value) => ({
    value,
    label: t(`poll.time.${value}`),
  }));
  return (
    <>
      <div className={css.rows}>
        {poll.options.map((option) => (
          <ChoiceRow
            key={option.id}
            option={option}
            choices={answers}
            chosen={marks[option.id]}
            choose={(answer) => change(put(marks, option.id, answer))}
          />
        ))}
      </div>
      <p className={`${page.small} ${page.soft}`}>{t('poll.timeHelp')}</p>
    </>
  );
}

/** A number of dots, as many as one likes on each. */
export function DotBallot({ poll, marks, change }: MarkProps<number>) {
  const { t, i18n } = useTranslation();
  const budget = poll.dots ?? 1;
  const left = dotsLeft(marks, budget);
  return (
    <>
      <p className={css.budget} aria-live="polite">
        <strong>{t('poll.dotsLeft', { count: left })}</strong>
        {budget <= 20 && (
          <span className={css.dots} aria-hidden="true">
            {'●'.repeat(left)}
            <span>{'○'.repeat(budget - left)}</span>
          </span>
        )}
      </p>
      <ul className={css.rows}>
        {poll.options.map((option) => {
          const given = marks[option.id] ?? 0;
          const title = optionTitle(option, i18n.language);
          const give = (dots: number) => change(put(marks, option.id, dots || undefined));
          return (
            <li key={option.id} className={css.row}>
              <OptionWords option={option} />
              <span className={css.stepper}>
                <Tool
                  name={t('poll.lessDots', { title })}
                  act={() => give(given - 1)}
                  off={given === 0}
                >
                  −
                </Tool>
                <output aria-label={t('poll.dotsOn', { count: given, title })}>{given}</output>
                <Tool
                  name={t('poll.moreDots', { title })}
                  act={() => give(given + 1)}
                  off={left === 0}
                >
                  +
                </Tool>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface SignUpProps {
  poll: Poll;
  chosen: string[];
  change: (chosen: string[]) => void;
}

/** Who is in. */
export function SignUpBallot({ poll, chosen, change }: SignUpProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className={css.rows}>
        {poll.options.map((option) => (
          <li key={option.id} className={css.row}>
            <Checkbox
              label={<OptionWords option={option} />}
              checked={chosen.includes(option.id)}
              onChange={(event) =>
                change(
                  event.currentTarget.checked
                    ? [...chosen, option.id]
                    : chosen.filter((one) => one !== option.id),
                )
              }
            />
          </li>
        ))}
      </ul>
      {poll.capacity ? (
        <p className={`${page.small} ${page.soft}`}>{t('poll.places', { count: poll.capacity })}</p>
      ) : null}
    </>
  );
}
