import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { PersonName } from '@/shared/ui/Who';
import { moves } from './moving';

/** Whom the own firm has offered a place, for those who speak for it. */
export function FirmMoves() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(moves(useHere().id));
  const ours = found.data?.filter((one) => !one.mine) ?? [];
  if (ours.length === 0) return null;
  return (
    <Section title={t('move.ours')}>
      <ul className={page.list}>
        {ours.map((move) => (
          <li key={move.id} className={page.row}>
            <span className={page.grow}>
              <PersonName id={move.person} />
            </span>
            <span className={`${page.small} ${page.soft}`}>
              {t(`move.kind.${move.kind}`)}: {t(`move.state.${move.state}`)} ·{' '}
              <When at={move.answeredAt ?? move.offeredAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
