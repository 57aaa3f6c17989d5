import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ContributionLine, OwnElsewhere } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Refused } from '@/shared/ui/Loaded';
import { Empty, Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { ownElsewhere, useBring } from './queries';

/** What I gave in the alliance that this one came from: only I bring it along, piece by piece or all at once. */
export function BroughtPage() {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const given = useInfiniteQuery(ownElsewhere(here.id));
  const bring = useBring(here.id, (carried) => say(t('brought.done', { count: carried })));
  const left = given.data?.some((one) => !one.carriedAs);
  return (
    <Page
      title={t('brought.title')}
      lead={t('brought.lead')}
      acts={
        left && (
          <Button
            variant="default"
            loading={bring.isPending && bring.variables === undefined}
            onClick={() => bring.mutate(undefined)}
          >
            {t('brought.all')}
          </Button>
        )
      }
    >
      <Refused error={bring.error} />
      <EndlessList
        query={given}
        keyOf={(line) => line.id}
        empty={<Empty>{t('brought.nothing')}</Empty>}
      >
        {(line) => (
          <Own
            line={line}
            bring={() => bring.mutate(line.id)}
            bringing={bring.isPending && bring.variables === line.id}
          />
        )}
      </EndlessList>
    </Page>
  );
}

interface OwnProps {
  line: OwnElsewhere;
  bring: () => void;
  bringing: boolean;
}

function Own({ line, bring, bringing }: OwnProps) {
  const { t } = useTranslation();
  const { slug } = useHere();
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <p className={page.strong}>{line.title}</p>
        <p className={`${page.small} ${page.soft}`}>
          {t(`kind.${line.kind as ContributionLine['kind']}`)} · <When at={line.submittedAt} />
        </p>
      </div>
      {line.carriedAs ? (
        <Link
          to="/a/$slug/contributions/$contribution"
          params={{ slug, contribution: line.carriedAs }}
          className={page.link}
        >
          {t('brought.here')}
        </Link>
      ) : (
        <Button variant="default" size="compact-sm" loading={bringing} onClick={bring}>
          {t('brought.bring')}
        </Button>
      )}
    </div>
  );
}
