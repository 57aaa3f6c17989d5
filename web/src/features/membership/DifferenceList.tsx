import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementLine } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { difference } from '@/shared/text/difference';
import { Loaded } from '@/shared/ui/Loaded';
import { agreementVersion } from './agreeing';
import css from './agreements.module.css';

interface Props {
  agreement: string;
  before: AgreementLine;
  text: string;
}

/** What is different from the version before, line by line. */
export function Difference({ agreement, before, text }: Props) {
  const found = useQuery(agreementVersion(useHere().id, agreement, before.id));
  return <Loaded query={found}>{(older) => <Lines older={older.text} newer={text} />}</Loaded>;
}

function Lines({ older, newer }: { older: string; newer: string }) {
  const { t } = useTranslation();
  const lines = useMemo(() => difference(older, newer), [older, newer]);
  return (
    <ul className={css.difference}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name, and stay where they are
        <li key={index} className={line.of === 'both' ? undefined : css[line.of]}>
          {line.of !== 'both' && (
            <span className="seen-by-ear">{t(`agreements.line.${line.of}`)} </span>
          )}
          {line.text}
        </li>
      ))}
    </ul>
  );
}
