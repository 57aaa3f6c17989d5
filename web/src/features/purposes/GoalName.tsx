import { Link } from '@tanstack/react-router';
import { useHere } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { useGoalTitle } from './queries';

/** The goal that a piece of work serves, as a link. */
export function GoalName({ id }: { id: string }) {
  const here = useHere();
  const title = useGoalTitle(here.id, id);
  return (
    <Link to="/a/$slug/goals/$goal" params={{ slug: here.slug, goal: id }} className={page.link}>
      {title ?? '…'}
    </Link>
  );
}
