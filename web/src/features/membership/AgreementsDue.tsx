import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { agreements } from './agreeing';

/** Agreements that wait for me; nothing stands here when none does. */
export function AgreementsDue() {
  const { t } = useTranslation();
  const here = useHere();
  const mine = useQuery(agreements(here.id)).data?.items.filter((one) => one.acceptBy) ?? [];
  if (mine.length === 0) return null;
  return (
    <Section title={t('agreements.due')}>
      <ul className={page.list}>
        {mine.map((one) => (
          <li key={one.id} className={page.row}>
            <div className={page.grow}>
              <p className={page.strong}>{one.title}</p>
              <p className={`${page.small} ${page.soft}`}>
                {one.outdated ? (
                  t('agreements.outdated')
                ) : (
                  <>
                    {t('agreements.acceptBy')} <When at={one.acceptBy ?? ''} />
                  </>
                )}
              </p>
            </div>
            <Button
              size="xs"
              renderRoot={(props) => (
                <Link to="/a/$slug/agreements" params={{ slug: here.slug }} {...props} />
              )}
            >
              {t('agreements.read')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
