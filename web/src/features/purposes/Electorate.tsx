import { useTranslation } from 'react-i18next';
import type { Elector, Proposal } from '@/shared/api/types';
import { number } from '@/shared/text/numbers';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { type Silence, type Standing, useChoiceWords, useSplitWords } from './choiceWords';
import css from './purpose.module.css';

interface Props {
  proposal: Proposal;
  asOf: string;
}

/** Everybody with a vote, as many as the service names, and who leaves it to the others. */
export function Electorate({ proposal, asOf }: Props) {
  const { t, i18n } = useTranslation();
  const { electorate, electors, rule } = proposal;
  const more = electors - electorate.length;
  return (
    <Section
      title={t(`proposal.electorate.${rule.body}`, {
        count: electors,
        electors: number(electors, i18n.language),
      })}
      aside={
        <>
          {t('proposal.frozen')} <When at={asOf} />
        </>
      }
    >
      <ul className={css.firms}>
        {electorate.map((elector) => (
          <ElectorTile
            key={elector.person ?? elector.organization}
            elector={elector}
            proposal={proposal}
          />
        ))}
      </ul>
      {more > 0 && (
        <p className={`${page.small} ${page.soft}`}>
          {t('proposal.moreElectors', { count: more, more: number(more, i18n.language) })}
        </p>
      )}
      {electorate
        .filter((elector) => elector.recusal)
        .map((elector) => (
          <p key={elector.person ?? elector.organization} className={page.small}>
            <Who elector={elector} /> {t('recusal.because', { reason: elector.recusal })}
          </p>
        ))}
    </Section>
  );
}

/** Why somebody objects or blocks, so that it can be mended; nothing where nobody has said it. */
export function Reasons({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const stands = useStands(proposal);
  const given = proposal.electorate.filter((elector) => elector.reason);
  if (given.length === 0) return null;
  return (
    <Section title={t('proposal.reasons')}>
      <ul className={page.list}>
        {given.map((elector) => (
          <li key={elector.person ?? elector.organization} className={css.version}>
            <p className={`${page.small} ${page.soft}`}>
              <Who elector={elector} /> · {stands(elector)}
            </p>
            <p>{elector.reason}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Who({ elector }: { elector: Elector }) {
  return elector.person ? <PersonName id={elector.person} /> : <Firm id={elector.organization} />;
}

/** Of an anonymous ballot it is not seen whether somebody has voted; of a closed one nobody will. */
function silence({ secrecy, state }: Proposal): Silence {
  if (secrecy.anonymous) return 'ANONYMOUS';
  return state === 'OPEN' ? 'WAITING' : 'SILENT';
}

function standing(elector: Elector, silent: Silence): Standing {
  if (elector.choice) return elector.choice;
  if (elector.at) return 'CAST';
  if (elector.recusedAt) return 'RECUSED';
  return elector.leftAt ? 'LEFT' : silent;
}

/** How an elector stands, in words. */
function useStands(proposal: Proposal): (elector: Elector) => string {
  const words = useChoiceWords(proposal.rule);
  const parts = useSplitWords(proposal.rule);
  return (elector) =>
    elector.split ? parts(elector.split) : words(standing(elector, silence(proposal)));
}

interface TileProps {
  elector: Elector;
  proposal: Proposal;
}

/** Who votes, and how where that is seen. */
function ElectorTile({ elector, proposal }: TileProps) {
  const { t } = useTranslation();
  const stands = useStands(proposal);
  return (
    <li className={css.ballot} data-choice={elector.choice ?? undefined}>
      <Who elector={elector} />
      <span>
        {stands(elector)}
        {elector.proxy && ` ${t('proxy.by')}`}
        {elector.by && !elector.person && (
          <span className="seen-by-ear">
            {' '}
            <PersonName id={elector.by} />
          </span>
        )}
      </span>
    </li>
  );
}
