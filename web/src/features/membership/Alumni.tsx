import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Alumnus } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Firm } from '@/shared/ui/Who';
import { alumni, useWelcome } from './alumni';
import { TimesTogether } from './TimesTogether';

/** Who has left and stays in touch; delegates also see where one side alone has said yes. */
export function Alumni() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(alumni(useHere().id));
  if (!found.data?.length) return null;
  return (
    <Section title={t('alumni.title')}>
      <EndlessList query={found} keyOf={(one) => one.id} empty={null}>
        {(one) => <Line alumnus={one} />}
      </EndlessList>
    </Section>
  );
}

function Line({ alumnus }: { alumnus: Alumnus }) {
  const { t } = useTranslation();
  const here = useHere();
  const welcome = useWelcome(here.id, alumnus.id);
  const mutual = alumnus.wanted && alumnus.welcomed;
  return (
    <div className={page.row}>
      <span className={page.grow}>
        <span className={page.strong}>{alumnus.name}</span> <Firm id={alumnus.organization} />
        {mutual && (
          <>
            {alumnus.email && <a href={`mailto:${alumnus.email}`}> {alumnus.email}</a>}
            <TimesTogether times={alumnus.together} />
          </>
        )}
        {!mutual && (
          <p className={`${page.small} ${page.soft}`}>
            {alumnus.wanted ? t('alumni.theyWant') : t('alumni.weWant')} {t('alumni.youAreShown')}
          </p>
        )}
        <Refused error={welcome.error} />
      </span>
      {here.delegate && (
        <Button
          variant="default"
          loading={welcome.isPending}
          onClick={() => welcome.mutate(!alumnus.welcomed)}
        >
          {alumnus.welcomed ? t('alumni.end') : t('alumni.agree')}
        </Button>
      )}
    </div>
  );
}

/** The alliance asks first, by a delegate on the page of somebody who has left. */
export function AskToStayInTouch({ person }: { person: string }) {
  const { t } = useTranslation();
  const welcome = useWelcome(useHere().id, person);
  return (
    <Section title={t('alumni.title')}>
      <p className={page.soft}>{t('alumni.askHelp')}</p>
      <div>
        <Button
          variant="default"
          loading={welcome.isPending}
          disabled={welcome.isSuccess}
          onClick={() => welcome.mutate(true)}
        >
          {welcome.isSuccess ? t('alumni.asked') : t('alumni.ask')}
        </Button>
      </div>
      <Refused error={welcome.error} />
    </Section>
  );
}
