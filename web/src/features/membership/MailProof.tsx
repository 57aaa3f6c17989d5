import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Mailbox, MailDomain } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { useMailDomain } from './domains';
import css from './login.module.css';

const MAILBOXES: readonly Mailbox[] = ['POSTMASTER', 'HOSTMASTER', 'ADMIN'];

/** The other way: a mail to whoever runs the domain. */
export function MailProof({ domain }: { domain: MailDomain }) {
  const { t } = useTranslation();
  const [mailbox, setMailbox] = useState<Mailbox>('POSTMASTER');
  const mail = useMailDomain(useHere().id, domain.id);
  return (
    <details className={css.other}>
      <summary>{t('domains.byMail')}</summary>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          mail.mutate(mailbox);
        }}
      >
        <NativeSelect
          label={t('domains.mailbox')}
          description={t('domains.mailboxHelp')}
          value={mailbox}
          onChange={(event) =>
            setMailbox(MAILBOXES.find((one) => one === event.currentTarget.value) ?? 'POSTMASTER')
          }
          data={MAILBOXES.map((one) => ({
            value: one,
            label: `${one.toLowerCase()}@${domain.name}`,
          }))}
        />
        <div className={page.acts}>
          <Button type="submit" variant="default" loading={mail.isPending}>
            {t('domains.mail')}
          </Button>
        </div>
        {domain.mailedTo && domain.codeUntil && (
          <p className={page.soft} role="status">
            <Trans
              i18nKey="domains.mailed"
              values={{ address: domain.mailedTo }}
              components={{ when: <When at={domain.codeUntil} /> }}
            />
          </p>
        )}
        <Refused error={mail.error} />
      </form>
    </details>
  );
}
