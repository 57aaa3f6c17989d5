import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { purposeAndDrafts } from '@/features/purposes/queries';
import { organizations } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import css from '../app.module.css';

const STEPS = [
  { word: 'enrol', to: '/a/$slug/people/enrol' },
  { word: 'invite', to: '/a/$slug/people/invite' },
  { word: 'purpose', to: '/a/$slug/purpose' },
] as const;

/** What a young alliance does first, until its purpose is ratified; what is done stays, with a mark. */
export function FirstSteps() {
  const { t } = useTranslation();
  const here = useHere();
  const purposes = useQuery(purposeAndDrafts(here.id)).data;
  const firms = useQuery(organizations(here.id)).data;
  if (!purposes || !firms || purposes.active) return null;
  const members = [...firms.values()].reduce((sum, firm) => sum + firm.members, 0);
  const done = {
    enrol: firms.size > 1,
    invite: members > 1,
    purpose: purposes.drafts.length > 0,
  };
  return (
    <Section title={t('steps.title')}>
      <ol className={page.list}>
        {STEPS.map(({ word, to }) => (
          <li key={word}>
            <Link to={to} params={{ slug: here.slug }} className={css.alliance}>
              <span>
                <span className={page.strong}>{t(`steps.${word}`)}</span>
                <span className={`${page.small} ${page.soft}`}> {t(`steps.${word}Help`)}</span>
              </span>
              {done[word] ? (
                <span className={css.done}>
                  <Icon name="check" /> {t('steps.done')}
                </span>
              ) : (
                <Icon name="right" />
              )}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
