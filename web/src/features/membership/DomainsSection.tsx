import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailDomain } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { DomainItem } from './DomainItem';
import { mailDomains, useNameDomain, useProveByCode } from './domains';

/** A code that somebody brought back from a mail, by the mail's link. */
export interface BroughtCode {
  domain: string;
  code: string;
}

/** Which mail domains are the firm's, and how that is proved. */
export function DomainsSection({ brought }: { brought?: BroughtCode }) {
  const { t } = useTranslation();
  const read = useQuery(mailDomains(useHere().id));
  return (
    <Section title={t('domains.title')}>
      <p className={page.soft}>{t('domains.lead')}</p>
      <Loaded query={read}>
        {({ items }) => (
          <>
            <Brought domain={items.find((one) => one.id === brought?.domain)} brought={brought} />
            {items.length === 0 ? (
              <Empty>{t('domains.none')}</Empty>
            ) : (
              <ul className={page.list}>
                {items.map((domain) => (
                  <DomainItem key={domain.id} domain={domain} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <NameForm />
    </Section>
  );
}

/** To open the mail's link does nothing by itself; the administrator says so here. */
function Brought({ domain, brought }: { domain?: MailDomain; brought?: BroughtCode }) {
  const { t } = useTranslation();
  const say = useSay();
  const prove = useProveByCode(useHere().id, domain?.id ?? '', () =>
    say(t('domains.provedNow', { domain: domain?.shown })),
  );
  if (!brought || !domain || domain.state === 'PROVED') return null;
  return (
    <div className={page.card}>
      <div className={page.form}>
        <p>{t('domains.brought', { domain: domain.shown })}</p>
        <div>
          <Button loading={prove.isPending} onClick={() => prove.mutate(brought.code)}>
            {t('domains.proveByCode')}
          </Button>
        </div>
        <Refused error={prove.error} />
      </div>
    </div>
  );
}

function NameForm() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const act = useNameDomain(useHere().id, () => setName(''));
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(name.trim());
      }}
    >
      <TextInput
        label={t('domains.name')}
        description={t('domains.nameHelp')}
        required
        maxLength={253}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={page.acts}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t('domains.add')}
        </Button>
      </div>
      <Refused error={act.error} />
    </form>
  );
}
