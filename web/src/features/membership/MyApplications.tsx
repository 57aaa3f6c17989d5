import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MyApplication } from '@/shared/api/types';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { useWithdraw } from './applying';

/** What I applied for, and what was answered. */
export function MyApplications({ applications }: { applications: MyApplication[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('apply.mine')}>
      <ul className={page.list}>
        {applications.map((application) => (
          <li key={application.id} className={page.row}>
            <Line application={application} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({ application }: { application: MyApplication }) {
  const { t } = useTranslation();
  const withdraw = useWithdraw(application.alliance, application.id);
  return (
    <>
      <div className={page.grow}>
        <span className={page.strong}>{application.allianceName}</span>{' '}
        <span className={page.soft}>{application.organizationName}</span>
        <p className={`${page.small} ${page.soft}`}>
          {t(`apply.state.${application.state}`)} ·{' '}
          <When at={application.decidedAt ?? application.appliedAt} />
        </p>
        {application.reason && <p>{application.reason}</p>}
        <Refused error={withdraw.error} />
      </div>
      {application.state === 'OPEN' && (
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined)}
        >
          {t('apply.withdraw')}
        </Button>
      )}
    </>
  );
}
