import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ContributionLine } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Empty, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { State } from './ContributionList';
import css from './contribution.module.css';
import { contributionDetail, contributions } from './queries';

/** A guest is told nothing live, so the page asks. */
const AGAIN_MILLIS = 30_000;

/** What a guest gave and how it was answered, without the names of people whom a guest cannot look up. */
export function GivenByMe() {
  const { t } = useTranslation();
  const here = useHere();
  const given = useInfiniteQuery({
    ...contributions(here.id, { author: here.me.id }),
    refetchInterval: AGAIN_MILLIS,
  });
  return (
    <Section title={t('guest.given')}>
      <EndlessList
        query={given}
        keyOf={(line) => line.id}
        empty={<Empty>{t('guest.nothingGiven')}</Empty>}
      >
        {(line) => <Given line={line} />}
      </EndlessList>
    </Section>
  );
}

function Given({ line }: { line: ContributionLine }) {
  const { t } = useTranslation();
  const whole = useQuery({
    ...contributionDetail(useHere().id, line.id),
    refetchInterval: AGAIN_MILLIS,
  }).data;
  const words =
    whole?.refusal?.reason ?? whole?.acknowledgements.find((one) => one.note)?.note ?? undefined;
  return (
    <div className={`${page.row} ${css.line}`}>
      <div className={page.grow}>
        <p className={page.strong}>{line.title}</p>
        <p className={`${page.small} ${page.soft}`}>
          {t(`kind.${line.kind}`)} · <When at={line.submittedAt} />
        </p>
        {words && <blockquote className={page.quote}>{words}</blockquote>}
      </div>
      <State state={line.state} />
    </div>
  );
}
