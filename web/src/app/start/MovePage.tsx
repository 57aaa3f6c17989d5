import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TakeUpMove } from '@/features/membership/TakeUpMove';
import { Page } from '@/shared/ui/Page';
import css from '../app.module.css';
import { Brand } from '../Brand';
import { MyMenu } from '../MyMenu';

/** Where somebody arrives with the new firm's login, to take up what was agreed to with the one before. */
export function MovePage() {
  const { t } = useTranslation();
  const { alliance, move } = useParams({ from: '/m/$alliance/$move' });
  const navigate = useNavigate();
  const [code] = useState(() => decodeURIComponent(window.location.hash.slice(1)));
  return (
    <>
      <header className={css.top}>
        <Brand />
        <MyMenu />
      </header>
      <main id="main">
        <Page title={t('move.takeUpTitle')} lead={t('move.takeUpLead')}>
          <TakeUpMove
            key={move}
            alliance={alliance}
            move={move}
            code={code}
            moved={(slug) => void navigate({ to: '/a/$slug', params: { slug } })}
          />
        </Page>
      </main>
    </>
  );
}
