import { useTranslation } from 'react-i18next';

const WHOLE = 1_000_000;
const CHOICES = ['YES', 'NO', 'ABSTAIN', 'BLOCK'] as const;

/** A vote in parts, in words: 67 % yes, 33 % no. */
export function useSplitWords() {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  return (split: Record<string, number>) =>
    CHOICES.filter((choice) => split[choice])
      .map(
        (choice) => `${percent.format((split[choice] ?? 0) / WHOLE)} ${t(`caucus.part.${choice}`)}`,
      )
      .join(', ');
}
