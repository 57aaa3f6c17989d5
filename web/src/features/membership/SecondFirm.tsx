import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { Firm, useFirmName } from '@/shared/ui/Who';
import { useLeaveSecondFirm } from './moving';
import { personDetail } from './queries';

/** For which firms I work, for which this login acts, and the end of the second. Nothing for whoever has one firm. */
export function SecondFirm() {
  const here = useHere();
  const found = useQuery(personDetail(here.id, here.me.id));
  const second = found.data?.person.secondOrganization;
  return second ? <Shown home={found.data?.person.organization} second={second} /> : null;
}

function Shown({ home, second }: { home: string | null | undefined; second: string }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const navigate = useNavigate();
  const name = useFirmName(second);
  const acting = useFirmName(here.organization);
  const [open, { open: ask, close }] = useDisclosure();
  const leave = useLeaveSecondFirm(here.id, () => {
    close();
    say(t('second.done', { firm: name }));
    if (here.besides) void navigate({ to: '/' });
  });
  return (
    <Section title={t('second.title')}>
      <dl className={page.facts}>
        <dt>{t('second.home')}</dt>
        <dd>
          <Firm id={home} />
        </dd>
        <dt>{t('second.besides')}</dt>
        <dd>
          <Firm id={second} />
        </dd>
      </dl>
      <p className={page.soft}>{t('second.acting', { firm: acting })}</p>
      {here.besides && <p className={page.soft}>{t('second.leaveAtHome')}</p>}
      <div>
        <Button variant="default" onClick={ask}>
          {t('second.end')}
        </Button>
      </div>
      <Modal opened={open} onClose={close} title={t('second.ask', { firm: name })}>
        <div className={page.form}>
          <p>{t('second.ends', { firm: name })}</p>
          <p>{t('second.stays')}</p>
          <div className={page.acts}>
            <Button color="red" loading={leave.isPending} onClick={() => leave.mutate(undefined)}>
              {t('second.confirm')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close} data-autofocus>
              {t('common.cancel')}
            </Button>
          </div>
          <Refused error={leave.error} />
        </div>
      </Modal>
    </Section>
  );
}
