import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Door } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { useSetDoor } from './applying';

const QUESTIONS_MOST = 10;

/** Opens or closes the front door and says what it asks: one question in each line. */
export function DoorForm({ door }: { door: Door }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [open, setOpen] = useState(door.open);
  const [lines, setLines] = useState(door.questions.join('\n'));
  const set = useSetDoor(here.id, () =>
    say(t(open ? 'applications.doorOpened' : 'applications.doorClosed')),
  );
  const questions = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({ version: door.version, open, questions });
      }}
    >
      <Checkbox
        label={t('applications.open')}
        description={t('applications.openHelp', {
          address: `${location.origin}/apply/${here.slug}`,
        })}
        checked={open}
        onChange={(event) => setOpen(event.currentTarget.checked)}
      />
      <Textarea
        label={t('applications.questions')}
        description={t('applications.questionsHelp', { most: QUESTIONS_MOST })}
        autosize
        minRows={3}
        value={lines}
        onChange={(event) => setLines(event.currentTarget.value)}
        error={questions.length > QUESTIONS_MOST && t('applications.tooMany')}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          variant="default"
          loading={set.isPending}
          disabled={questions.length > QUESTIONS_MOST}
        >
          {t('applications.keepDoor')}
        </Button>
      </div>
      <Refused error={set.error} />
    </form>
  );
}
