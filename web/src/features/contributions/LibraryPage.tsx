import { Chip, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionState } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Icon } from '@/shared/ui/Icon';
import { Empty, Page } from '@/shared/ui/Page';
import { ContributionLine, ContributionList } from './ContributionList';
import css from './contribution.module.css';
import { titlesWith } from './queries';

const STATES: ContributionState[] = ['OPEN', 'ACKNOWLEDGED', 'DECLINED'];
const TYPING_PAUSE_MILLIS = 150;

/** Everything that was contributed, found by its title as you type. */
export function LibraryPage() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [query] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MILLIS);
  return (
    <Page title={t('library.title')} lead={t('library.lead')}>
      <TextInput
        label={t('library.search')}
        type="search"
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {query ? <Found query={query} /> : <Browsed />}
    </Page>
  );
}

function Found({ query }: { query: string }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(titlesWith(useHere().id, query));
  return (
    <EndlessList
      query={found}
      keyOf={(line) => line.id}
      empty={<Empty>{t('library.nothing', { query })}</Empty>}
    >
      {(line) => <ContributionLine line={line} />}
    </EndlessList>
  );
}

function Browsed() {
  const { t } = useTranslation();
  const { history } = useHere();
  const [state, setState] = useState<string>('');
  return (
    <>
      {!history && (
        <Chip.Group value={state} onChange={setState}>
          <div className={css.filters} role="radiogroup" aria-label={t('library.state')}>
            <Chip value="">{t('library.all')}</Chip>
            {STATES.map((one) => (
              <Chip key={one} value={one}>
                {t(`contribution.state.${one}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      )}
      <ContributionList
        filter={state ? { state: state as ContributionState } : {}}
        empty={<Empty>{t('library.empty')}</Empty>}
      />
    </>
  );
}
