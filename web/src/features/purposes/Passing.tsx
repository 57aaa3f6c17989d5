import clsx from 'clsx';
import { Trans, useTranslation } from 'react-i18next';
import type { Proposal, Rules } from '@/shared/api/types';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import { useBoundWords } from './boundWords';
import { OrderPassing } from './OrderPassing';
import css from './purpose.module.css';
import { type RuleLine, useMatters, useRuleWords } from './RuleWords';
import { type Alike, changed } from './rules';

/** What happens if the ballot passes, and what if not, before anything else. */
export function Passing({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { renewal, conclusion, rules, order, stage } = proposal;
  return (
    <Section title={t(`proposal.passes.${proposal.state}`)}>
      <p>
        {order ? (
          <OrderPassing proposal={proposal} />
        ) : (
          <Trans
            i18nKey={`proposal.passesTo.${proposal.kind}`}
            values={{ stage: stage ? t(`stage.name.${stage.stage}`) : '' }}
            components={{
              before: renewal?.before ? <Day at={renewal.before} /> : <span />,
              after: renewal ? <Day at={renewal.deadline} /> : <span />,
            }}
          />
        )}{' '}
        {(proposal.state === 'OPEN' || proposal.state === 'DIALOGUE') &&
          t(`proposal.otherwise.${proposal.kind}`)}
      </p>
      {rules && <RulesChanged before={rules.before} after={rules.after} />}
      {rules && <p className={`${page.small} ${page.soft}`}>{t('rules.restStays')}</p>}
      {conclusion && <Words title={t('purpose.outcome')} text={conclusion} />}
      {renewal && <Words title={t('proposal.reason')} text={renewal.reason} />}
      {rules && <Words title={t('proposal.reason')} text={rules.reason} />}
      {stage && (
        <Words
          title={stage.stage === 'CLOSED' ? t('purpose.outcome') : t('proposal.reason')}
          text={stage.reason}
        />
      )}
      {order && <Words title={t('proposal.reason')} text={order.reason} />}
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

const LINES: RuleLine[] = ['decider', 'quorum', 'method', 'cap', 'dialogue', 'ballotMinimum'];

/** The rules now and then, line by line; on a phone each line is a card. */
export function RulesChanged({ before, after }: { before: Rules; after: Rules }) {
  const matters = useMatters();
  return (
    <>
      {changed(before, after).map((group) => (
        <OneChange key={group.matters.join()} title={matters(group.matters)} group={group} />
      ))}
      <Bounds before={before} after={after} />
    </>
  );
}

function OneChange({ title, group }: { title: string; group: Alike }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const now = group.before ? words(group.before) : undefined;
  const then = words(group.rule);
  return (
    <Compared
      title={title}
      lines={LINES.filter((line) => now?.[line] !== then[line]).map((line) => [
        t(`rules.line.${line}`),
        now?.[line] || t('rules.noBound'),
        then[line] || t('rules.noBound'),
      ])}
    />
  );
}

function Bounds({ before, after }: { before: Rules; after: Rules }) {
  const { t } = useTranslation();
  const words = useBoundWords();
  const [now, then] = [words(before), words(after)];
  return (['bounds', 'gates'] as const).map((part) => {
    const lines = now[part].map(([name, is], at): [string, string, string] => [
      name,
      is,
      then[part][at]?.[1] ?? '',
    ]);
    const different = lines.filter(([, is, next]) => is !== next);
    return (
      different.length > 0 && <Compared key={part} title={t(`rules.${part}`)} lines={different} />
    );
  });
}

function Compared({ title, lines }: { title: string; lines: [string, string, string][] }) {
  const { t } = useTranslation();
  return (
    <div className={page.tableFrame}>
      <table className={clsx(page.table, css.terms)}>
        <caption className={page.strong}>{title}</caption>
        <thead>
          <tr>
            <td />
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
                <strong>{then}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
