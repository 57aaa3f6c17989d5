import { useTranslation } from 'react-i18next';
import type { Poll, QuestionOption } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import css from './poll.module.css';

/** From when to when, as somebody plans a day; the second day only where it is another. */
export function slotWords(start: string, end: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).formatRange(new Date(start), new Date(end));
}

export function optionTitle(option: QuestionOption, language: string): string {
  if (!option.start || !option.end) return option.title;
  const time = slotWords(option.start, option.end, language);
  return option.title === '' || option.title === time ? time : `${time}, ${option.title}`;
}

/** What an option is called. */
export function useTitles(poll: Poll): (option: string) => string {
  const { i18n } = useTranslation();
  const titles = new Map(
    poll.options.map((option) => [option.id, optionTitle(option, i18n.language)]),
  );
  return (option) => titles.get(option) ?? option;
}

export function OptionWords({ option }: { option: QuestionOption }) {
  const { i18n } = useTranslation();
  return (
    <span className={css.words}>
      <span className={page.strong}>{optionTitle(option, i18n.language)}</span>
      {option.description && (
        <span className={`${page.small} ${page.soft}`}>{option.description}</span>
      )}
    </span>
  );
}
