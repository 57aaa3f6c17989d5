import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Choice, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { useFirmName } from '@/shared/ui/Who';
import css from './purpose.module.css';
import { useVote } from './queries';

const CHOICES: Choice[] = ['YES', 'NO', 'ABSTAIN'];

/** My firm's vote: one press, and until the close the last one counts. */
export function Ballot({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const vote = useVote(here.id, proposal.id, () => say(t('proposal.voted', { firm })));
  const { mine } = proposal;
  const chosen = vote.isPending ? vote.variables : mine.choice;

  if (!mine.mayVote)
    return (
      <Section title={t('proposal.vote')}>
        <p className={page.soft}>{mine.why && t(`proposal.why.${mine.why}`, { firm })}</p>
      </Section>
    );
  return (
    <Section title={t('proposal.voteFor', { firm })}>
      <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="seen-by-ear">{t('proposal.vote')}</legend>
        {CHOICES.map((choice) => (
          <Button
            key={choice}
            size="md"
            variant={chosen === choice ? 'filled' : 'default'}
            aria-pressed={chosen === choice}
            loading={vote.isPending && vote.variables === choice}
            onClick={() => vote.mutate(choice)}
          >
            {t(`proposal.act.${choice}`)}
          </Button>
        ))}
      </fieldset>
      <p className={`${page.small} ${page.soft}`}>
        {mine.choice
          ? t('proposal.yourVote', { choice: t(`proposal.choice.${mine.choice}`) })
          : t('proposal.oneVote')}
      </p>
      <Refused error={vote.error} />
    </Section>
  );
}
