import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Poll, QuestionResult } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import { useTitles } from './Options';
import css from './poll.module.css';
import { votes } from './weights';

interface Props {
  poll: Poll;
  result: QuestionResult;
}

/** From this share of the strongest defeat on the ground is so dark that the ink turns light. */
const STRONG = 0.6;

/** Each pair: how many prefer the row to the column. The darker, the clearer the row wins. */
export function PairsPicture({ poll, result }: Props) {
  const { t, i18n } = useTranslation();
  const title = useTitles(poll);
  const pairs = result.pairs ?? [];
  const order = (result.places ?? []).flat();
  const at = new Map(poll.options.map((option, index) => [option.id, index]));
  const preferring = (row: string, column: string) =>
    pairs[at.get(row) ?? -1]?.[at.get(column) ?? -1] ?? 0;
  const most = Math.max(1, ...pairs.flat());
  return (
    <>
      <p className={`${page.small} ${page.soft}`}>{t('poll.pairsHelp')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={css.frame} tabIndex={0} aria-label={t('poll.pairs')}>
        <table className={css.pairs} aria-label={t('poll.pairs')}>
          <thead>
            <tr>
              <td data-self />
              {order.map((column, index) => (
                <th key={column} scope="col">
                  <span aria-hidden="true">{index + 1}</span>
                  <span className="seen-by-ear">{title(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((row, index) => (
              <tr key={row} data-first={result.chosen.includes(row) || undefined}>
                <th scope="row">
                  <span aria-hidden="true">{index + 1}. </span>
                  {title(row)}
                </th>
                {order.map((column) => {
                  if (row === column) return <td key={column} data-self />;
                  const weight = preferring(row, column);
                  const wins = weight > preferring(column, row);
                  const strength = weight / most;
                  return (
                    <td
                      key={column}
                      data-wins={wins || undefined}
                      data-strong={(wins && strength > STRONG) || undefined}
                      style={
                        { '--strength': `${Math.round(20 + strength * 80)}%` } as CSSProperties
                      }
                    >
                      {votes(weight, i18n.language)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
