import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Refusal } from '@/shared/api/refusal';
import type { Purpose, PurposeTextVersion, WordingFix } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { forkWords, purposeTexts, useProposeWording, WORDS, wordingFixes, wordsOf } from './life';
import { OpenWording } from './OpenWording';
import { purposeAndDrafts } from './queries';
import { WordChanges } from './WordChanges';

/** Saying the active purpose in other words, and all that it has said so far. */
export function WordingPage() {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const found = useQuery(purposeAndDrafts(here.id));
  const fixes = useQuery(wordingFixes(here.id)).data?.items ?? [];
  const open = fixes.some((fix) => fix.state === 'OPEN');
  return (
    <Page title={t('wording.title')} lead={t('wording.lead')}>
      <Loaded query={found}>
        {({ active }) =>
          active ? (
            <>
              <OpenWording />
              {member && !open && <WordingForm key={active.version} purpose={active} />}
              <Versions purpose={active.id} />
              <Stopped fixes={fixes} />
            </>
          ) : (
            <Empty>{t('purpose.none')}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function WordingForm({ purpose }: { purpose: Purpose }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const saved = useMemo(() => ({ ...wordsOf(purpose), reason: '' }), [purpose]);
  const words = useDraft(`wording.${purpose.id}.${purpose.version}`, saved);
  const propose = useProposeWording(here.id, purpose.version, () => {
    words.clear();
    say(t('wording.proposed'));
  });
  const { reason, ...text } = words.value;
  const changed = WORDS.filter((part) => text[part] !== saved[part]);
  const field = (name: (typeof WORDS)[number]) => ({
    label: t(`purpose.${name}`),
    value: text[name],
    error: fieldError(propose.error, name) && t('wording.another'),
    onChange: (event: { currentTarget: { value: string } }) =>
      words.change({ [name]: event.currentTarget.value }),
  });
  return (
    <Section title={t('wording.propose')}>
      <form
        className={page.form}
        onSubmit={(event) => {
          event.preventDefault();
          propose.mutate({
            reason,
            ...Object.fromEntries(changed.map((part) => [part, text[part].trim() || null])),
          });
        }}
      >
        <TextInput {...field('title')} required maxLength={200} />
        <Textarea {...field('statement')} autosize minRows={3} maxLength={10_000} />
        <Textarea {...field('output')} autosize maxLength={2000} />
        <Textarea {...field('measure')} autosize maxLength={2000} />
        <Textarea {...field('goal')} autosize maxLength={2000} />
        <Textarea
          label={t('wording.reason')}
          description={t('wording.reasonHelp')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => words.change({ reason: event.currentTarget.value })}
        />
        <div className={page.acts}>
          <Button
            type="submit"
            loading={propose.isPending}
            disabled={changed.length === 0 || !reason.trim()}
          >
            {t('wording.act')}
          </Button>
          <Refused error={propose.error} />
        </div>
        <ToFork error={propose.error} words={text} />
      </form>
    </Section>
  );
}

/** What cannot be a wording can be another community, and the words go along. */
function ToFork({ error, words }: { error: unknown; words: Partial<Record<string, string>> }) {
  const { t } = useTranslation();
  const { id, slug } = useHere();
  const navigate = useNavigate();
  const kept = useDraft<Partial<Record<string, string>>>(forkWords(id), NOTHING);
  if (!(error instanceof Refusal) || error.kind !== 'purpose-change-is-a-fork') return null;
  return (
    <div className={page.acts}>
      <Button
        variant="default"
        onClick={() => {
          kept.change(words);
          setTimeout(
            () => void navigate({ to: '/a/$slug/forks/$fork', params: { slug, fork: 'new' } }),
          );
        }}
      >
        {t('wording.toFork')}
      </Button>
    </div>
  );
}

const NOTHING = {};

function Versions({ purpose }: { purpose: string }) {
  const { t } = useTranslation();
  const found = useQuery(purposeTexts(useHere().id, purpose));
  return (
    <Section title={t('wording.versions')}>
      <Loaded query={found}>
        {({ versions }) => (
          <ul className={page.list}>
            {versions.map((version, index) => (
              <Version key={version.version} version={version} before={versions[index + 1]} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

interface VersionProps {
  version: PurposeTextVersion;
  before: PurposeTextVersion | undefined;
}

function Version({ version, before }: VersionProps) {
  const { t } = useTranslation();
  return (
    <li className={page.row}>
      <div className={page.grow}>
        <p>
          <span className={page.strong}>{t('wording.version', { version: version.version })}</span>{' '}
          <span className={`${page.small} ${page.soft}`}>
            {before ? t('wording.since') : t('wording.ratified')} <When at={version.since} />
          </span>
        </p>
        {before ? (
          <WordChanges before={before.words} after={version.words} />
        ) : (
          <p>{version.words.title}</p>
        )}
      </div>
    </li>
  );
}

function Stopped({ fixes }: { fixes: WordingFix[] }) {
  const { t } = useTranslation();
  const stopped = fixes.filter((fix) => fix.state === 'CHALLENGED');
  if (stopped.length === 0) return null;
  return (
    <Section title={t('wording.stoppedTitle')}>
      <ul className={page.list}>
        {stopped.map((fix) => (
          <li key={fix.id} className={page.row}>
            <div className={page.grow}>
              <WordChanges before={fix.before} after={fix.after} />
              <p className={`${page.small} ${page.soft}`}>
                <Trans
                  i18nKey="wording.stoppedBy"
                  components={{
                    who: <PersonName id={fix.challengedBy ?? ''} />,
                    when: <When at={fix.settledAt ?? fix.until} />,
                  }}
                />
              </p>
              {fix.challengeReason && <p className={page.quote}>{fix.challengeReason}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
