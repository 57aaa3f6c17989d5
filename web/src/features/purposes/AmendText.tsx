import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderKind, Proposal, Rulebook } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { WithRules } from './ClosesField';
import { lifeCycle } from './life';
import type { Amending } from './MotionForm';
import { OrderForm } from './OrderForm';
import { ORDER_KINDS, type PoolChoice } from './orders';
import { CloseForm, RenewForm } from './PurposeTime';
import { AskForm } from './poll/QuestionForm';
import { RulesForm } from './RulesForm';
import { StageForm, waysFrom } from './StageForm';

/** Reads the pools that can pay, of the feature that knows them, only where they are needed. */
export type WithPools = (children: (pools: PoolChoice[]) => ReactNode) => ReactNode;

interface Props {
  proposal: Proposal;
  withPools: WithPools;
}

/** The way to say what is talked about in other words: a draft as a draft, all else by who brought it up. */
export function AmendText({ proposal, withPools }: Props) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const [saying, sayIt] = useState(false);
  if (proposal.kind === 'RATIFY_PURPOSE')
    return (
      <div>
        <Link
          to="/a/$slug/purpose/drafts/$draft"
          params={{ slug: here.slug, draft: proposal.purpose ?? '' }}
          className={page.link}
        >
          {t('dialogue.toTheDraft')}
        </Link>
      </div>
    );
  if (proposal.by !== here.me.id) return null;
  const done = () => {
    sayIt(false);
    say(t('dialogue.amended'));
  };
  return (
    <div>
      <Button variant="default" onClick={() => sayIt(true)}>
        {t('dialogue.amend')}
      </Button>
      <Modal
        opened={saying}
        onClose={() => sayIt(false)}
        title={t('dialogue.amend')}
        size={proposal.question ? 'lg' : 'md'}
      >
        <WithRules>
          {(rules) => <Form amends={{ proposal, done }} rules={rules} withPools={withPools} />}
        </WithRules>
      </Modal>
    </div>
  );
}

interface FormProps {
  amends: Amending;
  rules: Rulebook;
  withPools: WithPools;
}

function Form({ amends, rules, withPools }: FormProps) {
  const { kind, purpose, renewal } = amends.proposal;
  const about = { id: purpose ?? '', deadline: renewal?.before ?? null };
  switch (kind) {
    case 'RENEW_PURPOSE':
      return <RenewForm purpose={about} rules={rules} amends={amends} />;
    case 'CLOSE_PURPOSE':
      return <CloseForm purpose={about} rules={rules} amends={amends} />;
    case 'CHANGE_RULES':
      return <RulesForm rules={rules} amends={amends} />;
    case 'QUESTION':
      return <AskForm rules={rules} amends={amends} />;
    case 'CHANGE_STAGE':
      return <AmendStage rules={rules} amends={amends} />;
    default: {
      const order = ORDER_KINDS.find((one): one is OrderKind => one === kind);
      return (
        order && withPools((pools) => <OrderForm kind={order} pools={pools} amends={amends} />)
      );
    }
  }
}

function AmendStage({ rules, amends }: Omit<FormProps, 'withPools'>) {
  return (
    <Loaded query={useQuery(lifeCycle(useHere().id))}>
      {(found) => <StageForm rules={rules} ways={waysFrom(found)} amends={amends} />}
    </Loaded>
  );
}
