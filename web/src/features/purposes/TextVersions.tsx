import { useTranslation } from 'react-i18next';
import type { DialogueContent } from '@/shared/api/types';
import { day } from '@/shared/text/time';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import css from './purpose.module.css';
import { Words } from './WordChanges';

type TextVersion = DialogueContent['texts'][number];

const PARTS = ['title', 'words', 'statement', 'output', 'measure', 'deadline', 'goal'] as const;

/** What is talked about as it was said so far, newest first, and what each version changed, word by word. */
export function TextVersions({ texts }: { texts: TextVersion[] }) {
  const { t } = useTranslation();
  return (
    <details className={css.earlier}>
      <summary>{t('dialogue.texts', { count: texts.length })}</summary>
      <ul className={page.list}>
        {texts.map((text, at) => (
          <li key={text.version} className={css.version}>
            <span className={page.strong}>{t('rules.version', { version: text.version })}</span>
            <p className={`${page.small} ${page.soft}`}>
              <PersonName id={text.by} /> · <When at={text.at} />
            </p>
            <Changes text={text} before={texts[at + 1]} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Changes({ text, before }: { text: TextVersion; before: TextVersion | undefined }) {
  const { t, i18n } = useTranslation();
  const said = (one: TextVersion, part: (typeof PARTS)[number]) => {
    if (part === 'title') return one.title;
    const words = one.content[part] ?? '';
    return part === 'deadline' && words ? day(words, i18n.language) : words;
  };
  const parts = PARTS.filter((part) =>
    before ? said(before, part) !== said(text, part) : said(text, part),
  );
  if (parts.length === 0) return <p className={page.soft}>{t('dialogue.otherParts')}</p>;
  return (
    <dl>
      {parts.map((part) => (
        <div key={part}>
          <dt className={`${page.small} ${page.soft}`}>{t(`dialogue.part.${part}`)}</dt>
          <dd style={{ margin: 0 }}>
            {before ? (
              <Words older={said(before, part)} newer={said(text, part)} />
            ) : (
              said(text, part)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
