import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PastAlliance } from '@/shared/api/types';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import { ownTie, useWish } from './alumni';
import { TimesTogether } from './TimesTogether';

/** Where I was a member, and whether we stay in touch. */
export function PastAlliances({ past }: { past: PastAlliance[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t('alumni.past')}>
      <p className={page.soft}>{t('alumni.pastHelp')}</p>
      <ul className={page.list}>
        {past.map((alliance) => (
          <li key={alliance.id}>
            <Line alliance={alliance} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function stateOf({ wanted, welcomed }: PastAlliance) {
  if (wanted && welcomed) return 'both';
  if (wanted) return 'mine';
  return welcomed ? 'theirs' : 'none';
}

function Line({ alliance }: { alliance: PastAlliance }) {
  const { t } = useTranslation();
  const wish = useWish(alliance.id);
  return (
    <>
      <div className={page.row}>
        <div className={page.grow}>
          <span className={page.strong}>{alliance.name}</span>
          <p className={`${page.small} ${page.soft}`}>
            {t('alumni.leftOn')} <Day at={alliance.leftAt} /> ·{' '}
            {t(`alumni.state.${stateOf(alliance)}`)}
          </p>
          <Refused error={wish.error} />
        </div>
        <Button
          variant="default"
          loading={wish.isPending}
          onClick={() => wish.mutate(!alliance.wanted)}
        >
          {alliance.wanted ? t('alumni.end') : t('alumni.stay')}
        </Button>
      </div>
      {alliance.wanted && alliance.welcomed && <Tie alliance={alliance.id} />}
    </>
  );
}

/** Whom I can reach there, and what they see of me. */
function Tie({ alliance }: { alliance: string }) {
  const { t } = useTranslation();
  const { data: tie } = useQuery(ownTie(alliance));
  if (!tie) return null;
  const { contact } = tie;
  return (
    <div className={page.row}>
      <dl className={page.facts}>
        <dt>{t('alumni.reach')}</dt>
        <dd>
          {contact ? (
            <>
              {contact.name}, {contact.organization}
              {contact.email && (
                <>
                  {' · '}
                  <a href={`mailto:${contact.email}`}>{contact.email}</a>
                </>
              )}
              <TimesTogether times={contact.together} />
            </>
          ) : (
            t('alumni.nobodyToReach')
          )}
        </dd>
        <dt>{t('alumni.seenAs')}</dt>
        <dd>
          {tie.name}, {tie.organization}
          {tie.email && ` · ${tie.email}`}
          <p className={`${page.small} ${page.soft}`}>
            <Day at={tie.joinedAt} /> – <Day at={tie.leftAt} />
          </p>
        </dd>
      </dl>
    </div>
  );
}
