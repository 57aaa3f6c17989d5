import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Concern, Proposal } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import css from './purpose.module.css';
import { useAnswerConcern, useResolveConcern } from './queries';

interface Props {
  proposal: Proposal;
  concern: Concern;
}

/** A concern with its answers; who raised it says whether it is resolved. */
export function ConcernItem({ proposal, concern }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const open = member && proposal.state === 'DIALOGUE';
  const [answering, answer] = useState(false);
  const resolve = useResolveConcern(here.id, proposal.id, concern.id);
  const state = concern.resolvedAt ? 'resolved' : concern.blocking ? 'blocks' : 'stands';
  return (
    <li className={css.version}>
      <p className={`${page.small} ${page.soft}`}>
        <PersonName id={concern.person} /> <Firm id={concern.organization} /> ·{' '}
        <span className={state === 'blocks' ? page.warm : undefined}>
          {t(`dialogue.state.${state}`)}
        </span>{' '}
        · <When at={concern.at} />
      </p>
      <p>{concern.words}</p>
      {concern.answers.map((one) => (
        <div key={one.id} className={page.quote}>
          <p className={`${page.small} ${page.soft}`}>
            <PersonName id={one.person} /> <Firm id={one.organization} /> · <When at={one.at} />
          </p>
          <p>{one.words}</p>
        </div>
      ))}
      {open && (
        <div className={page.acts}>
          {!answering && (
            <Button size="xs" variant="default" onClick={() => answer(true)}>
              {t('dialogue.answer')}
            </Button>
          )}
          {concern.person === here.me.id && (
            <Button
              size="xs"
              variant="default"
              loading={resolve.isPending}
              onClick={() => resolve.mutate(!concern.resolvedAt)}
            >
              {t(concern.resolvedAt ? 'dialogue.unresolve' : 'dialogue.resolve')}
            </Button>
          )}
          <Refused error={resolve.error} />
        </div>
      )}
      {open && answering && (
        <Answer proposal={proposal} concern={concern} done={() => answer(false)} />
      )}
    </li>
  );
}

function Answer({ proposal, concern, done }: Props & { done: () => void }) {
  const { t } = useTranslation();
  const words = useDraft(`answer.${concern.id}`, { text: '' });
  const answer = useAnswerConcern(useHere().id, proposal.id, concern.id, () => {
    words.clear();
    done();
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        answer.mutate(words.value.text);
      }}
    >
      <Textarea
        label={t('dialogue.yourAnswer')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={words.value.text}
        onChange={(event) => words.change({ text: event.currentTarget.value })}
        error={fieldError(answer.error, 'words')}
      />
      <div className={page.acts}>
        <Button
          size="xs"
          type="submit"
          loading={answer.isPending}
          disabled={!words.value.text.trim()}
        >
          {t('dialogue.sendAnswer')}
        </Button>
        <Button size="xs" variant="subtle" onClick={done}>
          {t('dialogue.later')}
        </Button>
        <Refused error={answer.error} />
      </div>
    </form>
  );
}
