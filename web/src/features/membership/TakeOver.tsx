import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useTakeOver } from './newLogin';

interface Props {
  alliance: string;
  /** What the address brought. */
  code: string;
  taken: (slug: string) => void;
}

/** With the firm's own sign-in: this login becomes who I am in the alliance. */
export function TakeOver({ alliance, code: brought, taken }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState(brought);
  const takeOver = useTakeOver(alliance, taken);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        takeOver.mutate(code.trim());
      }}
    >
      <TextInput
        label={t('newLogin.code')}
        required
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <p className={page.soft}>{t('newLogin.stays')}</p>
      <div className={page.acts}>
        <Button type="submit" loading={takeOver.isPending}>
          {t('newLogin.takeOver')}
        </Button>
      </div>
      <Refused error={takeOver.error} absent={t('newLogin.unknownCode')} />
    </form>
  );
}
