import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { number } from '@/shared/text/numbers';
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

/** How it stands, in a line: yes and no, or how many have marked, or what was chosen; nothing before its ballot. */
export function useTallyWords(): (proposal: Proposal) => string {
  const { t, i18n } = useTranslation();
  return ({ question, opensAt, state, count, result, rule }) => {
    if (!opensAt) return '';
    // Hidden before the close, and then nobody is told how far it has come.
    if (!count) return t('secret.hiddenShort');
    if (!question?.method) {
      const { yes, no, abstain, block } = inWords(count, i18n.language);
      const said = t(rule.method === 'CONSENT' ? 'proposal.tallyConsent' : 'proposal.tally', {
        yes,
        no,
        abstain,
      });
      return count.block > 0 ? `${said}, ${t('proposal.tallyBlock', { block })}` : said;
    }
    if (!result)
      return t('poll.line.open', inWords({ votes: count.yes + count.abstain }, i18n.language));
    if (state === 'NO_QUORUM' || result.chosen.length === 0) return t('poll.line.none');
    const titles = new Map(
      question.options?.map((option) => [option.id, optionTitle(option, i18n.language)]),
    );
    const chosen = result.chosen.map((one) => titles.get(one) ?? one);
    return new Intl.ListFormat(i18n.language).format(chosen);
  };
}

function inWords<Part extends string>(
  counts: Record<Part, number>,
  language: string,
): Record<Part, string> {
  const said = Object.entries<number>(counts).map(([part, count]) => [
    part,
    number(count, language),
  ]);
  return Object.fromEntries(said);
}
