import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { InvitationCard } from '@/features/membership/InvitationCard';
import { me } from '@/shared/session/session';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Outside } from './Outside';

/** The page that an invitation's letter leads to. */
export function InvitationPage() {
  const { t } = useTranslation();
  const { invitation: id } = useParams({ from: '/i/$invitation' });
  const navigate = useNavigate();
  const found = useQuery(me);
  return (
    <Outside>
      <Loaded query={found}>
        {({ invitations, person }) => {
          const invitation = invitations.find((one) => one.id === id);
          return (
            <Page title={t('invitation.title')} lead={t('invitation.lead')}>
              {invitation ? (
                <InvitationCard
                  invitation={invitation}
                  joined={(slug) => navigate({ to: '/a/$slug', params: { slug } })}
                />
              ) : (
                <Empty
                  act={
                    <Link to="/" className={page.link}>
                      {t('notFound.back')}
                    </Link>
                  }
                >
                  {t('invitation.notYours', { email: person.email })}
                </Empty>
              )}
            </Page>
          );
        }}
      </Loaded>
    </Outside>
  );
}
