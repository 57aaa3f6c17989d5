import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { useFirmName } from '@/shared/ui/Who';
import css from '../purpose.module.css';
import { Recusal } from '../Recusal';
import { choicesOf, useActWords, type YesNo } from '../YesOrNo';
import { Inferred } from './Inferred';
import { isSigned, type Paper, shortReceipt } from './paper';
import { usePaper, useReceipt } from './usePaper';

/** My vote on an anonymous ballot: one press gets the voting paper and puts the vote into the box. */
export function SecretBallot({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const firm = useFirmName(here.organization);
  const { mine } = proposal;
  const persons = proposal.rule.body === 'PERSONS';

  if (!mine.mayVote)
    return (
      <Section title={t('secret.title')}>
        <p className={page.soft}>{mine.why && t(`proposal.why.${mine.why}`, { firm })}</p>
        {mine.why === 'RECUSED' && <Recusal proposal={proposal} />}
        <Inferred proposal={proposal} />
      </Section>
    );
  return (
    <Section title={persons ? t('secret.title') : t('secret.titleFor', { firm })}>
      <Voting proposal={proposal} />
      {!mine.paper && <Recusal proposal={proposal} />}
      <Inferred proposal={proposal} />
    </Section>
  );
}

function Voting({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const say = useSay();
  const words = useActWords(proposal.rule);
  const { paper, get, vote } = usePaper(proposal, () => say(t('secret.cast')));
  const chosen = vote.isPending ? vote.variables : paper?.choice;

  // A paper that was only asked for may be the one that was signed; its answer is had again.
  if (proposal.mine.paper && !paper) return <p className={page.soft}>{t('secret.elsewhere')}</p>;
  return (
    <>
      <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="seen-by-ear">{t('proposal.vote')}</legend>
        {choicesOf(proposal.rule).map((choice) => (
          <Button
            key={choice}
            size="md"
            variant={chosen === choice ? 'filled' : 'default'}
            aria-pressed={chosen === choice}
            loading={vote.isPending && vote.variables === choice}
            disabled={get.isPending}
            onClick={() => {
              get.reset();
              vote.mutate(choice);
            }}
          >
            {words(choice)}
          </Button>
        ))}
      </fieldset>
      <Refused error={vote.error ?? get.error} />
      <Standing paper={paper} words={words}>
        <Button
          variant="subtle"
          size="compact-md"
          className={css.long}
          loading={get.isPending}
          onClick={() => {
            vote.reset();
            get.mutate();
          }}
        >
          {t('secret.getOnly')}
        </Button>
      </Standing>
    </>
  );
}

interface StandingProps {
  paper: Paper | undefined;
  words: (choice: YesNo) => string;
  children: ReactNode;
}

/** Where my paper is: not asked for, here, or in the box. */
function Standing({ paper, words, children }: StandingProps) {
  const { t } = useTranslation();
  const whole = useReceipt(paper);
  const receipt = whole ? shortReceipt(whole) : '…';
  if (!isSigned(paper))
    return (
      <>
        <p className={`${page.small} ${page.soft}`}>{t('secret.how')}</p>
        <div>{children}</div>
      </>
    );
  return (
    <p className={`${page.small} ${page.soft}`}>
      {paper.choice
        ? t('secret.inBox', { choice: words(paper.choice as YesNo), receipt })
        : t('secret.here', { receipt })}{' '}
      {t('secret.thisDevice')}
    </p>
  );
}
