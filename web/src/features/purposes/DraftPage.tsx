import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Draft, DraftChange, Proposal, Purpose } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { DecidedBy, VoteLink } from './Decided';
import { ProposeForm } from './ProposeForm';
import { PurposeText } from './PurposePage';
import { isOpen, missingParts, PARTS } from './parts';
import css from './purpose.module.css';
import { draftDetail, proposals, useAmendDraft, useStartDraft } from './queries';

type Words = Record<keyof Draft, string>;
const NOTHING: Words = {
  title: '',
  statement: '',
  output: '',
  measure: '',
  deadline: '',
  goal: '',
};

function wordsOf(draft: Purpose): Words {
  return {
    title: draft.title,
    statement: draft.statement ?? '',
    output: draft.output ?? '',
    measure: draft.measure ?? '',
    deadline: draft.deadline ?? '',
    goal: draft.goal ?? '',
  };
}

/** What somebody is typing, and the version that was read when it began. */
interface Typed {
  words: Words | null;
  read: number | null;
}
const NOT_TYPED: Typed = { words: null, read: null };

/** Absent rather than empty: what has no words is not there yet. */
function spoken(words: Words): Draft {
  const said = Object.entries(words).filter(([, text]) => text.trim());
  return Object.fromEntries(said) as unknown as Draft;
}

/** An emptied field is taken away, which a merge says with null. */
function changed(words: Words): DraftChange {
  const said = Object.entries(words).map(([field, text]) => [field, text.trim() || null]);
  return Object.fromEntries(said) as DraftChange;
}

export function NewDraftPage() {
  const { t } = useTranslation();
  const here = useHere();
  const navigate = useNavigate();
  const words = useDraft(`purpose.${here.id}.new`, NOTHING);
  const start = useStartDraft(here.id, (draft) => {
    words.clear();
    void navigate({
      to: '/a/$slug/purpose/drafts/$draft',
      params: { slug: here.slug, draft },
      replace: true,
    });
  });
  return (
    <Page title={t('purpose.newDraft')} lead={t('purpose.draftHelp')}>
      <Editor
        words={words.value}
        change={words.change}
        save={() => start.mutate(spoken(words.value))}
        saving={start.isPending}
        error={start.error}
      />
    </Page>
  );
}

export function DraftPage({ id }: { id: string }) {
  const found = useQuery(draftDetail(useHere().id, id));
  return (
    <Loaded query={found}>
      {(draft) =>
        isOpen(draft) ? <OpenDraft key={draft.id} draft={draft} /> : <FrozenDraft draft={draft} />
      }
    </Loaded>
  );
}

/** The proposal to ratify that draft, in that state. */
function useProposalOf(draft: Purpose, state: Proposal['state']): Proposal | undefined {
  const found = useQuery(proposals(useHere().id)).data?.items;
  return found?.find(
    (one) => one.kind === 'RATIFY_PURPOSE' && one.purpose === draft.id && one.state === state,
  );
}

function FrozenDraft({ draft }: { draft: Purpose }) {
  const { t } = useTranslation();
  const ballot = useProposalOf(draft, 'OPEN');
  return (
    <Page
      title={draft.title}
      lead={
        draft.closedBy ? (
          <DecidedBy decision={draft.closedBy} text="purpose.closedBy" at={draft.closedAt} />
        ) : (
          t('purpose.frozen')
        )
      }
    >
      {draft.conclusion && (
        <Section title={t('purpose.outcome')}>
          <p>{draft.conclusion}</p>
        </Section>
      )}
      <PurposeText purpose={draft} />
      {ballot && (
        <p>
          <Trans
            i18nKey="purpose.onTheBallot"
            components={{ vote: <VoteLink proposal={ballot.id} /> }}
          />
        </p>
      )}
    </Page>
  );
}

