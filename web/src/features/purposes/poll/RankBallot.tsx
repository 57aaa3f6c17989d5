import { Button } from '@mantine/core';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Poll } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import { level, move, type Ranking, rank, ranked, undo, unrank } from './marks';
import { OptionWords, useTitles } from './Options';
import css from './poll.module.css';

interface Props {
  poll: Poll;
  ranking: Ranking;
  change: (ranking: Ranking) => void;
}

/** Best first, by the order of the taps. What is left out stands last. */
export function RankBallot({ poll, ranking, change }: Props) {
  const { t } = useTranslation();
  const left = poll.options.filter((option) => !ranked(ranking).includes(option.id));
  const title = useTitles(poll);
  const [said, say] = useState('');
  const place = useRef<HTMLDivElement>(null);
  const follow = useRef<string>(undefined);
  const changed = (next: Ranking, words: string, option?: string) => {
    follow.current = option;
    change(next);
    say(words);
  };
  // What was pressed can be gone, or drawn in another place: the keyboard stays with the option, or near it.
  useLayoutEffect(() => {
    const option = follow.current;
    if (!option || !place.current) return;
    follow.current = undefined;
    if (place.current.contains(document.activeElement)) return;
    const [of] = place.current.querySelectorAll<HTMLElement>(`[data-option="${option}"] button`);
    of?.focus();
  });
  return (
    <div ref={place} className={page.form}>
      <p className="seen-by-ear" aria-live="polite">
        {said}
      </p>
      {ranking.length > 0 && (
        <ol className={css.ranks} aria-label={t('poll.yourOrder')}>
          {ranking.flatMap((tier, at) =>
            tier.map((option) => (
              <RankedOption
                key={option}
                option={option}
                title={title(option)}
                place={at + 1}
                last={at === ranking.length - 1 && tier.length === 1}
                shared={tier.length > 1}
                mayShare={poll.method === 'RANKED_SCHULZE' && (at > 0 || tier.length > 1)}
                move={(by) =>
                  changed(
                    move(ranking, option, by),
                    t('poll.moved', { title: title(option) }),
                    option,
                  )
                }
                share={() =>
                  changed(level(ranking, option), t('poll.moved', { title: title(option) }), option)
                }
                remove={() =>
                  changed(
                    unrank(ranking, option),
                    t('poll.takenOut', { title: title(option) }),
                    option,
                  )
                }
              />
            )),
          )}
        </ol>
      )}
      {left.length > 0 && (
        <ul className={css.options} aria-label={t('poll.toRank')}>
          {left.map((option) => (
            <li key={option.id} data-option={option.id}>
              <button
                type="button"
                className={css.tap}
                onClick={() =>
                  changed(
                    rank(ranking, option.id),
                    t('poll.ranked', { title: title(option.id), place: ranking.length + 1 }),
                    left.find((other) => other.id !== option.id)?.id ?? option.id,
                  )
                }
              >
                <span className={css.place} aria-hidden="true">
                  {ranking.length + 1}
                </span>
                <OptionWords option={option} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={page.acts}>
        <Button
          variant="default"
          size="compact-md"
          disabled={ranking.length === 0}
          onClick={() => changed(undo(ranking), t('poll.undone'))}
        >
          {t('poll.undo')}
        </Button>
        {left.length > 0 && ranking.length > 0 && (
          <span className={`${page.small} ${page.soft}`}>{t('poll.restLast')}</span>
        )}
      </div>
    </div>
  );
}

interface RankedProps {
  option: string;
  title: string;
  place: number;
  last: boolean;
  shared: boolean;
  mayShare: boolean;
  move: (by: -1 | 1) => void;
  share: () => void;
  remove: () => void;
}

function RankedOption({
  option,
  title,
  place,
  last,
  shared,
  mayShare,
  move,
  share,
  remove,
}: RankedProps) {
  const { t } = useTranslation();
  return (
    <li className={css.ranked} data-option={option} data-shared={shared || undefined}>
      <span className={css.place} data-given="true">
        {place}
      </span>
      <span className={css.rankedTitle}>{title}</span>
      <span className={css.tools}>
        {mayShare && (
          <Tool name={t(shared ? 'poll.alone' : 'poll.share', { title })} act={share} on={shared}>
            =
          </Tool>
        )}
        <Tool name={t('poll.up', { title })} act={() => move(-1)} off={place === 1 && !shared}>
          ↑
        </Tool>
        <Tool name={t('poll.down', { title })} act={() => move(1)} off={last}>
          ↓
        </Tool>
        <Tool name={t('poll.remove', { title })} act={remove}>
          ×
        </Tool>
      </span>
    </li>
  );
}

interface ToolProps {
  name: string;
  act: () => void;
  off?: boolean;
  on?: boolean;
  children: string;
}

export function Tool({ name, act, off, on, children }: ToolProps) {
  return (
    <button
      type="button"
      className={css.tool}
      aria-label={name}
      aria-pressed={on}
      aria-disabled={off}
      onClick={() => !off && act()}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}
