import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { ToCopy } from '@/shared/ui/ToCopy';
import { Day } from '@/shared/ui/When';
import { useAskForNewLogin } from './newLogin';

/** My firm has a sign-in of its own now, and I go on with it as who I am. */
export function NewLogin() {
  const { t } = useTranslation();
  const ask = useAskForNewLogin(useHere().id);
  return (
    <Section title={t('newLogin.title')}>
      {ask.data ? (
        <Told code={ask.data.code} until={ask.data.until} />
      ) : (
        <div className={page.form}>
          <p className={page.soft}>{t('newLogin.help')}</p>
          <div className={page.acts}>
            <Button variant="default" loading={ask.isPending} onClick={() => ask.mutate(undefined)}>
              {t('newLogin.ask')}
            </Button>
          </div>
          <Refused error={ask.error} />
        </div>
      )}
    </Section>
  );
}

const DELETION = `/oauth2/authorization/commonweal?${new URLSearchParams({ kc_action: 'delete_account' })}`;

/** The part behind the # stays in the browser: no server's log has it. */
function Told({ code, until }: { code: string; until: string }) {
  const { t } = useTranslation();
  const here = useHere();
  const address = `${window.location.origin}/l/${here.id}#${code}`;
  return (
    <div role="status" className={page.form}>
      <p>{t('newLogin.told')}</p>
      <ToCopy
        values={[
          { label: t('newLogin.address'), value: address },
          { label: t('newLogin.code'), value: code },
        ]}
      />
      <p className={page.soft}>
        {t('newLogin.once')} <Day at={until} />
      </p>
      <p className={page.soft}>
        {t('newLogin.makeRoom')}{' '}
        <a href={DELETION} className={page.link}>
          {t('newLogin.delete')}
        </a>
      </p>
    </div>
  );
}
