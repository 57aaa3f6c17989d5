import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { useLeave } from './queries';

/** Leaving is as much a person's own act as joining; it says beforehand what stays and what ends. */
export function LeaveAlliance() {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const navigate = useNavigate();
  const [open, { open: ask, close }] = useDisclosure();
  const leave = useLeave(here.id, () => {
    say(t('leave.done', { alliance: here.name }));
    void navigate({ to: '/' });
  });
  return (
    <Section title={t('leave.title')}>
      <p className={page.soft}>{t('leave.lead')}</p>
      <div>
        <Button variant="default" onClick={ask}>
          {t('leave.act')}
        </Button>
      </div>
      <Modal
        opened={open}
        onClose={close}
        title={t('leave.ask', { alliance: here.name })}
        size="lg"
      >
        <div className={page.form}>
          <p>{t('leave.ends')}</p>
          <p>{t('leave.stays')}</p>
          <div className={page.acts}>
            <Button color="red" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {t('leave.confirm')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close} data-autofocus>
              {t('leave.stay')}
            </Button>
          </div>
          <Refused error={leave.error} />
        </div>
      </Modal>
    </Section>
  );
}
