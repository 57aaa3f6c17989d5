import { Button, PasswordInput, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DescribedProvider, LoginProvider } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useDescribeProvider } from './providers';

const PROTOCOLS = ['OIDC', 'SAML'] as const;

/** What we must know of a provider. What it must know of us is said when it has a place of its own. */
export function ProviderForm({ provider, done }: { provider?: LoginProvider; done: () => void }) {
  const { t } = useTranslation();
  const describe = useDescribeProvider(useHere().id, provider?.id ?? null, done);
  const [words, setWords] = useState<DescribedProvider>({
    name: provider?.name ?? '',
    protocol: provider?.protocol ?? 'OIDC',
    address: provider?.address ?? '',
    clientId: provider?.clientId ?? '',
  });
  const set = (change: Partial<DescribedProvider>) => setWords({ ...words, ...change });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        describe.mutate(said(words));
      }}
    >
      <Radio.Group
        label={t('providers.protocol')}
        value={words.protocol}
        onChange={(protocol) => set({ protocol })}
      >
        {PROTOCOLS.map((protocol) => (
          <Radio
            key={protocol}
            value={protocol}
            label={t(`providers.protocols.${protocol}`)}
            disabled={provider !== undefined}
            mt="xs"
          />
        ))}
      </Radio.Group>
      <TextInput
        label={t('providers.name')}
        description={t('providers.nameHelp')}
        required
        maxLength={80}
        value={words.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {words.protocol === 'OIDC' ? (
        <Oidc words={words} set={set} keeps={provider !== undefined} error={describe.error} />
      ) : (
        <Saml words={words} set={set} error={describe.error} />
      )}
      <div className={page.acts}>
        <Button type="submit" loading={describe.isPending}>
          {t('providers.save')}
        </Button>
        <Button variant="default" onClick={done}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={describe.error} />
    </form>
  );
}

interface FieldsProps {
  words: DescribedProvider;
  set: (change: Partial<DescribedProvider>) => void;
  error: unknown;
}

function Oidc({ words, set, keeps, error }: FieldsProps & { keeps: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('providers.issuer')}
        description={t('providers.issuerHelp')}
        type="url"
        required
        value={words.address ?? ''}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={fieldError(error, 'address')}
      />
      <TextInput
        label={t('providers.clientId')}
        required
        maxLength={200}
        value={words.clientId ?? ''}
        onChange={(event) => set({ clientId: event.currentTarget.value })}
        error={fieldError(error, 'clientId')}
      />
      <PasswordInput
        label={t('providers.clientSecret')}
        description={t(keeps ? 'providers.clientSecretKept' : 'providers.clientSecretHelp')}
        required={!keeps}
        autoComplete="off"
        value={words.clientSecret ?? ''}
        onChange={(event) => set({ clientSecret: event.currentTarget.value })}
        error={fieldError(error, 'clientSecret')}
      />
    </>
  );
}

function Saml({ words, set, error }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('providers.metadataAddress')}
        description={t('providers.metadataAddressHelp')}
        type="url"
        value={words.address ?? ''}
        onChange={(event) => set({ address: event.currentTarget.value })}
        error={fieldError(error, 'address')}
      />
      <Textarea
        label={t('providers.metadata')}
        description={t('providers.metadataHelp')}
        autosize
        minRows={3}
        maxRows={10}
        value={words.metadata ?? ''}
        onChange={(event) => set({ metadata: event.currentTarget.value })}
        error={fieldError(error, 'metadata')}
      />
    </>
  );
}

/** An empty field is one that says nothing. */
function said({ name, protocol, ...rest }: DescribedProvider): DescribedProvider {
  const filled = Object.entries(rest).filter(([, value]) => value?.trim());
  return { name, protocol, ...Object.fromEntries(filled) };
}
