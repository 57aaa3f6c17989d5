import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApplyForm } from '@/features/membership/ApplyForm';
import { frontDoor } from '@/features/membership/applying';
import { MyApplications } from '@/features/membership/MyApplications';
import { Refusal } from '@/shared/api/refusal';
import { me } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Outside } from './Outside';

/** An alliance's front door, as far as it is open: to ask to come in, or to see that one has asked. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { slug } = useParams({ from: '/apply/$slug' });
  const navigate = useNavigate();
  const door = useQuery(frontDoor(slug));
  const known = useQuery(me).data;
  const mine = known?.applications.filter((one) => one.slug === slug && one.state === 'OPEN');
  const belongs = known?.alliances.some((one) => one.slug === slug);
  return (
    <Outside>
      {isClosed(door.error) ? (
        <Page title={t('apply.closed')} lead={t('apply.closedLead')}>
          <p>
            <Link to="/" className={page.link}>
              {t('notFound.back')}
            </Link>
          </p>
        </Page>
      ) : (
        <Loaded query={door}>
          {(open) => (
            <Page
              title={t('apply.title', { alliance: open.name })}
              lead={t(belongs ? 'apply.belongs' : 'apply.lead')}
            >
              {belongs && (
                <p>
                  <Link to="/a/$slug" params={{ slug }} className={page.link}>
                    {open.name}
                  </Link>
                </p>
              )}
              {mine && mine.length > 0 && <MyApplications applications={mine} />}
              {!belongs && mine?.length === 0 && (
                <ApplyForm door={open} done={() => void navigate({ to: '/' })} />
              )}
            </Page>
          )}
        </Loaded>
      )}
    </Outside>
  );
}

/** A closed door looks like none. */
function isClosed(error: unknown) {
  return error instanceof Refusal && error.status === 404;
}
