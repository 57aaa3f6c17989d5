import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginAnew } from '@/features/membership/BeginAnew';
import { InvitationCard } from '@/features/membership/InvitationCard';
import { MyApplications } from '@/features/membership/MyApplications';
import { PastAlliances } from '@/features/membership/PastAlliances';
import { Refusal } from '@/shared/api/refusal';
import type { Me } from '@/shared/api/types';
import { me } from '@/shared/session/session';
import { Icon } from '@/shared/ui/Icon';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import css from '../app.module.css';
import { Outside } from './Outside';

/**
 * Where somebody arrives: their invitations and alliances. With one alliance and nothing to answer, straight in; who
 * comes back here from inside of it wants to see this page.
 */
export function StartPage() {
  const found = useQuery(me);
  const { history } = useRouter();
  const [arriving] = useState(() => !history.canGoBack());
  const only = found.data?.alliances.length === 1 && found.data.alliances[0];
  if (arriving && only && found.data?.invitations.length === 0)
    return <Navigate to="/a/$slug" params={{ slug: only.slug }} replace />;
  return (
    <Outside>
      {isErased(found.error) ? (
        <BeginAnew />
      ) : (
        <Loaded query={found}>{(mine) => <Choose mine={mine} />}</Loaded>
      )}
    </Outside>
  );
}

function isErased(error: Error | null): boolean {
  return error instanceof Refusal && error.kind === 'erased';
}

function Choose({ mine }: { mine: Me }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { alliances, invitations, applications, past } = mine;
  const nothing = [alliances, invitations, applications].every((list) => list.length === 0);
  return (
    <Page title={t('start.title', { name: mine.person.name })} windowTitle={t('start.window')}>
      {nothing && (
        <Empty act={<Found words={t('found.link')} />}>
          {t('start.nothing', { email: mine.person.email })}
        </Empty>
      )}
      {invitations.length > 0 && (
        <Section title={t('start.invitations')}>
          {invitations.map((invitation) => (
            <InvitationCard
              key={invitation.id}
              invitation={invitation}
              joined={(slug) => navigate({ to: '/a/$slug', params: { slug } })}
            />
          ))}
        </Section>
      )}
      {applications.length > 0 && <MyApplications applications={applications} />}
      {alliances.length > 0 && (
        <Section title={t('start.alliances')} aside={<Found words={t('found.another')} />}>
          <ul className={page.list}>
            {alliances.map((alliance) => (
              <li key={alliance.id}>
                <Link to="/a/$slug" params={{ slug: alliance.slug }} className={css.alliance}>
                  <span>
                    <span className={page.strong}>{alliance.name}</span>
                    {alliance.history && (
                      <span className={`${page.small} ${page.soft}`}> {t('start.history')}</span>
                    )}
                  </span>
                  <Icon name="right" />
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {past.length > 0 && <PastAlliances past={past} />}
    </Page>
  );
}

function Found({ words }: { words: string }) {
  return (
    <Link to="/found" className={page.link}>
      {words}
    </Link>
  );
}
