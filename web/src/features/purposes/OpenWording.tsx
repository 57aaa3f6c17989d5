import { Button, Modal, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { WordingFix } from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { useChallenge, wordingFixes } from './life';
import { WordChanges } from './WordChanges';

/** Other words that wait: until when, what they would change, and the way to stop them. */
export function OpenWording() {
  const fixes = useQuery(wordingFixes(useHere().id)).data?.items;
  const open = fixes?.find((fix) => fix.state === 'OPEN');
  return open ? <Waiting fix={open} /> : null;
}

function Waiting({ fix }: { fix: WordingFix }) {
  const { t } = useTranslation();
  const member = useIsMember();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('wording.open')}>
      <p>
        <Trans
          i18nKey="wording.waits"
          components={{ who: <PersonName id={fix.proposedBy} />, until: <When at={fix.until} /> }}
        />
      </p>
      <div className={page.card}>
        <WordChanges before={fix.before} after={fix.after} />
        <p className={`${page.quote} ${page.soft}`}>{fix.reason}</p>
      </div>
      {member && (
        <div className={page.acts}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('wording.major')}
          </Button>
          <span className={`${page.small} ${page.soft}`}>{t('wording.majorHelp')}</span>
        </div>
      )}
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('wording.major')} size="md">
        <MajorForm fix={fix} done={() => setAsking(false)} />
      </Modal>
    </Section>
  );
}

function MajorForm({ fix, done }: { fix: WordingFix; done: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [reason, setReason] = useState('');
  const challenge = useChallenge(useHere().id, fix.id, () => {
    say(t('wording.stopped'));
    done();
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        challenge.mutate(reason);
      }}
    >
      <p className={page.soft}>{t('wording.majorMeans')}</p>
      <Textarea
        label={t('wording.majorReason')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldError(challenge.error, 'reason')}
      />
      <div className={page.acts}>
        <Button type="submit" loading={challenge.isPending} disabled={!reason.trim()}>
          {t('wording.stop')}
        </Button>
        <Refused error={challenge.error} />
      </div>
    </form>
  );
}

/** What a member can do about what an active purpose says. */
export function ChangeIt() {
  const { t } = useTranslation();
  const { slug, history } = useHere();
  const member = useIsMember();
  return (
    <p className={`${page.small} ${page.soft}`}>
      <Trans
        i18nKey={member && !history ? 'wording.ways' : 'wording.kept'}
        components={{
          words: <Link to="/a/$slug/purpose/wording" params={{ slug }} className={page.link} />,
          fork: (
            <Link to="/a/$slug/forks/$fork" params={{ slug, fork: 'new' }} className={page.link} />
          ),
        }}
      >
        {t('wording.open')}
      </Trans>
    </p>
  );
}
