import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MatterPower, Powers } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm } from '@/shared/ui/Who';
import { VoteLink } from './Decided';
import css from './purpose.module.css';
import { powers } from './queries';
import { RuleWords, useMatters } from './RuleWords';

/** Who decides what: of every matter the rule, who has a vote, what mine weighs, and who decided that. */
export function WhoDecides() {
  const { t } = useTranslation();
  const found = useQuery(powers(useHere().id));
  return (
    <Loaded query={found}>
      {(known) => (
        <>
          <Section title={t('rules.who')}>
            <div className={css.matters}>
              {known.matters.map((power) => (
                <OneMatter key={power.matter} power={power} />
              ))}
            </div>
          </Section>
          <Sponsors powers={known} />
          <Operator powers={known} />
        </>
      )}
    </Loaded>
  );
}

function OneMatter({ power }: { power: MatterPower }) {
  const { t, i18n } = useTranslation();
  const matters = useMatters();
  const votes = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  return (
    <article className={page.card}>
      <div className={css.matter}>
        <h3 className={`${page.strong} ${css.heading}`}>{matters([power.matter])}</h3>
        <RuleWords rule={power.rule} />
        <p className={`${page.small} ${page.soft}`}>
          {power.rule.decider !== 'SPONSOR' &&
            t(`rules.electors.${power.rule.body}`, { count: power.electors })}{' '}
          {power.mine !== null &&
            t(`rules.mine.${power.rule.body}`, { votes: votes.format(power.mine) })}{' '}
          {power.iMayDecideAlone && t('rules.alone')}{' '}
          {power.movedBy ? (
            <>
              {t('rules.movedBy')}{' '}
              <VoteLink proposal={power.movedBy.proposal}>{power.movedBy.title}</VoteLink>,{' '}
              <When at={power.movedBy.at} />.
            </>
          ) : (
            t('rules.fromTheCharter')
          )}
        </p>
      </div>
    </article>
  );
}

function Sponsors({ powers: known }: { powers: Powers }) {
  const { t } = useTranslation();
  const matters = useMatters();
  if (known.sponsors.length === 0) return null;
  return (
    <Section title={t('rules.sponsor')}>
      <ul className={page.list}>
        {known.sponsors.map((one) => (
          <li key={one.organization} className={css.version}>
            <span>
              <Firm id={one.organization} />
            </span>
            <p>
              {one.decidesAlone.length > 0
                ? t('rules.sponsorDecides', { matters: matters(one.decidesAlone) })
                : t('rules.sponsorDecidesNothing')}{' '}
              {t('rules.sponsorVotes')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Operator({ powers: known }: { powers: Powers }) {
  const { t } = useTranslation();
  return (
    <Section title={t('rules.operator')}>
      <dl className={page.facts}>
        <dt>{t('rules.can')}</dt>
        <dd>{known.operator.can.map((one) => t(`rules.operatorCan.${one}`)).join('; ')}</dd>
        <dt>{t('rules.cannot')}</dt>
        <dd>{known.operator.cannot.map((one) => t(`rules.operatorCannot.${one}`)).join('; ')}</dd>
      </dl>
    </Section>
  );
}
