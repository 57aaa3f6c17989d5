import { useTranslation } from 'react-i18next';
import { duration } from '@/shared/text/time';

/** Lengths of time to choose from, in seconds, with the one in force among them. */
export function useLengths() {
  const { t, i18n } = useTranslation();
  return (now: number, choices: readonly number[]) =>
    withPresent(now, choices, String).map((seconds) => ({
      value: String(seconds),
      label: seconds === 0 ? t('rules.noDialogueLength') : duration(seconds, i18n.language),
    }));
}

/** What can be chosen, with what is in force among it: exactly as it is written, and not twice. */
export function withPresent(
  present: number,
  choices: readonly number[],
  nameOf: (value: number) => string | undefined,
): number[] {
  const same = (choice: number) => choice === present || nameOf(choice) === nameOf(present);
  return [...choices.filter((choice) => !same(choice)), present].sort((one, other) => one - other);
}
