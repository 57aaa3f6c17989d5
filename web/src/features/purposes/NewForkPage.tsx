import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewFork, Purpose } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { forkWords, usePrepareFork, wordsOf } from './life';
import { purposeAndDrafts } from './queries';

/** The first step to a community for another purpose: what would be different. */
export function NewForkPage() {
  const { t } = useTranslation();
  const found = useQuery(purposeAndDrafts(useHere().id));
  return (
    <Page title={t('fork.newTitle')} lead={t('fork.newLead')}>
      <Loaded query={found}>
        {({ active }) =>
          active ? <ForkForm purpose={active} /> : <Empty>{t('purpose.none')}</Empty>
        }
      </Loaded>
    </Page>
  );
}

function startOf(purpose: Purpose) {
  return {
    ...wordsOf(purpose),
    deadline: purpose.deadline ?? '',
    audience: '',
    eligibility: '',
    reason: '',
  };
}
type Words = ReturnType<typeof startOf>;

/** Absent rather than empty: what has no words is not said. */
function spoken(words: Words): NewFork {
  const said = Object.entries(words).filter(([, text]) => text.trim());
  return Object.fromEntries(said) as unknown as NewFork;
}

function ForkForm({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation();
  const here = useHere();
  const navigate = useNavigate();
  const start = useMemo(() => startOf(purpose), [purpose]);
  const words = useDraft(forkWords(here.id), start);
  const prepare = usePrepareFork(here.id, (fork) => {
    words.clear();
    void navigate({ to: '/a/$slug/forks/$fork', params: { slug: here.slug, fork } });
  });
  const field = (name: keyof Words) => ({
    value: words.value[name],
    error: fieldError(prepare.error, name),
    onChange: (event: { currentTarget: { value: string } }) =>
      words.change({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        prepare.mutate(spoken(words.value));
      }}
    >
      <Section title={t('fork.change.SCOPE')}>
        <TextInput {...field('title')} label={t('purpose.title')} required maxLength={200} />
        <Textarea {...field('statement')} label={t('purpose.statement')} autosize minRows={3} />
        <Textarea {...field('output')} label={t('purpose.output')} autosize />
        <Textarea {...field('measure')} label={t('purpose.measure')} autosize />
        <TextInput {...field('deadline')} label={t('purpose.deadline')} type="date" />
        <Textarea {...field('goal')} label={t('purpose.goal')} autosize />
      </Section>
      <Section title={t('fork.people')}>
        <Textarea
          {...field('audience')}
          label={t('fork.change.AUDIENCE')}
          description={t('fork.audienceHelp')}
          autosize
        />
        <Textarea
          {...field('eligibility')}
          label={t('fork.change.ELIGIBILITY')}
          description={t('fork.eligibilityHelp')}
          autosize
        />
      </Section>
      <Textarea
        {...field('reason')}
        label={t('fork.reason')}
        description={t('fork.reasonHelp')}
        required
        autosize
        minRows={2}
        maxLength={2000}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          loading={prepare.isPending}
          disabled={!words.value.title.trim() || !words.value.reason.trim()}
        >
          {t('fork.prepare')}
        </Button>
        <span className={`${page.small} ${page.soft}`}>{t('fork.prepareHelp')}</span>
      </div>
      <Refused error={prepare.error} />
    </form>
  );
}
