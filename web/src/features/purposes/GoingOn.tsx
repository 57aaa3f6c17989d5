import { useQuery } from '@tanstack/react-query';
import { Trans } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { useFollowed } from './aftermath';
import { VoteLink } from './Decided';
import { proposalDetail } from './queries';

/** Above a form: what the proposal that is written goes on from, if it does. */
export function GoingOn() {
  const followed = useFollowed();
  const here = useHere();
  const found = useQuery({
    ...proposalDetail(here.id, followed ?? ''),
    enabled: Boolean(followed),
  });
  if (!found.data) return null;
  return (
    <p className={page.soft}>
      <Trans
        i18nKey="aftermath.goingOn"
        values={{ title: found.data.title }}
        components={{ what: <VoteLink proposal={found.data.id} /> }}
      />
    </p>
  );
}
