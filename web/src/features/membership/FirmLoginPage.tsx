import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { type BroughtCode, DomainsSection } from './DomainsSection';
import { ProvidersSection } from './ProvidersSection';
import { firm } from './queries';

/** How a firm's people sign in: each part is a section of its own, for the firm's administrators alone. */
export function FirmLoginPage({ id, brought }: { id: string; brought?: BroughtCode }) {
  const { t } = useTranslation();
  const here = useHere();
  const read = useQuery(firm(here.id, id));
  return (
    <Loaded query={read}>
      {(body) => (
        <Page
          title={t('firmLogin.title')}
          lead={
            <Link
              to="/a/$slug/firms/$firm"
              params={{ slug: here.slug, firm: id }}
              className={page.link}
            >
              {body.name}
            </Link>
          }
        >
          {body.inner?.administrator ? (
            <>
              <DomainsSection brought={brought} />
              <ProvidersSection />
            </>
          ) : (
            <Empty>{t('firmLogin.onlyAdministrators')}</Empty>
          )}
        </Page>
      )}
    </Loaded>
  );
}
