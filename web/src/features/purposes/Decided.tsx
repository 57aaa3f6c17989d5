import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { Decision } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { number } from '@/shared/text/numbers';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';

/** The way to a ballot; the words come from Trans. */
export function VoteLink({ proposal, children }: { proposal: string; children?: ReactNode }) {
  const { slug } = useHere();
  return (
    <Link to="/a/$slug/proposals/$proposal" params={{ slug, proposal }} className={page.link}>
      {children}
    </Link>
  );
}

interface Props {
  decision: Decision;
  text:
    | 'purpose.ratified'
    | 'purpose.closedBy'
    | 'purpose.decidedBy'
    | 'rules.decided'
    | 'stage.decided';
  at?: string | null;
  title?: string | null;
}

/** Who said so: by how many of the firms something was decided, with the ballot itself one press away. */
export function DecidedBy({ decision, text, at, title }: Props) {
  const { i18n } = useTranslation();
  return (
    <Trans
      i18nKey={text}
      values={{
        yes: number(decision.yes, i18n.language),
        electorate: number(decision.electorate, i18n.language),
        title: title ?? '',
      }}
      components={{
        when: at ? <When at={at} /> : <span />,
        vote: <VoteLink proposal={decision.proposal} />,
      }}
    />
  );
}
