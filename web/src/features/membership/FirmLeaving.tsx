import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Body, FirmExit } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { Day } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { firmExit, useBringBackFirm, useLeaveAsFirm, useStayAsFirm } from './queries';

const NAMED = 12;
const DAY_MILLIS = 86_400_000;

interface Props {
  body: Body;
  /** What becomes of votes and answers, from the features that know it. */
  consequences: ReactNode;
}

/** A whole firm's way out, for its administrators; and the way back, for the delegates of others. */
export function FirmLeaving({ body, consequences }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const administrator = body.inner?.administrator === true;
  if (body.leftAt) return here.delegate ? <Back body={body} /> : null;
  if (!administrator && !body.leavesAt) return null;
  return (
    <Section title={t('firmExit.title')}>
      {body.leavesAt ? (
        <Announced body={body} leavesAt={body.leavesAt} administrator={administrator} />
      ) : (
        <p className={page.soft}>{t('firmExit.lead')}</p>
      )}
      {administrator && <Leave body={body} consequences={consequences} />}
    </Section>
  );
}

/** The last day is the one before it is over. */
function lastDayOf(leavesAt: string): string {
  return new Date(Date.parse(leavesAt) - DAY_MILLIS / 2).toISOString();
}

function Announced({
  body,
  leavesAt,
  administrator,
}: {
  body: Body;
  leavesAt: string;
  administrator: boolean;
}) {
  const { t } = useTranslation();
  const stay = useStayAsFirm(useHere().id, body.id);
  return (
    <>
      <p>
        {t('firmExit.lastDayIs')} <Day at={lastDayOf(leavesAt)} />
      </p>
      {administrator && (
        <div>
          <Button variant="default" loading={stay.isPending} onClick={() => stay.mutate(undefined)}>
            {t('firmExit.stayAfterAll')}
          </Button>
        </div>
      )}
      <Refused error={stay.error} />
    </>
  );
}

function Leave({ body, consequences }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const [open, { open: ask, close }] = useDisclosure();
  return (
    <div>
      <Button variant="default" onClick={ask}>
        {t('firmExit.act')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        size="lg"
        title={t('firmExit.ask', { firm: body.shortName, alliance: here.name })}
      >
        {open && <Decide body={body} consequences={consequences} close={close} />}
      </Modal>
    </div>
  );
}

function Decide({ body, consequences, close }: Props & { close: () => void }) {
  const read = useQuery(firmExit(useHere().id, body.id));
  return (
    <Loaded query={read}>
      {(exit) => (
        <Form body={body} exit={exit} close={close}>
          {consequences}
        </Form>
      )}
    </Loaded>
  );
}

function Form({
  body,
  exit,
  close,
  children,
}: {
  body: Body;
  exit: FirmExit;
  close: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const navigate = useNavigate();
  const [lastDay, setLastDay] = useState('');
  const [typed, setTyped] = useState('');
  const leave = useLeaveAsFirm(here.id, body.id, (left) => {
    close();
    if (!left) return;
    say(t('firmExit.done', { firm: body.shortName, alliance: here.name }));
    void navigate({ to: '/' });
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        leave.mutate({ people: exit.people, lastDay: lastDay || null });
      }}
    >
      <Ending exit={exit} />
      {children}
      <p>{t('firmExit.stays')}</p>
      <TextInput
        type="date"
        label={t('firmExit.lastDay')}
        description={t('firmExit.lastDayHelp')}
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
        error={fieldError(leave.error, 'lastDay')}
      />
      <TextInput
        label={t('firmExit.type', { name: exit.shortName })}
        required
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          color="red"
          loading={leave.isPending}
          disabled={typed.trim() !== exit.shortName}
        >
          {lastDay ? t('firmExit.confirmDay') : t('firmExit.confirm')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('leave.stay')}
        </Button>
      </div>
      <Refused error={leave.error} />
    </form>
  );
}

function Ending({ exit }: { exit: FirmExit }) {
  const { t } = useTranslation();
  const more = exit.people - Math.min(exit.persons.length, NAMED);
  return (
    <>
      <p>{t('firmExit.people', { count: exit.people })}</p>
      <p className={page.inline}>
        {exit.persons.slice(0, NAMED).map((person) => (
          <PersonName key={person} id={person} />
        ))}
        {more > 0 && t('firmExit.more', { count: more })}
      </p>
      {exit.openInvitations > 0 && (
        <p>{t('firmExit.invitations', { count: exit.openInvitations })}</p>
      )}
      {exit.openApplications > 0 && (
        <p>{t('firmExit.applications', { count: exit.openApplications })}</p>
      )}
      {exit.directory > 0 && <p>{t('firmExit.directory', { count: exit.directory })}</p>}
      {exit.otherFirms === 0 && <p>{t('firmExit.nobodyLeft')}</p>}
    </>
  );
}

function Back({ body }: { body: Body }) {
  const { t } = useTranslation();
  const back = useBringBackFirm(useHere().id, body.id);
  return (
    <Section title={t('firmExit.backTitle')}>
      <p className={page.soft}>{t('firmExit.backLead')}</p>
      <div>
        <Button variant="default" loading={back.isPending} onClick={() => back.mutate(undefined)}>
          {t('firmExit.back')}
        </Button>
      </div>
      <Refused error={back.error} />
    </Section>
  );
}
