import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/shared/api/ids';
import type { Agreement } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useWriteVersion } from './agreeing';

const CHANGES_LEAST = 10;

interface Props {
  /** The agreement that gets a next version, and its words so far; nothing for a new one. */
  of?: { agreement: Agreement; text: string };
  done: () => void;
}

/** Writes a version: its words, what is different, and from when on it is required. */
export function AgreementForm({ of, done }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [id] = useState(() => of?.agreement.id ?? newId());
  const follows = of?.agreement.newest ?? 0;
  const [empty] = useState(() => ({
    title: of?.agreement.title ?? '',
    text: of?.text ?? '',
    changes: '',
    from: '',
    editorial: false,
  }));
  const draft = useDraft(`agreement.${here.id}.${of?.agreement.id ?? 'new'}.${follows}`, empty);
  const write = useWriteVersion(here.id, id, () => {
    draft.clear();
    say(t('agreements.written'));
    done();
  });
  const { title, text, changes, from, editorial } = draft.value;
  const field = (name: 'title' | 'text' | 'changes' | 'from') => ({
    value: draft.value[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      draft.change({ [name]: event.currentTarget.value }),
  });
  const enough = title.trim() && text.trim() && (!of || changes.trim().length >= CHANGES_LEAST);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({
          follows,
          title: title.trim(),
          text: text.trim(),
          changes: changes.trim(),
          requiredFrom: from ? new Date(from).toISOString() : null,
          afterwards: editorial ? 'EVERYTHING' : 'READING',
        });
      }}
    >
      <TextInput label={t('agreements.name')} required maxLength={120} {...field('title')} />
      <Textarea
        label={t('agreements.text')}
        description={t('agreements.textHelp')}
        required
        autosize
        minRows={5}
        maxRows={24}
        maxLength={20_000}
        {...field('text')}
      />
      {of && (
        <Textarea
          label={t('agreements.changes')}
          description={t('agreements.changesHelp')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          {...field('changes')}
          error={fieldError(write.error, 'changes')}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t('agreements.requiredFrom')}
        description={t('agreements.requiredFromHelp')}
        {...field('from')}
        error={fieldError(write.error, 'requiredFrom')}
      />
      {of && (
        <Checkbox
          label={t('agreements.editorial')}
          description={t('agreements.editorialHelp')}
          checked={editorial}
          onChange={(event) => draft.change({ editorial: event.currentTarget.checked })}
        />
      )}
      <div className={page.acts}>
        <Button type="submit" loading={write.isPending} disabled={!enough}>
          {t('agreements.write')}
        </Button>
        <Button variant="subtle" color="gray" onClick={done}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={write.error} />
    </form>
  );
}
