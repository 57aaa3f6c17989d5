import { useTranslation } from 'react-i18next';
import { LeaveAlliance } from '@/features/membership/LeaveAlliance';
import { RolesOnLeaving } from '@/features/membership/RolesOnLeaving';
import { DraftsOnLeaving } from '@/features/purposes/DraftsOnLeaving';
import { useIsMember } from '@/shared/session/alliance';
import { Page, Section } from '@/shared/ui/Page';
import { OnLeaving } from './OnLeaving';

/** What I carry here, what becomes of it when I go, to whom I hand it over, and the way out. */
export function LeavingPage() {
  const { t } = useTranslation();
  const member = useIsMember();
  return (
    <Page title={t('leaving.title')} lead={t('leaving.lead')}>
      {member && <RolesOnLeaving />}
      <Section title={t('leaving.open')}>
        <OnLeaving whole={false} />
        {member && <DraftsOnLeaving />}
      </Section>
      <LeaveAlliance />
    </Page>
  );
}
