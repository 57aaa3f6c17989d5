import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Term } from '@/shared/api/types';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import css from './agreements.module.css';

interface Props {
  terms: Term[];
  agreed: readonly string[];
  change: (agreed: string[]) => void;
}

/** What whoever joins accepts by it, each with its words. */
export function Terms({ terms, agreed, change }: Props) {
  const { t } = useTranslation();
  return terms.map((term) => (
    <div key={term.agreement}>
      <p className={page.strong}>{term.title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={css.terms} tabIndex={0} aria-label={term.title}>
        <Prose text={term.text} level={3} />
      </section>
      <Checkbox
        label={t('agreements.iAccept', { title: term.title, version: term.version })}
        required
        checked={agreed.includes(term.agreement)}
        onChange={(event) =>
          change(
            event.currentTarget.checked
              ? [...agreed, term.agreement]
              : agreed.filter((one) => one !== term.agreement),
          )
        }
      />
    </div>
  ));
}