function OpenDraft({ draft }: { draft: Purpose }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const saved = useMemo(() => wordsOf(draft), [draft]);
  const typed = useDraft(`purpose.${draft.id}`, NOT_TYPED);
  const words = typed.value.words ?? saved;
  const unsaved = JSON.stringify(words) !== JSON.stringify(saved);
  const read = (unsaved && typed.value.read) || draft.version;
  const amend = useAmendDraft(here.id, draft.id, () => {
    typed.clear();
    say(t('purpose.saved'));
  });
  const talk = useProposalOf(draft, 'DIALOGUE');
  const member = useIsMember();
  return (
    <Page
      title={draft.title}
      lead={
        talk ? (
          <Trans
            i18nKey="purpose.inDialogue"
            components={{ vote: <VoteLink proposal={talk.id} /> }}
          />
        ) : (
          t('purpose.draftHelp')
        )
      }
    >
      {member ? (
        <Editor
          words={words}
          change={(part) => typed.change({ words: { ...words, ...part }, read })}
          save={() => amend.mutate({ ...changed(words), version: read })}
          saving={amend.isPending}
          saved={!unsaved}
          error={amend.error}
        />
      ) : (
        <PurposeText purpose={draft} />
      )}
      {member && read !== draft.version && !amend.isPending && (
        <Meanwhile
          draft={draft}
          keep={() => {
            amend.reset();
            typed.change({ read: draft.version });
          }}
          take={() => {
            amend.reset();
            typed.clear();
          }}
        />
      )}
      {member && !talk && (
        <Section title={t('purpose.putToVote')}>
          {unsaved ? (
            <p className={page.soft}>{t('purpose.saveFirst')}</p>
          ) : (
            <ProposeForm draft={draft} />
          )}
        </Section>
      )}
    </Page>
  );
}

interface MeanwhileProps {
  draft: Purpose;
  keep: () => void;
  take: () => void;
}

/** What somebody else has saved since my words began, to compare; then mine go on from it, or give way. */
function Meanwhile({ draft, keep, take }: MeanwhileProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('purpose.meanwhile')}>
      <p className={page.strong}>{draft.title}</p>
      <PurposeText purpose={draft} level={3} />
      <div className={page.acts}>
        <Button variant="default" onClick={keep}>
          {t('purpose.keepMine')}
        </Button>
        <Button variant="subtle" color="gray" onClick={take}>
          {t('purpose.takeTheirs')}
        </Button>
      </div>
    </Section>
  );
}

interface EditorProps {
  words: Words;
  change: (part: Partial<Words>) => void;
  save: () => void;
  saving: boolean;
  saved?: boolean;
  error: unknown;
}

function Editor({ words, change, save, saving, saved, error }: EditorProps) {
  const { t } = useTranslation();
  const field = (name: keyof Words) => ({
    label: t(`purpose.${name}`),
    value: words[name],
    error: fieldError(error, name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextInput {...field('title')} required maxLength={200} />
      <Textarea
        {...field('statement')}
        description={t('purpose.statementHelp')}
        autosize
        minRows={4}
      />
      <TextInput {...field('output')} description={t('purpose.outputHelp')} />
      <TextInput {...field('measure')} description={t('purpose.measureHelp')} />
      <TextInput {...field('deadline')} type="date" description={t('purpose.deadlineHelp')} />
      <TextInput {...field('goal')} description={t('purpose.goalHelp')} />
      <Parts words={words} />
      <div className={page.acts}>
        <Button type="submit" loading={saving} disabled={saved || !words.title.trim()}>
          {saved ? t('purpose.isSaved') : t('purpose.save')}
        </Button>
        <Refused error={error} />
      </div>
    </form>
  );
}

function Parts({ words }: { words: Words }): ReactNode {
  const { t } = useTranslation();
  const missing = missingParts(words);
  return (
    <ul className={css.parts} aria-label={t('purpose.parts')}>
      {PARTS.map((part) => {
        const there = !missing.includes(part);
        return (
          <li key={part} className={`${css.part} ${page.small}`}>
            <span className={css.mark} data-there={there}>
              {there && <Icon name="check" size={12} />}
            </span>
            {t(`purpose.${part}`)}
            <span className={page.soft}>{there ? t('purpose.there') : t('purpose.missing')}</span>
          </li>
        );
      })}
    </ul>
  );
}
