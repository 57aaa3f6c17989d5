import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { optionTitle } from './Options';

const ANSWERED = ['ADOPTED', 'REJECTED', 'NO_QUORUM'] as const;

/** How far it is: a question with options is not adopted, but answered. */
export function useStateWords(): (proposal: Proposal) => string {
  const { t } = useTranslation();
  return ({ question, state }) => {
    const ended = question?.method && ANSWERED.find((one) => one === state);
    return ended ? t(`poll.state.${ended}`) : t(`proposal.stateLong.${state}`);
  };
}

/** How it stands, in a line: yes and no, or how many have marked, or what was chosen. */
export function useTallyWords(): (proposal: Proposal) => string {
  const { t, i18n } = useTranslation();
  return ({ question, count, result }) => {
    // Hidden before the close, and then nobody is told how far it has come.
    if (!count) return t('secret.hiddenShort');
    if (!question?.method) return t('proposal.tally', count);
    const titles = new Map(
      question.options?.map((option) => [option.id, optionTitle(option, i18n.language)]),
    );
    if (!result) return t('poll.line.open', { votes: count.yes + count.abstain });
    return result.chosen.length === 0
      ? t('poll.line.none')
      : new Intl.ListFormat(i18n.language).format(
          result.chosen.map((one) => titles.get(one) ?? one),
        );
  };
}
