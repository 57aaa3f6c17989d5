import { Button, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FrontDoor } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useApply } from './applying';

const EMPTY: { organization: string; answers: Record<string, string> } = {
  organization: '',
  answers: {},
};

/** An application: for one's own firm, with an answer to each question. */
export function ApplyForm({ door, done }: { door: FrontDoor; done: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`apply.${door.alliance}.${door.version}`, EMPTY);
  const { organization, answers } = draft.value;
  const apply = useApply(door.alliance, () => {
    draft.clear();
    done();
  });
  const words = door.questions.map((_, at) => answers[at]?.trim() ?? '');
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        apply.mutate({ organization, questionsVersion: door.version, answers: words });
      }}
    >
      <Select
        label={t('apply.firm')}
        description={t('apply.firmHelp')}
        required
        searchable
        data={door.organizations.map((firm) => ({ value: firm.id, label: firm.name }))}
        value={organization || null}
        onChange={(chosen) => draft.change({ organization: chosen ?? '' })}
        error={fieldError(apply.error, 'organization')}
      />
      {door.questions.map((question, at) => (
        <Textarea
          // biome-ignore lint/suspicious/noArrayIndexKey: two questions may have the same words
          key={at}
          label={question}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={answers[at] ?? ''}
          onChange={(event) =>
            draft.change({ answers: { ...answers, [at]: event.currentTarget.value } })
          }
        />
      ))}
      <div className={page.acts}>
        <Button
          type="submit"
          loading={apply.isPending}
          disabled={!organization || words.some((answer) => !answer)}
        >
          {t('apply.act')}
        </Button>
      </div>
      <Refused error={apply.error} />
    </form>
  );
}
