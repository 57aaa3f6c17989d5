import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Purpose, Rulebook } from '@/shared/api/types';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { useCloses, WayField, WithRules } from './ClosesField';
import { useProposeAndGo } from './MotionForm';
import { missingParts } from './parts';

/** Opens the ballot: from here on the text is frozen, and so is the list of firms that vote. */
export function ProposeForm({ draft }: { draft: Purpose }) {
  return <WithRules>{(rules) => <Opened draft={draft} rules={rules} />}</WithRules>;
}

function Opened({ draft, rules }: { draft: Purpose; rules: Rulebook }) {
  const { t } = useTranslation();
  const closes = useCloses(rules, 'PURPOSE');
  const propose = useProposeAndGo();
  const missing = missingParts(draft);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        propose.mutate({ purpose: draft.id, ...(!closes.talk && closes.terms()) });
      }}
    >
      <p className={page.soft}>{t(`purpose.voteHelp.${closes.rule.body}`)}</p>
      <WayField closes={closes} error={propose.error} />
      {missing.length > 0 && (
        <p className={page.warm}>
          {t('purpose.lacks', { parts: missing.map((part) => t(`purpose.${part}`)).join(', ') })}
        </p>
      )}
      <div className={page.acts}>
        <Button
          type="submit"
          loading={propose.isPending}
          disabled={!closes.ready || (missing.length > 0 && !closes.talk)}
        >
          {t(closes.talk ? 'dialogue.begin' : 'purpose.propose')}
        </Button>
        <Refused error={propose.error} />
      </div>
    </form>
  );
}
