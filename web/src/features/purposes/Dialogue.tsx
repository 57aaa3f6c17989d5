import { Button, Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type {
  DialogueContent,
  NewPosition,
  Position,
  Proposal,
  Rulebook,
} from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useNow, When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { AmendText, type WithPools } from './AmendText';
import { ClosesField, useCloses, WithRules } from './ClosesField';
import { ConcernItem } from './ConcernItem';
import css from './purpose.module.css';
import { dialogue, useOpenBallot, useRaiseConcern, useTakePosition, useWithdraw } from './queries';
import { TextVersions } from './TextVersions';

interface Props {
  proposal: Proposal;
  times: NonNullable<Proposal['dialogue']>;
}

interface DialogueProps extends Props {
  withPools: WithPools;
}

/** What members say about it before they vote: positions, concerns, answers; and the way to its ballot. */
export function Dialogue({ proposal, times, withPools }: DialogueProps) {
  const { t } = useTranslation();
  const here = useHere();
  const member = useIsMember();
  const open = proposal.state === 'DIALOGUE';
  const found = useQuery(dialogue(here.id, proposal.id));
  return (
    <Loaded query={found}>
      {(content) => (
        <>
          <Section title={t('dialogue.title')}>
            {open && (
              <p className={page.soft}>
                {t('dialogue.heard', { count: times.voices })}{' '}
                {times.voicesNeeded > times.voices &&
                  t('dialogue.needed', { count: times.voicesNeeded })}{' '}
                {times.staleAt && (
                  <>
                    {t('dialogue.stale')} <When at={times.staleAt} />.
                  </>
                )}
              </p>
            )}
            <Positions content={content} />
            {open && member && <TakePosition proposal={proposal} content={content} />}
          </Section>
          <Section title={t('dialogue.concerns')}>
            {content.concerns.length > 0 && (
              <ul className={page.list}>
                {content.concerns.map((concern) => (
                  <ConcernItem key={concern.id} proposal={proposal} concern={concern} />
                ))}
              </ul>
            )}
            {open && member ? (
              <RaiseConcern proposal={proposal} />
            ) : (
              content.concerns.length === 0 && (
                <p className={page.soft}>{t('dialogue.noConcerns')}</p>
              )
            )}
          </Section>
          {content.texts.length > 1 && <TextVersions texts={content.texts} />}
          {open && member && (
            <Section title={t('dialogue.next')}>
              <ToTheBallot proposal={proposal} times={times} />
              <AmendText proposal={proposal} withPools={withPools} />
              {proposal.by === here.me.id && <Withdraw proposal={proposal} />}
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}

function Positions({ content }: { content: DialogueContent }) {
  const { t } = useTranslation();
  if (content.positions.length === 0) return <p className={page.soft}>{t('dialogue.nobody')}</p>;
  return (
    <ul className={page.list}>
      {content.positions.map((position) => (
        <PositionItem
          key={position.id}
          position={position}
          newest={content.texts[0]?.version ?? position.textVersion}
        />
      ))}
    </ul>
  );
}

function PositionItem({ position, newest }: { position: Position; newest: number }) {
  const { t } = useTranslation();
  return (
    <li className={css.version}>
      <p className={`${page.small} ${page.soft}`}>
        <PersonName id={position.person} /> <Firm id={position.organization} /> ·{' '}
        <strong>{t(`dialogue.stance.${position.stance}`)}</strong> · <When at={position.at} />
        {position.textVersion < newest && <> · {t('dialogue.earlierText')}</>}
      </p>
      <p>{position.words}</p>
    </li>
  );
}

const STANCES: NewPosition['stance'][] = ['FOR', 'UNDECIDED', 'AGAINST'];
const NO_WORDS = { words: '', stance: 'UNDECIDED', blocking: false };

function TakePosition({ proposal, content }: { proposal: Proposal; content: DialogueContent }) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useDraft(`position.${proposal.id}`, NO_WORDS);
  const take = useTakePosition(here.id, proposal.id, words.clear);
  const mine = content.positions.find((position) => position.person === here.me.id);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate({
          stance: words.value.stance as NewPosition['stance'],
          words: words.value.words,
          textRead: proposal.textVersion,
        });
      }}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('dialogue.yourStance')}
        value={words.value.stance}
        onChange={(stance) => words.change({ stance })}
        data={STANCES.map((stance) => ({ value: stance, label: t(`dialogue.stance.${stance}`) }))}
      />
      <Textarea
        label={t('dialogue.why')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={words.value.words}
        onChange={(event) => words.change({ words: event.currentTarget.value })}
        error={fieldError(take.error, 'words')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={take.isPending} disabled={!words.value.words.trim()}>
          {t(mine ? 'dialogue.sayAnew' : 'dialogue.say')}
        </Button>
        <Refused error={take.error} />
      </div>
    </form>
  );
}

function RaiseConcern({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const here = useHere();
  const words = useDraft(`concern.${proposal.id}`, NO_WORDS);
  const raise = useRaiseConcern(here.id, proposal.id, words.clear);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        raise.mutate({
          blocking: words.value.blocking,
          words: words.value.words,
          textRead: proposal.textVersion,
        });
      }}
    >
      <Textarea
        label={t('dialogue.concern')}
        description={t('dialogue.concernHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        value={words.value.words}
        onChange={(event) => words.change({ words: event.currentTarget.value })}
        error={fieldError(raise.error, 'words')}
      />
      <Checkbox
        label={t('dialogue.isBlocking')}
        checked={words.value.blocking}
        onChange={(event) => words.change({ blocking: event.currentTarget.checked })}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          variant="default"
          loading={raise.isPending}
          disabled={!words.value.words.trim()}
        >
          {t('dialogue.raiseIt')}
        </Button>
        <Refused error={raise.error} />
      </div>
    </form>
  );
}

/** The ballot, as soon as the rules let it open; before that what it waits for. */
function ToTheBallot({ proposal, times }: Props) {
  const { t } = useTranslation();
  // To the minute it is drawn again; what it says then is true to the moment.
  const now = Math.max(useNow(), Date.now());
  if (proposal.rule.decider === 'SPONSOR')
    return <p className={page.soft}>{t('dialogue.sponsorsBallot')}</p>;
  const waits = waitsFor(times, now);
  if (waits === 'time')
    return (
      <p className={page.soft}>
        {t('dialogue.notYet')} <When at={times.ballotFrom} />.
      </p>
    );
  if (waits === 'voices') return <p className={page.soft}>{t('dialogue.voicesFirst')}</p>;
  return <WithRules>{(rules) => <OpenBallot proposal={proposal} rules={rules} />}</WithRules>;
}

/** What a ballot waits for: its time, or firms that are heard. */
export function waitsFor(
  { ballotFrom, voices, voicesNeeded }: Props['times'],
  now: number,
): 'time' | 'voices' | undefined {
  if (now < Date.parse(ballotFrom)) return 'time';
  return voices < voicesNeeded ? 'voices' : undefined;
}

function OpenBallot({ proposal, rules }: { proposal: Proposal; rules: Rulebook }) {
  const { t } = useTranslation();
  const closes = useCloses(rules, proposal.matter, Boolean(proposal.question?.method));
  const open = useOpenBallot(useHere().id, proposal.id);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate(closes.terms());
      }}
    >
      <ClosesField closes={closes} error={open.error} />
      <div className={page.acts}>
        <Button type="submit" loading={open.isPending} disabled={!closes.value}>
          {t('purpose.propose')}
        </Button>
        <Refused error={open.error} />
      </div>
    </form>
  );
}

function Withdraw({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const withdraw = useWithdraw(useHere().id, proposal.id);
  return (
    <div className={page.acts}>
      <Button
        variant="default"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate(undefined)}
      >
        {t('dialogue.withdraw')}
      </Button>
      <Refused error={withdraw.error} />
    </div>
  );
}
