import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { Fork, ForkImpact } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { me } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day, When } from '@/shared/ui/When';
import { PersonName, PersonWithFirm } from '@/shared/ui/Who';
import { forkDetail } from './life';
import css from './life.module.css';
import { PurposeText } from './PurposePage';
import { purposeAndDrafts } from './queries';
import { WordChanges } from './WordChanges';

const PEOPLE_SHOWN = 20;

/** A community for another purpose: what would be different, whom it leaves behind, and founding it. */
export function ForkPage({ id }: { id: string }) {
  const found = useQuery(forkDetail(useHere().id, id));
  return <Loaded query={found}>{(fork) => <Shown fork={fork} />}</Loaded>;
}

function Shown({ fork }: { fork: Fork }) {
  const { t } = useTranslation();
  return (
    <Page
      title={fork.title}
      lead={
        <Trans
          i18nKey={fork.foundedAt ? 'fork.foundedBy' : 'fork.preparedBy'}
          components={{
            who: <PersonName id={fork.preparedBy} />,
            when: <When at={fork.foundedAt ?? fork.preparedAt} />,
          }}
        />
      }
    >
      <p className={page.quote}>{fork.reason}</p>
      <Founding fork={fork} />
      <Different fork={fork} />
      {fork.impact && <Impact impact={fork.impact} at={fork.preparedAt} />}
      <Section title={t('fork.text')}>
        <PurposeText purpose={fork} level={3} />
      </Section>
    </Page>
  );
}

function Founding({ fork }: { fork: Fork }) {
  const { t } = useTranslation();
  const here = useHere();
  const mine = useQuery(me).data?.alliances.find((one) => one.id === fork.foundedAs);
  if (fork.foundedAs)
    return (
      <p>
        {mine ? (
          <Trans
            i18nKey="fork.enter"
            values={{ name: mine.name }}
            components={{
              there: <Link to="/a/$slug" params={{ slug: mine.slug }} className={page.link} />,
            }}
          />
        ) : (
          t('fork.closedToYou')
        )}
      </p>
    );
  if (fork.preparedBy !== here.me.id) return <p className={page.soft}>{t('fork.onlyPreparer')}</p>;
  return (
    <div className={page.card}>
      <p className={page.strong}>{t('fork.fromZero')}</p>
      <p>{t('fork.fromZeroHelp')}</p>
      <div className={page.acts} style={{ marginTop: 12 }}>
        <Button
          renderRoot={(props) => (
            <Link
              to="/found"
              search={{ from: here.id, fork: fork.id, name: fork.title }}
              {...props}
            />
          )}
        >
          {t('fork.found')}
        </Button>
      </div>
    </div>
  );
}

function Different({ fork }: { fork: Fork }) {
  const { t } = useTranslation();
  const active = useQuery(purposeAndDrafts(useHere().id)).data?.active;
  const left = active?.id === fork.purpose ? active : undefined;
  return (
    <Section title={t('fork.different')}>
      <ul className={page.list}>
        {fork.changes.map((change) => (
          <li key={change} className={page.row}>
            <div className={page.grow}>
              <p className={page.strong}>{t(`fork.change.${change}`)}</p>
              {change === 'SCOPE' && left && <WordChanges before={left} after={fork} />}
              {change === 'AUDIENCE' && <p>{fork.audience}</p>}
              {change === 'ELIGIBILITY' && <p>{fork.eligibility}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Impact({ impact, at }: { impact: ForkImpact; at: string }) {
  const { t } = useTranslation();
  const more = impact.members - Math.min(PEOPLE_SHOWN, impact.people.length);
  return (
    <Section
      title={t('fork.affects')}
      aside={
        <>
          {t('fork.asOf')} <When at={at} />
        </>
      }
    >
      <p>{t('fork.affectsHelp')}</p>
      <div className={css.figures}>
        <Figure of={impact.members} words={t('fork.members', { count: impact.members })} />
        <Figure of={impact.ties} words={t('fork.ties', { count: impact.ties })} />
        <Figure of={impact.goals.length} words={t('fork.goals', { count: impact.goals.length })} />
        <Figure
          of={impact.people.filter((one) => one.delegate).length}
          words={t('fork.votes', { count: impact.people.filter((one) => one.delegate).length })}
        />
      </div>
      {impact.people.length === 0 ? (
        <Empty>{t('fork.nobody')}</Empty>
      ) : (
        <ul className={page.list} aria-label={t('fork.affects')}>
          {impact.people.slice(0, PEOPLE_SHOWN).map((one) => (
            <li key={one.person} className={page.row}>
              <div className={page.grow}>
                <PersonWithFirm id={one.person} firm={one.organization} />
                <p className={`${page.small} ${page.soft}`}>
                  {[
                    one.ties > 0 && t('fork.ofTies', { count: one.ties }),
                    one.goals > 0 && t('fork.ofGoals', { count: one.goals }),
                    one.delegate && t('fork.ofVote'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className={page.soft}>{t('fork.more', { count: more })}</p>}
      {impact.goals.length > 0 && (
        <ul className={page.list} aria-label={t('fork.goalsLeft')}>
          {impact.goals.map((goal) => (
            <li key={goal.goal} className={page.row}>
              <div className={page.grow}>
                {goal.title}
                <p className={`${page.small} ${page.soft}`}>
                  <PersonName id={goal.owner} /> · <Day at={goal.due} />
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Figure({ of, words }: { of: number; words: string }) {
  return (
    <p className={`${css.figure} ${page.small} ${page.soft}`}>
      <strong>{of}</strong> {words}
    </p>
  );
}
