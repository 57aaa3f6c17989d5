import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useTakeUpMove } from './moving';

interface Props {
  alliance: string;
  move: string;
  /** What the address brought. */
  code: string;
  moved: (slug: string) => void;
}

/** With the new firm's login: the one act that changes for which firms I work. */
export function TakeUpMove({ alliance, move, code: brought, moved }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState(brought);
  const takeUp = useTakeUpMove(alliance, move, moved);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        takeUp.mutate(code.trim());
      }}
    >
      <TextInput
        label={t('move.code')}
        description={t('move.codeHelp')}
        autoComplete="off"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <p className={page.soft}>{t('move.ends')}</p>
      <p className={page.soft}>{t('move.besides')}</p>
      <p className={page.soft}>{t('move.stays')}</p>
      <div className={page.acts}>
        <Button type="submit" loading={takeUp.isPending}>
          {t('move.takeUp')}
        </Button>
      </div>
      <Refused error={takeUp.error} absent={t('move.unknownCode')} />
    </form>
  );
}
