import { useTranslation } from 'react-i18next';
import type { Poll, QuestionResult } from '@/shared/api/types';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Bar } from './Bars';
import { useTitles } from './Options';
import { PairsPicture } from './PairsPicture';
import css from './poll.module.css';
import { RunoffPicture } from './RunoffPicture';
import { decimal, share, VOTE, votes } from './weights';

interface Props {
  poll: Poll;
  result: QuestionResult;
}

interface ResultProps extends Props {
  /** Whether enough have voted: else what came first is chosen no more than the others. */
  valid: boolean;
}

/** What the votes came to: one sentence, then the count as a picture. */
export function PollResult({ poll, result, valid }: ResultProps) {
  const { t, i18n } = useTranslation();
  const title = useTitles(poll);
  const chosen = valid ? result.chosen : [];
  const list = new Intl.ListFormat(i18n.language).format(chosen.map(title));
  const ended = chosen.length === 0 ? 'none' : chosen.length > 1 ? 'tie' : 'one';
  const taking = poll.method === 'COUNT' && ended !== 'none';
  return (
    <Section title={t('poll.result')}>
      <p className={page.strong}>
        {valid ? t(`poll.ended.${taking ? 'in' : ended}`, { title: list }) : t('poll.ended.tooFew')}
      </p>
      <Picture poll={poll} result={{ ...result, chosen }} />
      <p className={`${page.small} ${page.soft}`}>
        {t(`poll.counted.${poll.method}`)}{' '}
        {result.blank > 0 &&
          t('poll.blank', {
            count: result.blank / VOTE,
            votes: votes(result.blank, i18n.language),
          })}
      </p>
    </Section>
  );
}

function Picture({ poll, result }: Props) {
  switch (poll.method) {
    case 'RANKED_IRV':
      return <RunoffPicture poll={poll} result={result} />;
    case 'RANKED_SCHULZE':
      return <PairsPicture poll={poll} result={result} />;
    default:
      return <Bars poll={poll} result={result} />;
  }
}

/** The options one below the other, best first, each as long as what it got. */
function Bars({ poll, result }: Props) {
  const { i18n } = useTranslation();
  const title = useTitles(poll);
  const order = (result.places ?? []).flat();
  const bar = useBar(poll, result);
  return (
    <ul className={css.bars} lang={i18n.language}>
      {order.map((option) => (
        <Bar
          key={option}
          name={title(option)}
          first={result.chosen.includes(option)}
          {...bar(option)}
        />
      ))}
    </ul>
  );
}

type Drawn = Pick<Parameters<typeof Bar>[0], 'parts' | 'figures' | 'median'>;

function useBar(poll: Poll, result: QuestionResult): (option: string) => Drawn {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  const of = <T extends { option: string }>(all: T[] | null | undefined, option: string) =>
    all?.find((one) => one.option === option);
  switch (poll.method) {
    case 'SCORE': {
      const max = poll.scoreMax ?? 1;
      return (option) => {
        const score = of(result.scores, option);
        if (!score || score.scored === 0) return { parts: [], figures: t('poll.unscored') };
        const { average, median } = score;
        return {
          parts: [{ width: share(average.numerator, average.denominator * max) }],
          median: share(median.numerator, median.denominator * max),
          figures: t('poll.scored', {
            average: decimal(average, language),
            median: decimal(median, language),
            votes: votes(score.scored, language),
          }),
        };
      };
    }
    case 'DOT': {
      const most = Math.max(1, ...(result.dots ?? []).map((one) => one.dots));
      return (option) => {
        const one = of(result.dots, option);
        return {
          parts: [{ width: share(one?.dots ?? 0, most) }],
          figures: t('poll.dotted', {
            dots: votes(one?.dots ?? 0, language),
            votes: votes(one?.from ?? 0, language),
          }),
        };
      };
    }
    case 'TIME': {
      return (option) => {
        const one = of(result.times, option) ?? { yes: 0, ifNeedBe: 0, no: 0 };
        const all = one.yes + one.ifNeedBe + one.no;
        return {
          parts: [{ width: share(one.yes, all) }, { width: share(one.ifNeedBe, all), more: true }],
          figures: t('poll.timed', {
            yes: votes(one.yes, language),
            ifNeedBe: votes(one.ifNeedBe, language),
            no: votes(one.no, language),
          }),
        };
      };
    }
    default: {
      const most = Math.max(1, ...(result.signUps ?? []).map((one) => one.in + one.waiting));
      return (option) => {
        const one = of(result.signUps, option) ?? { in: 0, waiting: 0 };
        return {
          parts: [{ width: share(one.in, most) }, { width: share(one.waiting, most), more: true }],
          figures: t(one.waiting > 0 ? 'poll.inAndWaiting' : 'poll.in', {
            count: one.in,
            waiting: one.waiting,
          }),
        };
      };
    }
  }
}
