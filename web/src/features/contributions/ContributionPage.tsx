import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName, PersonWithFirm } from '@/shared/ui/Who';
import { Answer } from './Answer';
import { Clock } from './Clock';
import { contributionDetail } from './queries';

interface Props {
  id: string;
  goalName: (goal: string) => ReactNode;
  thanks: (contribution: Contribution) => ReactNode;
}

/** The work, who made it, whose turn it is, who answered and from which firm. */
export function ContributionPage({ id, goalName, thanks }: Props) {
  const found = useQuery(contributionDetail(useHere().id, id));
  return (
    <Loaded query={found}>
      {(work) => <Shown work={work} goalName={goalName} thanks={thanks} />}
    </Loaded>
  );
}

function Shown({ work, goalName, thanks }: Omit<Props, 'id'> & { work: Contribution }) {
  const { t } = useTranslation();
  return (
    <Page
      title={work.title}
      lead={
        <span className={page.inline}>
          <PersonWithFirm id={work.author} firm={work.organization} />
          <span>
            {t(`kind.${work.kind}`)}
            {work.goal && (
              <>
                {' '}
                {t('contribution.toward')} {goalName(work.goal)}
              </>
            )}
            {work.area && ` · ${work.area}`} · <When at={work.submittedAt} />
          </span>
        </span>
      }
    >
      {work.state !== 'HISTORICAL' && <Clock work={work} />}
      {work.body ? (
        <Prose text={work.body} />
      ) : (
        <p className={page.soft}>{t('contribution.noBody')}</p>
      )}
      {work.origin && <p className={page.soft}>{t('contribution.brought')}</p>}
      {work.handledBy.length > 0 && <PassedOn work={work} />}
      <Answer work={work} />
      {work.acknowledgements.length > 0 && <Acknowledgements work={work} />}
      {work.refusal && <RefusalShown refusal={work.refusal} />}
      {thanks(work)}
    </Page>
  );
}

/** Through whose hands it went: who handed the answer over, or of imported history whatever it tells. */
function PassedOn({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  return (
    <Section title={t('contribution.passedOnBy')}>
      <ul className={page.list}>
        {work.handledBy.map((one) => (
          <li key={`${one.person} ${one.organization}`} className={page.row}>
            <PersonWithFirm id={one.person} firm={one.organization} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Acknowledgements({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  return (
    <Section title={t('contribution.acknowledgedBy')}>
      <ul className={page.list}>
        {work.acknowledgements.map((one) => (
          <li key={one.id} className={page.row}>
            <div className={page.grow}>
              <PersonWithFirm id={one.by} firm={one.organization} />
              {one.note && <p style={{ marginTop: 8 }}>{one.note}</p>}
            </div>
            <span className={`${page.small} ${page.soft}`}>
              <When at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function RefusalShown({ refusal }: { refusal: NonNullable<Contribution['refusal']> }) {
  const { t } = useTranslation();
  return (
    <Section title={t('contribution.declinedWith')}>
      <blockquote className={page.quote}>{refusal.reason}</blockquote>
      <p className={`${page.small} ${page.soft}`}>
        <PersonName id={refusal.by} /> <Firm id={refusal.organization} /> · <When at={refusal.at} />
      </p>
    </Section>
  );
}
