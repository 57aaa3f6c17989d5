import { useTranslation } from 'react-i18next';
import type { Poll, QuestionResult, RunoffRound } from '@/shared/api/types';
import { Bar } from './Bars';
import { useTitles } from './Options';
import css from './poll.module.css';
import { share, votes } from './weights';

interface Props {
  poll: Poll;
  result: QuestionResult;
}

/** The rounds one below the other: who had how much, who went, and where those votes went. */
export function RunoffPicture({ poll, result }: Props) {
  const rounds = result.rounds ?? [];
  return (
    <ol className={css.rounds}>
      {rounds.map((round, at) => (
        <Round
          // biome-ignore lint/suspicious/noArrayIndexKey: rounds are in their order for ever.
          key={at}
          poll={poll}
          round={round}
          at={at}
          chosen={round.out ? [] : result.chosen}
        />
      ))}
    </ol>
  );
}

interface RoundProps {
  poll: Poll;
  round: RunoffRound;
  at: number;
  chosen: string[];
}

function Round({ poll, round, at, chosen }: RoundProps) {
  const { t, i18n } = useTranslation();
  const title = useTitles(poll);
  const counting = round.votes.reduce((sum, one) => sum + one.weight, 0);
  const most = [...round.votes].sort((one, other) => other.weight - one.weight);
  const words = (weight: number) => votes(weight, i18n.language);
  return (
    <li className={css.round}>
      <p className={css.roundHead}>
        <strong>{t('poll.round', { number: at + 1 })}</strong>
        <span>
          {t('poll.moreThanHalf', { votes: words(counting / 2) })}
          {round.exhausted > 0 &&
            ` · ${t('poll.exhausted', { votes: words(round.exhausted), count: round.exhausted / 1_000_000 })}`}
        </span>
      </p>
      <ul className={css.bars}>
        {most.map(({ option, weight }) => (
          <Bar
            key={option}
            name={title(option)}
            parts={[{ width: share(weight, counting) }]}
            figures={words(weight)}
            first={chosen.includes(option)}
            out={round.out?.option === option}
            half
          />
        ))}
      </ul>
      {round.out && (
        <p className={css.transfers}>
          {t(`poll.out.${round.out.tieBreak}`, { title: title(round.out.option) })}{' '}
          {[
            ...round.out.transfers.map(({ option, weight }) =>
              t('poll.transfer', { votes: words(weight), title: title(option) }),
            ),
            ...(round.out.exhausted > 0
              ? [t('poll.transferNobody', { votes: words(round.out.exhausted) })]
              : []),
          ].join(' · ')}
        </p>
      )}
    </li>
  );
}
