import { useTranslation } from 'react-i18next';
import type { PurposeWords } from '@/shared/api/types';
import { wordDifference } from '@/shared/text/difference';
import page from '@/shared/ui/page.module.css';
import { WORDS, wordsOf } from './life';
import css from './life.module.css';

interface Props {
  before: PurposeWords;
  after: PurposeWords;
}

/** The parts of a purpose that say something else, word by word. */
export function WordChanges({ before, after }: Props) {
  const { t } = useTranslation();
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  const changed = WORDS.filter((part) => old[part] !== fresh[part]);
  if (changed.length === 0) return null;
  return (
    <dl className={css.changes}>
      {changed.map((part) => (
        <div key={part}>
          <dt className={`${page.small} ${page.soft}`}>{t(`purpose.${part}`)}</dt>
          <dd>
            <Words older={old[part]} newer={fresh[part]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What was taken out and put in. */
export function Words({ older, newer }: { older: string; newer: string }) {
  const { t } = useTranslation();
  return wordDifference(older, newer).map((word, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name, and stay where they are
    if (word.of === 'both') return <span key={index}>{word.text}</span>;
    const Mark = word.of === 'newer' ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Mark key={index} className={css[word.of]}>
        <span className="seen-by-ear">{t(`agreements.line.${word.of}`)} </span>
        {word.text}
      </Mark>
    );
  });
}
