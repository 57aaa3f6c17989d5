import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import page from '@/shared/ui/page.module.css';
import { purposeAndDrafts } from './queries';

/** Drafts that I began: they stay, and everybody can go on with them. */
export function DraftsOnLeaving() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useQuery(purposeAndDrafts(here.id));
  const mine = (found.data?.drafts ?? []).filter((draft) => draft.draftedBy === here.me.id);
  if (mine.length === 0) return null;
  return (
    <>
      <h3 className={page.strong}>{t('leave.drafts')}</h3>
      <p>{t('leave.draftsStay')}</p>
      <ul className={page.list}>
        {mine.map((draft) => (
          <li key={draft.id} className={page.row}>
            <Link
              to="/a/$slug/purpose/drafts/$draft"
              params={{ slug: here.slug, draft: draft.id }}
              className={page.quiet}
            >
              {draft.title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
