import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import css from '../purpose.module.css';
import { fingerprint } from './paper';

const WHO = ['members', 'alike', 'device', 'database', 'network', 'software', 'proof'] as const;

/** Said before anybody votes: what an anonymous ballot does not hide, and from whom. */
export function Inferred({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const { keys } = proposal.secrecy;
  const { data: code } = useQuery({
    queryKey: ['fingerprint', proposal.id, keys.length],
    queryFn: () => fingerprint(keys),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <details className={css.earlier}>
      <summary>{t('secret.inferred')}</summary>
      <ul className={page.small}>
        {WHO.map((who) => (
          <li key={who}>{t(`secret.learns.${who}`, { code: code ?? '…' })}</li>
        ))}
      </ul>
    </details>
  );
}
