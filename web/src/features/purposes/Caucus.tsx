import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { PersonName, useFirmName } from '@/shared/ui/Who';
import { isConsent, useChoiceWords, useSplitWords } from './choiceWords';
import { caucus, useConfer } from './conferring';
import css from './purpose.module.css';
import { useVote } from './queries';
import { asksWhy, choicesOf, WhyNot } from './YesOrNo';

/** What people of my firm think of an open ballot, before its delegate votes; nobody else reads it. */
export function Caucus({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const firm = useFirmName(here.organization);
  const { rule } = proposal;
  const words = useChoiceWords(rule);
  const found = useQuery(caucus(here.id, proposal.id)).data;
  const confer = useConfer(here.id, proposal.id);
  if (!found) return null;
  const mine = found.voices.find((voice) => voice.person === here.me.id)?.choice;
  const chosen = confer.isPending ? confer.variables : mine;
  return (
    <Section title={t('caucus.title', { firm })}>
      <p className={page.soft}>{t('caucus.help')}</p>
      <fieldset className={css.choices} style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="seen-by-ear">{t('caucus.mine')}</legend>
        {choicesOf(rule).map((choice) => (
          <Button
            key={choice}
            variant={chosen === choice ? 'filled' : 'default'}
            aria-pressed={chosen === choice}
            loading={confer.isPending && confer.variables === choice}
            onClick={() => confer.mutate(choice)}
          >
            {isConsent(rule, choice) ? t(`caucus.consent.${choice}`) : t(`caucus.act.${choice}`)}
          </Button>
        ))}
      </fieldset>
      {found.voices.length > 0 && (
        <ul className={page.list}>
          {found.voices.map((voice) => (
            <li key={voice.person} className={page.row}>
              <span className={page.grow}>
                <PersonName id={voice.person} />
              </span>
              {words(voice.choice)}
            </li>
          ))}
        </ul>
      )}
      {found.split && proposal.mine.mayVote && <AsCaucus proposal={proposal} split={found.split} />}
      <Refused error={confer.error} />
    </Section>
  );
}

interface AsCaucusProps {
  proposal: Proposal;
  split: Record<string, number>;
}

/** The firm's vote in parts, as its people think; where a part stops it, with the reason. */
function AsCaucus({ proposal, split }: AsCaucusProps) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const firm = useFirmName(here.organization);
  const words = useSplitWords(proposal.rule);
  const [stopping, stop] = useState(false);
  const cast = useVote(here.id, proposal.id, () => {
    stop(false);
    say(t('proposal.voted.firm', { firm }));
  });
  const against = Object.keys(split).filter((choice) => asksWhy(proposal.rule, choice));
  return (
    <>
      <div className={page.acts}>
        <Button
          variant="default"
          className={css.long}
          loading={cast.isPending}
          onClick={() => (against.length > 0 ? stop(true) : cast.mutate({ asCaucus: true }))}
        >
          {t('caucus.cast', { parts: words(split) })}
        </Button>
      </div>
      {stopping && against.length > 0 && (
        <WhyNot
          known={proposal.mine.reason}
          act={against.includes('BLOCK') ? 'BLOCK' : 'NO'}
          error={cast.error}
          pending={cast.isPending}
          send={(reason) => cast.mutate({ asCaucus: true, reason })}
        />
      )}
      <Refused error={cast.error} />
    </>
  );
}
