import { useTranslation } from 'react-i18next';
import type { Contribution } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { useNow, When } from '@/shared/ui/When';
import { PersonWithFirm } from '@/shared/ui/Who';
import css from './contribution.module.css';

/** How much of the alliance's own limit has run, between 0 and 1. */
export function elapsed(submittedAt: string, acknowledgeBy: string, now: number): number {
  const from = Date.parse(submittedAt);
  const span = Date.parse(acknowledgeBy) - from;
  return span <= 0 ? 1 : Math.min(1, Math.max(0, (now - from) / span));
}

/** The promise of an answer: until when, whose turn it is, and what happened when it ran out. */
export function Clock({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  const now = useNow();
  const first = work.acknowledgements[0];
  if (work.state === 'ACKNOWLEDGED' && first)
    return (
      <div className={css.clock} data-state={work.state}>
        <p>
          {t('clock.answered')} <When at={first.at} />
        </p>
      </div>
    );
  if (work.state !== 'OPEN' || !work.acknowledgeBy)
    return (
      <div className={css.clock} data-state={work.state}>
        <p>{t('clock.declined')}</p>
      </div>
    );
  const share = elapsed(work.submittedAt, work.acknowledgeBy, now);
  return (
    <div className={css.clock} data-state="OPEN">
      <p className={page.strong}>
        {share < 1 ? t('clock.runs') : t('clock.ranOut')} <When at={work.acknowledgeBy} />
      </p>
      <div
        className={css.bar}
        role="progressbar"
        aria-label={t('clock.label')}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <div style={{ width: `${share * 100}%` }} />
      </div>
      <Turn work={work} />
      {work.escalatedAt ? (
        <p className={page.small}>
          {t('clock.escalated')} <When at={work.escalatedAt} />
        </p>
      ) : (
        work.remindedAt && (
          <p className={page.small}>
            {t('clock.reminded')} <When at={work.remindedAt} />
          </p>
        )
      )}
    </div>
  );
}

const NAMED = 3;

function Turn({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  const here = useHere();
  const mine = work.turn.includes(here.me.id);
  if (work.turn.length === 0) return <p>{t('clock.nobody')}</p>;
  return (
    <div className={css.turn}>
      <span>{mine ? t('clock.yourTurn') : t('clock.turnOf')}</span>
      {work.turn.slice(0, NAMED).map((person) => (
        <PersonWithFirm key={person} id={person} />
      ))}
      {work.turn.length > NAMED && (
        <span>{t('clock.andMore', { count: work.turn.length - NAMED })}</span>
      )}
    </div>
  );
}
