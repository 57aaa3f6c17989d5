import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Need } from '@/shared/api/types';
import { useKept } from '@/shared/keep/useKept';
import { useHere } from '@/shared/session/alliance';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Need as Asked } from '@/shared/ui/Need';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { When } from '@/shared/ui/When';
import css from './contribution.module.css';
import { addressOf, isPlace } from './places';
import { neededOfMe, useAcknowledge } from './queries';

/** More than five would not fit into the minutes that people have. */
const SHOWN = 5;
const NONE: string[] = [];

/**
 * What needs me, each with why me, done in one press, or put aside on this device without a trace.
 * What other features ask of me comes first.
 */
export function Needs({ first }: { first: ReactElement[] }) {
  const { t } = useTranslation();
  const here = useHere();
  const found = useQuery(neededOfMe(here.id));
  const [aside, putAside] = useKept(`aside.${here.id}`, NONE);
  return (
    <Section title={t('needs.title')}>
      <Loaded query={found}>
        {({ items }) => {
          const mine = items.filter((need) => !aside.includes(need.id));
          const hidden = items.length - mine.length;
          return (
            <>
              {first.length + mine.length === 0 ? (
                <p className={css.calm}>{t('needs.nothing')}</p>
              ) : (
                <ul className={page.list}>
                  {first.map((each) => (
                    <li key={each.key}>{each}</li>
                  ))}
                  {mine.slice(0, SHOWN).map((need) => (
                    <li key={need.id}>
                      <NeedLine need={need} hide={() => putAside([...aside, need.id])} />
                    </li>
                  ))}
                </ul>
              )}
              {hidden > 0 && (
                <p className={`${page.small} ${page.soft}`}>
                  {t('needs.hidden', { count: hidden })}{' '}
                  <Button variant="subtle" size="compact-sm" onClick={() => putAside([])}>
                    {t('needs.show')}
                  </Button>
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </Section>
  );
}

function NeedLine({ need, hide }: { need: Need; hide: () => void }) {
  const { t } = useTranslation();
  const { slug } = useHere();
  const place = addressOf(slug, need.link) ?? `/a/${slug}`;
  const { kind } = need.link;
  return (
    <Asked
      title={kind === 'handover' ? t('needs.handover', { firm: need.title }) : need.title}
      place={place}
      why={
        <>
          {need.why}
          {need.due && (
            <>
              {' · '}
              {t('needs.due')} <When at={need.due} />
            </>
          )}
        </>
      }
      acts={
        <>
          {kind === 'contribution' && <AcknowledgeNow need={need} />}
          <Button
            size="xs"
            variant={kind === 'contribution' ? 'default' : 'filled'}
            renderRoot={(props) => <Link to={place} {...props} />}
          >
            {t(`needs.act.${isPlace(kind) ? kind : 'other'}`)}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={hide}
            aria-label={t('needs.notNowLabel', { title: need.title })}
          >
            {t('needs.notNow')}
          </Button>
        </>
      }
    />
  );
}

function AcknowledgeNow({ need }: { need: Need }) {
  const { t } = useTranslation();
  const say = useSay();
  const here = useHere();
  const acknowledge = useAcknowledge(here.id, need.link.id, () => say(t('answer.acknowledged')));
  return (
    <>
      <Refused error={acknowledge.error} />
      <Button
        size="xs"
        loading={acknowledge.isPending}
        disabled={acknowledge.isSuccess}
        onClick={() => acknowledge.mutate('')}
      >
        {t('answer.acknowledge')}
      </Button>
    </>
  );
}
