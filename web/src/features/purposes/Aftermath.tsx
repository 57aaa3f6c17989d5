import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type {
  Aftermath as After,
  DecisionReview,
  LinkedProposal,
  Proposal,
} from '@/shared/api/types';
import { useHere, useIsMember } from '@/shared/session/alliance';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day, When } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { isCounted, isOver, waysToSpeak } from './aftermath';
import { VoteLink } from './Decided';
import { OutcomeForm, ReviewForm } from './OutcomeForm';
import css from './purpose.module.css';

/** What came of a proposal, when it is looked at again, and what goes on from it. */
export function Aftermath({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { aftermath } = proposal;
  const { outcome, follows, followedBy, reviews } = aftermath;
  const over = isOver(proposal);
  if (!over && !follows) return null;
  return (
    <Section title={t('aftermath.title')} aside={over && <FollowUp proposal={proposal.id} />}>
      {follows && <GoesOn from={follows} />}
      {outcome && <Said outcome={outcome} />}
      {!outcome && isCounted(proposal) && <p>{t('aftermath.nothing')}</p>}
      <LooksAgain aftermath={aftermath} />
      {reviews.length > 0 && (
        <>
          <h3>{t('aftermath.reviews')}</h3>
          <ul className={page.list}>
            {reviews.map((review) => (
              <Review key={review.id} review={review} />
            ))}
          </ul>
        </>
      )}
      {followedBy.length > 0 && (
        <>
          <h3>{t('aftermath.followed')}</h3>
          <ul className={page.list}>
            {followedBy.map((one) => (
              <li key={one.id}>
                <VoteLink proposal={one.id}>{one.title}</VoteLink>{' '}
                <span className={page.soft}>{t(`proposal.stateLong.${one.state}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Speak proposal={proposal} />
    </Section>
  );
}

function GoesOn({ from }: { from: LinkedProposal }) {
  const { t } = useTranslation();
  return (
    <p>
      <Trans
        i18nKey="aftermath.goesOn"
        values={{ title: from.title, state: t(`proposal.stateLong.${from.state}`) }}
        components={{ what: <VoteLink proposal={from.id} /> }}
      />
    </p>
  );
}

function Said({ outcome }: { outcome: NonNullable<After['outcome']> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={page.quote}>{outcome.statement}</p>
      <By {...outcome} />
      {outcome.earlier.length > 0 && (
        <details>
          <summary>{t('aftermath.earlier', { count: outcome.earlier.length })}</summary>
          {outcome.earlier.map((one) => (
            <div key={one.version}>
              <p className={page.quote}>{one.statement}</p>
              <By {...one} />
            </div>
          ))}
        </details>
      )}
    </>
  );
}

function By({ by, organization, at }: { by: string; organization: string; at: string }) {
  return (
    <p className={`${page.small} ${page.soft}`}>
      <PersonName id={by} /> <Firm id={organization} /> · <When at={at} />
    </p>
  );
}

function LooksAgain({ aftermath }: { aftermath: After }) {
  const { t } = useTranslation();
  if (aftermath.reviewDue) return <p className={page.warm}>{t('aftermath.due')}</p>;
  return (
    aftermath.reviewOn && (
      <p>
        {t('aftermath.reviewOn')} <Day at={aftermath.reviewOn} />.
      </p>
    )
  );
}

function Review({ review }: { review: DecisionReview }) {
  const { t } = useTranslation();
  return (
    <li className={css.version}>
      <p>
        <strong>{t(`aftermath.finding.${review.finding}`)}</strong>
        {review.next && (
          <>
            , {t('aftermath.next')} <Day at={review.next} />
          </>
        )}
      </p>
      <p>{review.text}</p>
      {review.followUp && (
        <p>
          <Trans
            i18nKey="aftermath.goesOnIn"
            values={{ title: review.followUp.title }}
            components={{ what: <VoteLink proposal={review.followUp.id} /> }}
          />
        </p>
      )}
      <By {...review} />
    </li>
  );
}

/** For who proposed it: what came of it, and what is found when it is looked at again. */
function Speak({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const [saying, begin] = useState<'state' | 'review'>();
  const close = () => begin(undefined);
  if (saying === 'state') return <OutcomeForm proposal={proposal} close={close} />;
  if (saying === 'review') return <ReviewForm proposal={proposal} close={close} />;
  const ways = waysToSpeak(proposal);
  if (ways.length === 0) return null;
  return (
    <div className={page.acts}>
      {ways.map((way, place) => (
        <Button key={way} variant={place ? 'subtle' : 'default'} onClick={() => begin(way)}>
          {t(
            way === 'state' && proposal.aftermath.outcome
              ? 'aftermath.restate'
              : `aftermath.${way}`,
          )}
        </Button>
      ))}
    </div>
  );
}

function FollowUp({ proposal }: { proposal: string }) {
  const { t } = useTranslation();
  const { slug, history } = useHere();
  const member = useIsMember();
  return (
    member &&
    !history && (
      <Link
        to="/a/$slug/proposals/$proposal"
        params={{ slug, proposal: 'new' }}
        search={{ follows: proposal }}
        className={page.link}
      >
        {t('aftermath.followUp')}
      </Link>
    )
  );
}
