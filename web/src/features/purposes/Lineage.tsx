import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { me } from '@/shared/session/session';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { forks, lineage } from './life';

/** What this alliance came from, and what came or could come of it. */
export function Lineage() {
  const { t } = useTranslation();
  const here = useHere();
  const origin = useQuery(lineage(here.id)).data?.origin;
  const prepared = useQuery(forks(here.id)).data?.items ?? [];
  if (!origin && prepared.length === 0) return null;
  return (
    <Section title={t('lineage.title')}>
      {origin && <Origin alliance={origin.alliance} since={origin.since} />}
      {prepared.length > 0 && (
        <ul className={page.list}>
          {prepared.map((fork) => (
            <li key={fork.id} className={page.row}>
              <div className={page.grow}>
                <Link
                  to="/a/$slug/forks/$fork"
                  params={{ slug: here.slug, fork: fork.id }}
                  className={page.quiet}
                >
                  {fork.title}
                </Link>
                <p className={`${page.small} ${page.soft}`}>
                  <PersonName id={fork.preparedBy} />
                </p>
              </div>
              <span className={`${page.small} ${page.soft}`}>
                {t(fork.foundedAt ? 'lineage.founded' : 'lineage.prepared')} ·{' '}
                <When at={fork.foundedAt ?? fork.preparedAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Origin({ alliance, since }: { alliance: string; since: string }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  const known = useQuery(me).data?.alliances.find((one) => one.id === alliance);
  return (
    <>
      <p>
        <Trans
          i18nKey={known ? 'lineage.from' : 'lineage.fromUnknown'}
          values={{ name: known?.name ?? '' }}
          components={{
            there: known ? (
              <Link to="/a/$slug/purpose" params={{ slug: known.slug }} className={page.link} />
            ) : (
              <span />
            ),
            when: <When at={since} />,
          }}
        />
      </p>
      {known && (
        <p>
          <Link to="/a/$slug/brought" params={{ slug }} className={page.link}>
            {t('brought.title')}
          </Link>
        </p>
      )}
    </>
  );
}
