import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoginProvider } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { ToCopy } from '@/shared/ui/ToCopy';
import css from './login.module.css';
import { ProviderForm } from './ProviderForm';
import { useProviderAct } from './providers';

/** One provider: how far it has come, what is wrong with it, and what comes next. */
export function ProviderItem({ provider }: { provider: LoginProvider }) {
  const { t } = useTranslation();
  const [changing, setChanging] = useState(false);
  const act = useProviderAct(useHere().id, provider.id);
  const { state, isWritten, fault } = provider;
  if (state === 'RETIRED')
    return (
      <li className={css.way}>
        <Head provider={provider} />
      </li>
    );
  return (
    <li className={css.way}>
      <Head provider={provider} />
      <ToCopy
        values={[
          {
            label: t(`providers.redirect.${provider.protocol}`),
            value: provider.redirectAddress,
          },
          ...(provider.protocol === 'SAML'
            ? [{ label: t('providers.entityId'), value: provider.entityId }]
            : []),
        ]}
      />
      {!isWritten && <p role="status">{t('providers.connecting')}</p>}
      {isWritten && fault && (
        <p className={page.refused} role="alert">
          {t(`providers.fault.${fault}`)}
        </p>
      )}
      <Test provider={provider} />
      {changing ? (
        <ProviderForm provider={provider} done={() => setChanging(false)} />
      ) : (
        <div className={page.acts}>
          {fault ? (
            <Button loading={act.isPending} onClick={() => act.mutate('connection')}>
              {t('providers.tryAgain')}
            </Button>
          ) : (
            <Next provider={provider} act={act} />
          )}
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('providers.change')}
          </Button>
          <Retire provider={provider} act={act} />
        </div>
      )}
      <Refused error={act.error} />
    </li>
  );
}

type Act = ReturnType<typeof useProviderAct>;

function Head({ provider: { name, state } }: { provider: LoginProvider }) {
  const { t } = useTranslation();
  return (
    <div className={css.head}>
      <h3 className={css.name}>{name}</h3>
      <span className={state === 'LIVE' ? css.good : page.soft}>
        {t(`providers.state.${state}`)}
      </span>
    </div>
  );
}

/** The one step that is next. */
function Next({ provider, act }: { provider: LoginProvider; act: Act }) {
  const { t } = useTranslation();
  if (!provider.isWritten || provider.testLink) return null;
  return (
    <>
      {provider.state === 'TESTED' && (
        <Button loading={act.isPending} onClick={() => act.mutate('live')}>
          {t('providers.takeUp')}
        </Button>
      )}
      <Button
        variant={provider.state === 'DRAFT' ? 'filled' : 'default'}
        loading={act.isPending}
        onClick={() => act.mutate('test')}
      >
        {t(provider.testResult ? 'providers.testAgain' : 'providers.test')}
      </Button>
    </>
  );
}

function Test({ provider: { testLink, testResult } }: { provider: LoginProvider }) {
  const { t } = useTranslation();
  if (testLink)
    return (
      <div className={css.test}>
        <p>{t('providers.testHow')}</p>
        <ToCopy values={[{ label: t('providers.testLink'), value: testLink }]} />
        <p role="status">{t('providers.testWaits')}</p>
      </div>
    );
  if (!testResult) return null;
  return (
    <p className={testResult.startsWith('PASSED') ? css.good : page.refused} role="status">
      {t(`providers.result.${testResult}`)}
    </p>
  );
}

/** Nobody logs in by it any more, so that it is asked twice. */
function Retire({ provider, act }: { provider: LoginProvider; act: Act }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <Button variant="subtle" onClick={() => setSure(true)}>
        {t('providers.retire')}
      </Button>
    );
  return (
    <>
      <span>{t(provider.state === 'LIVE' ? 'providers.retireLive' : 'providers.retireSure')}</span>
      <Button color="red" loading={act.isPending} onClick={() => act.mutate('retirement')}>
        {t('providers.retireNow')}
      </Button>
      <Button variant="default" onClick={() => setSure(false)}>
        {t('common.cancel')}
      </Button>
    </>
  );
}
