import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { mySessions, type SignedIn, useEndAll, useEndSession } from './queries';

const ACTIONS = {
  app: 'CONFIGURE_TOTP',
  key: 'webauthn-register',
  codes: 'CONFIGURE_RECOVERY_AUTHN_CODES',
  password: 'UPDATE_PASSWORD',
} as const;

/** Where I am signed in, the way out of everywhere, and what guards my account. */
export function SessionsPage() {
  const { t } = useTranslation();
  const found = useQuery(mySessions);
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')}>
      <Loaded query={found}>
        {({ ownAccount, accountPage, sessions }) => (
          <>
            <Section title={t('sessions.where')}>
              <ul className={page.list}>
                {sessions.map((one) => (
                  <One key={one.id} session={one} />
                ))}
              </ul>
              <Everywhere />
            </Section>
            <Section title={t('sessions.guard')}>
              {ownAccount ? (
                <Guards accountPage={accountPage} />
              ) : (
                <p className={page.soft}>{t('sessions.guardedByFirm')}</p>
              )}
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function One({ session }: { session: SignedIn }) {
  const { t } = useTranslation();
  const end = useEndSession();
  const device = t('sessions.device', {
    browser: session.browser ?? t('sessions.someBrowser'),
    system: session.system ?? t('sessions.someSystem'),
  });
  return (
    <li className={page.row}>
      <div className={page.grow}>
        <p className={page.strong}>
          {device}
          {session.asking && ` (${t('sessions.thisOne')})`}
        </p>
        <p className={`${page.small} ${page.soft}`}>
          {t('sessions.since')} <When at={session.since} /> · {t('sessions.lastUsed')}{' '}
          <When at={session.lastUsed} />
        </p>
        <Refused error={end.error} />
      </div>
      {!session.asking && (
        <Button
          variant="default"
          loading={end.isPending}
          onClick={() => end.mutate(session.id)}
          aria-label={t('sessions.endOf', { device })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}

function Everywhere() {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure();
  const end = useEndAll();
  return (
    <div>
      <Button variant="default" onClick={ask}>
        {t('sessions.endAll')}
      </Button>
      <Modal opened={open} onClose={close} title={t('sessions.endAll')}>
        <div className={page.form}>
          <p>{t('sessions.endAllMeans')}</p>
          <div className={page.acts}>
            <Button color="red" loading={end.isPending} onClick={() => end.mutate()}>
              {t('sessions.endAllNow')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close} data-autofocus>
              {t('sessions.stay')}
            </Button>
          </div>
          <Refused error={end.error} />
        </div>
      </Modal>
    </div>
  );
}

/** Each leads to the sign-in itself, which keeps these things, and back to this page. */
function Guards({ accountPage }: { accountPage: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={page.soft}>{t('sessions.guardLead')}</p>
      <div className={page.acts}>
        {(Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).map((name) => (
          <Button
            key={name}
            variant="default"
            component="a"
            href={`/oauth2/authorization/commonweal?${new URLSearchParams({
              kc_action: ACTIONS[name],
              return_to: '/me/sessions',
            })}`}
          >
            {t(`sessions.${name}`)}
          </Button>
        ))}
      </div>
      {accountPage && (
        <p className={page.soft}>
          {t('sessions.lost')}{' '}
          <a href={accountPage} className={page.link}>
            {t('sessions.accountPage')}
          </a>
        </p>
      )}
    </>
  );
}
