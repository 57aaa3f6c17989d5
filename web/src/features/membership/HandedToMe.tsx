import { Button } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { ME } from '@/shared/api/keys';
import type { Handover } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { handovers, useAnswerHandover } from './handing';

/** Roles that colleagues ask me to take over. Nothing is shown as long as nobody does. */
export function HandedToMe() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(handovers(here.id));
  const open =
    found.data?.filter((one) => one.person === here.me.id && one.state === 'OFFERED') ?? [];
  if (open.length === 0) return null;
  return (
    <Section title={t('handover.title')}>
      {open.map((handover) => (
        <Offered key={handover.id} handover={handover} />
      ))}
    </Section>
  );
}

function Offered({ handover }: { handover: Handover }) {
  const { t } = useTranslation();
  const here = useHere();
  const client = useQueryClient();
  const answer = useAnswerHandover(
    here.id,
    handover.id,
    () => void client.invalidateQueries({ queryKey: ME }),
  );
  return (
    <article className={page.card}>
      <div className={page.form}>
        <div>
          <p className={page.strong}>
            <Trans
              i18nKey={`handover.asks.${handover.role}`}
              components={{ who: <PersonName id={handover.from} /> }}
            />
          </p>
          <p className={`${page.small} ${page.soft}`}>
            <When at={handover.offeredAt} />
          </p>
        </div>
        <p className={page.soft}>{t('handover.help')}</p>
        <div className={page.acts}>
          {(['acceptance', 'declination'] as const).map((act) => (
            <Button
              key={act}
              variant={act === 'acceptance' ? 'filled' : 'default'}
              loading={answer.isPending && answer.variables === act}
              onClick={() => answer.mutate(act)}
            >
              {t(`handover.act.${act}`)}
            </Button>
          ))}
        </div>
        <Refused error={answer.error} />
      </div>
    </article>
  );
}
