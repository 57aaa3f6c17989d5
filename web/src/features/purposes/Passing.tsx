import clsx from 'clsx';
import { Trans, useTranslation } from 'react-i18next';
import type { CharterTerms, Proposal } from '@/shared/api/types';
import { duration, secondsOf } from '@/shared/text/time';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import css from './purpose.module.css';
import { shareInWords } from './shares';

/** What happens if the ballot passes, and what if not, before anything else. */
export function Passing({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { renewal, conclusion, charter } = proposal;
  return (
    <Section title={t(`proposal.passes.${proposal.state}`)}>
      <p>
        <Trans
          i18nKey={`proposal.passesTo.${proposal.kind}`}
          components={{
            before: renewal ? <Day at={renewal.before} /> : <span />,
            after: renewal ? <Day at={renewal.deadline} /> : <span />,
          }}
        />{' '}
        {proposal.state === 'OPEN' && t(`proposal.otherwise.${proposal.kind}`)}
      </p>
      {charter && <Terms before={charter.before} after={charter.after} />}
      {conclusion && <Words title={t('purpose.outcome')} text={conclusion} />}
      {renewal && <Words title={t('proposal.reason')} text={renewal.reason} />}
      {charter && <Words title={t('proposal.reason')} text={charter.reason} />}
    </Section>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <div className={page.quote}>
      <p className={`${page.small} ${page.soft}`}>{title}</p>
      <p>{text}</p>
    </div>
  );
}

/** The rules now and then, line by line; on a phone each line is a card. */
function Terms({ before, after }: { before: CharterTerms; after: CharterTerms }) {
  const { t, i18n } = useTranslation();
  const share = (perMillion: number) => shareInWords(perMillion, i18n.language, t);
  const length = (iso: string) =>
    t('rules.atLeast', { length: duration(secondsOf(iso), i18n.language) });
  const firms = (terms: CharterTerms) =>
    t('rules.ofFirms', { share: share(terms.quorumPerMillion) });
  const votes = (terms: CharterTerms) =>
    t('rules.ofVotes', { share: share(terms.thresholdPerMillion) });
  const lines = [
    [t('rules.quorum'), firms(before), firms(after)],
    [t('rules.threshold'), votes(before), votes(after)],
    [t('rules.ballotMinimum'), length(before.ballotMinimum), length(after.ballotMinimum)],
  ] as const;
  return (
    <div className={page.scroll}>
      <table className={clsx(page.table, css.terms)}>
        <thead>
          <tr>
            <th scope="col">{t('proposal.rules')}</th>
            <th scope="col">{t('proposal.before')}</th>
            <th scope="col">{t('proposal.after')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([rule, now, then]) => (
            <tr key={rule}>
              <th scope="row">{rule}</th>
              <td data-label={t('proposal.before')}>{now}</td>
              <td data-label={t('proposal.after')}>
                {then === now ? t('proposal.unchanged') : <strong>{then}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
