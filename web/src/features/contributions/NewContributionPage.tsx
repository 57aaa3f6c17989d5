import { Button, Chip, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kind } from '@/shared/api/types';
import { alliance } from '@/shared/directory/alliance';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { duration, secondsOf } from '@/shared/text/time';
import { Refused } from '@/shared/ui/Loaded';
import { Empty, Page } from '@/shared/ui/Page';
import { Prose } from '@/shared/ui/Prose';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useSubmit } from './queries';

const KINDS: Kind[] = ['PIECE', 'QUESTION', 'ANSWER', 'HELP'];
const EMPTY = { goal: '', kind: 'PIECE' as Kind, title: '', body: '' };

export interface GoalChoice {
  id: string;
  title: string;
}

interface Props {
  /** The goals there are; undefined while they are read. */
  goals: GoalChoice[] | undefined;
  chosen?: string;
}

export function NewContributionPage({ goals, chosen }: Props) {
  const { t, i18n } = useTranslation();
  const limit = useQuery(alliance(useHere().id)).data?.acknowledgementLimit;
  return (
    <Page
      title={t('submit.title')}
      lead={limit && t('submit.promise', { limit: duration(secondsOf(limit), i18n.language) })}
    >
      {goals?.length === 0 ? (
        <Empty>{t('submit.noGoals')}</Empty>
      ) : (
        <ContributionForm goals={goals ?? []} chosen={chosen} />
      )}
    </Page>
  );
}

interface FormProps {
  goals: GoalChoice[];
  chosen?: string;
  /** There is nothing to choose from. */
  only?: boolean;
}

export function ContributionForm({ goals, chosen, only }: FormProps) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const navigate = useNavigate();
  const { value, change, clear } = useDraft(`contribution.${here.id}`, EMPTY);
  const goal =
    (only ? chosen : value.goal) || chosen || (goals.length === 1 ? goals[0]?.id : undefined) || '';
  const submit = useSubmit(here.id, (contribution) => {
    clear();
    say(t('submit.received'));
    void navigate({
      to: '/a/$slug/contributions/$contribution',
      params: { slug: here.slug, contribution },
      replace: true,
    });
  });

  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit.mutate({ ...value, goal, title: value.title.trim() });
      }}
    >
      {!only && (
        <Select
          label={t('submit.goal')}
          description={t('submit.goalHelp')}
          required
          data={goals.map((one) => ({ value: one.id, label: one.title }))}
          value={goal || null}
          onChange={(picked) => change({ goal: picked ?? '' })}
          error={fieldError(submit.error, 'goal')}
        />
      )}
      <div>
        <Chip.Group value={value.kind} onChange={(kind) => change({ kind: kind as Kind })}>
          <div className={page.acts} role="radiogroup" aria-label={t('submit.kind')}>
            {KINDS.map((kind) => (
              <Chip key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <p className={`${page.small} ${page.soft}`} style={{ marginTop: 8 }}>
          {t(`kindHelp.${value.kind}`)}
        </p>
      </div>
      <TextInput
        label={t('submit.headline')}
        required
        maxLength={200}
        value={value.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        error={fieldError(submit.error, 'title')}
      />
      <Body text={value.body} change={(body) => change({ body })} error={submit.error} />
      <div className={page.acts}>
        <Button
          type="submit"
          loading={submit.isPending}
          disabled={!goal || !value.title.trim() || !value.body.trim()}
        >
          {t('submit.send')}
        </Button>
        <span className={`${page.small} ${page.soft}`}>{t('submit.kept')}</span>
      </div>
      <Refused error={submit.error} />
    </form>
  );
}

interface BodyProps {
  text: string;
  change: (text: string) => void;
  error: unknown;
}

function Body({ text, change, error }: BodyProps) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState(false);
  return (
    <div className={page.form}>
      {preview ? (
        <div className={page.card}>
          <Prose text={text || t('submit.nothingYet')} />
        </div>
      ) : (
        <Textarea
          label={t('submit.body')}
          description={t('submit.bodyHelp')}
          required
          autosize
          minRows={8}
          maxLength={20_000}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          error={fieldError(error, 'body')}
        />
      )}
      <div>
        <Button variant="default" onClick={() => setPreview(!preview)}>
          {preview ? t('submit.write') : t('submit.preview')}
        </Button>
      </div>
    </div>
  );
}
