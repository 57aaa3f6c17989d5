import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionLine as Line } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import css from './contribution.module.css';
import { type ContributionFilter, contributions } from './queries';

interface Props {
  filter: ContributionFilter;
  empty: ReactNode;
}

export function ContributionList({ filter, empty }: Props) {
  const found = useInfiniteQuery(contributions(useHere().id, filter));
  return (
    <EndlessList query={found} keyOf={(line) => line.id} empty={empty}>
      {(line) => <ContributionLine line={line} />}
    </EndlessList>
  );
}

export function ContributionLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <div className={`${page.row} ${css.line}`}>
      <div className={page.grow}>
        <Link
          to="/a/$slug/contributions/$contribution"
          params={{ slug, contribution: line.id }}
          className={page.quiet}
        >
          {line.title}
        </Link>
        <p className={`${page.small} ${page.soft}`}>
          {t(`kind.${line.kind}`)} {t('contribution.by')} <PersonName id={line.author} />{' '}
          <Firm id={line.organization} /> · <When at={line.submittedAt} />
          {line.area && ` · ${line.area}`}
        </p>
      </div>
      <State state={line.state} />
    </div>
  );
}

export function State({ state }: { state: Line['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={css.state} data-state={state}>
      {t(`contribution.state.${state}`)}
    </span>
  );
}
