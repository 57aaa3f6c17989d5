import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useRecuse } from './queries';

/** Leaving an open ballot to the others, with a reason that they read; and the way back. */
export function Recusal({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, explain] = useState('');
  const recuse = useRecuse(useHere().id, proposal.id, () => setOpen(false));
  const voter = proposal.rule.body === 'PERSONS' ? 'own' : 'firm';

  if (proposal.mine.why === 'RECUSED')
    return (
      <div className={page.acts}>
        <Button
          variant="default"
          loading={recuse.isPending}
          onClick={() => recuse.mutate(undefined)}
        >
          {t('recusal.takeBack')}
        </Button>
        <Refused error={recuse.error} />
      </div>
    );
  if (!open)
    return (
      <div className={page.acts}>
        <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
          {t('recusal.begin')}
        </Button>
      </div>
    );
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        recuse.mutate(reason);
      }}
    >
      <Textarea
        label={t('recusal.reason')}
        description={t(`recusal.help.${voter}`)}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => explain(event.currentTarget.value)}
        error={fieldError(recuse.error, 'reason')}
      />
      <div className={page.acts}>
        <Button type="submit" disabled={!reason.trim()} loading={recuse.isPending}>
          {t('recusal.act')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={recuse.error} />
    </form>
  );
}
