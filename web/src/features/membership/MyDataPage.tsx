import { Button, Modal, Radio, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erased, Erasing } from '@/shared/api/types';
import { me, signOut } from '@/shared/session/session';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { takeAlong, useErase } from './mydata';

/** What is known of me: to take along, to correct, to erase. */
export function MyDataPage() {
  const { t } = useTranslation();
  const mine = useQuery(me);
  const [erased, setErased] = useState<Erased>();
  if (erased) return <Gone erased={erased} />;
  return (
    <Page title={t('data.title')} lead={t('data.lead')}>
      <TakeAlong />
      <Section title={t('data.correct')}>
        <p className={page.soft}>{t('data.correctLead')}</p>
        <p>
          <Link to="/me" className={page.link}>
            {t('profile.title')}
          </Link>
        </p>
      </Section>
      <Loaded query={mine}>{({ person }) => <Erase name={person.name} done={setErased} />}</Loaded>
    </Page>
  );
}

function TakeAlong() {
  const { t } = useTranslation();
  const take = useMutation({ mutationFn: takeAlong, onSuccess: keep });
  return (
    <Section title={t('data.take')}>
      <p className={page.soft}>{t('data.takeLead')}</p>
      <div>
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t('data.takeNow')}
        </Button>
      </div>
      <Refused error={take.error} />
    </Section>
  );
}

function keep(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'commonweal-my-data.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

function Erase({ name, done }: { name: string; done: (erased: Erased) => void }) {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure();
  const [confirmation, setConfirmation] = useState('');
  const [work, setWork] = useState<Erasing['work']>('KEEP');
  const erase = useErase(done);
  const typed = confirmation.trim().toLowerCase() === name.trim().toLowerCase();
  return (
    <Section title={t('data.erase')}>
      <p className={page.soft}>{t('data.eraseLead')}</p>
      <div>
        <Button variant="default" onClick={ask}>
          {t('data.eraseAsk')}
        </Button>
      </div>
      <Modal opened={open} onClose={close} title={t('data.eraseTitle')}>
        <form
          className={page.form}
          onSubmit={(event) => {
            event.preventDefault();
            erase.mutate({ confirmation, work });
          }}
        >
          <p>{t('data.goes')}</p>
          <p>{t('data.stays')}</p>
          <Radio.Group
            label={t('data.work')}
            value={work}
            onChange={(value) => setWork(value as Erasing['work'])}
          >
            <Radio value="KEEP" label={t('data.workKeep')} mt="xs" />
            <Radio value="ERASE" label={t('data.workErase')} mt="xs" />
          </Radio.Group>
          <TextInput
            label={t('data.confirm', { name })}
            autoComplete="off"
            value={confirmation}
            onChange={(event) => setConfirmation(event.currentTarget.value)}
          />
          <div className={page.acts}>
            <Button type="submit" color="red" loading={erase.isPending} disabled={!typed}>
              {t('data.eraseNow')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close} data-autofocus>
              {t('common.cancel')}
            </Button>
          </div>
          <Refused error={erase.error} />
        </form>
      </Modal>
    </Section>
  );
}

/** The tombstone, told once: what was done, and what cannot be reached from here. */
function Gone({ erased }: { erased: Erased }) {
  const { t } = useTranslation();
  return (
    <Page title={t('data.done')} lead={t('data.doneLead')}>
      <Section title={t('data.remains')}>
        <ul className={page.list}>
          {erased.remains.map((one) => (
            <li key={one} className={page.row}>
              {t(`remains.${one}`)}
            </li>
          ))}
        </ul>
      </Section>
      <div>
        <Button onClick={signOut}>{t('menu.signOut')}</Button>
      </div>
    </Page>
  );
}
