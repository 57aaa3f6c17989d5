import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHere } from '@/shared/session/alliance';
import { Loaded } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { ProviderForm } from './ProviderForm';
import { ProviderItem } from './ProviderItem';
import { loginProviders } from './providers';

/** The firm's own identity provider: connected, tested and taken up by its administrators. */
export function ProvidersSection() {
  const { t } = useTranslation();
  const read = useQuery(loginProviders(useHere().id));
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('providers.title')}>
      <p className={page.soft}>{t('providers.lead')}</p>
      <Loaded query={read}>
        {({ items }) => (
          <>
            <ul className={page.list}>
              {items.map((provider) => (
                <ProviderItem key={provider.id} provider={provider} />
              ))}
            </ul>
            {adding ? (
              <ProviderForm done={() => setAdding(false)} />
            ) : (
              <div className={page.acts}>
                <Button variant="default" onClick={() => setAdding(true)}>
                  {t(items.length === 0 ? 'providers.connect' : 'providers.connectAnother')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}
