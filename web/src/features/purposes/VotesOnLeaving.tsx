import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { leavingCommitments } from './queries';

/** What becomes of open ballots and of goals, and by which rule, when one leaves or the whole firm does. */
export function VotesOnLeaving({ whole }: { whole: boolean }) {
  const { t } = useTranslation();
  const here = useHere();
  const read = useQuery(leavingCommitments(here.id));
  return (
    <Loaded query={read}>
      {({ ballots, goals }) => {
        const owned = goals.filter((goal) => whole || goal.owner === here.me.id);
        return (
          <>
            <h3 className={page.strong}>{t('leave.ballots')}</h3>
            {ballots.length === 0 && <p className={page.soft}>{t('leave.noBallots')}</p>}
            <ul className={page.list}>
              {ballots.map((ballot) => (
                <li key={ballot.proposal} className={page.row}>
                  <span className={page.grow}>
                    <span className={page.strong}>{ballot.title}</span>
                    <span className={`${page.small} ${page.soft}`}>
                      {' '}
                      <When at={ballot.closesAt} />
                    </span>
                    <p>{t(`leave.vote.${whole ? ballot.together : ballot.alone}`)}</p>
                  </span>
                </li>
              ))}
            </ul>
            {owned.length > 0 && (
              <>
                <h3 className={page.strong}>{t('leave.goals')}</h3>
                <p>{t('leave.goalsStay')}</p>
                <ul className={page.list}>
                  {owned.map((goal) => (
                    <li key={goal.goal} className={page.row}>
                      {goal.title}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
