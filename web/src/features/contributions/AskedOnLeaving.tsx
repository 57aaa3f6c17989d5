import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AskOfFirm } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { HandOverAsk } from './HandOverAsk';
import { askedOfMyFirm } from './queries';

const SHOWN = 5;

/** Which answers others will be asked for when one leaves, or the whole firm does. */
export function AskedOnLeaving({ whole }: { whole: boolean }) {
  const { t } = useTranslation();
  const here = useHere();
  const read = useQuery(askedOfMyFirm(here.id));
  return (
    <Loaded query={read}>
      {({ ofMe, ofAll, first }) => {
        const count = whole ? ofAll : ofMe;
        const mine = first.filter((ask) => ask.person === here.me.id);
        const shown = whole ? first.slice(0, SHOWN) : mine;
        return (
          <>
            <h3 className={page.strong}>{t('leave.asked')}</h3>
            <p className={count === 0 ? page.soft : undefined}>
              {count === 0 ? t('leave.noneAsked') : t('leave.askedOthers', { count })}
            </p>
            <ul className={page.list}>
              {shown.map((ask) => (
                <li key={`${ask.contribution}/${ask.person}`}>
                  <Asked ask={ask} whole={whole} />
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}

/** One's own can be handed to somebody else beforehand. */
function Asked({ ask, whole }: { ask: AskOfFirm; whole: boolean }) {
  const { t } = useTranslation();
  const [open, { open: hand, close }] = useDisclosure();
  return (
    <>
      <div className={page.row}>
        <span className={page.grow}>{ask.title}</span>
        <span className={`${page.small} ${page.soft}`}>{ask.due && <When at={ask.due} />}</span>
        {!whole && !open && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={hand}
            aria-label={t('leave.handAskLabel', { title: ask.title })}
          >
            {t('leave.handAsk')}
          </Button>
        )}
      </div>
      {open && (
        <div className={page.row}>
          <div className={page.grow}>
            <HandOverAsk contribution={ask.contribution} close={close} />
          </div>
        </div>
      )}
    </>
  );
}
