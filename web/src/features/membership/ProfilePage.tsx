import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Profile } from '@/shared/api/types';
import { LANGUAGES } from '@/shared/text/i18n';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { profile, tags, useSetProfile } from './mydata';
import css from './people.module.css';

const EXPERTISE_MOST = 20;

/** A person in two worlds: what the firm's login says, and what the person says. */
export function ProfilePage() {
  const { t } = useTranslation();
  const read = useQuery(profile);
  return (
    <Page title={t('profile.title')} lead={t('profile.lead')}>
      <Loaded query={read}>{(found) => <Shown key={found.version} found={found} />}</Loaded>
    </Page>
  );
}

function Shown({ found }: { found: Profile }) {
  const { t } = useTranslation();
  const { login } = found;
  return (
    <>
      <Section title={t('profile.atLogin')} aside={t('profile.readOnly')}>
        <dl className={`${page.card} ${css.said}`}>
          <dt>{t('profile.name')}</dt>
          <dd>{login.name}</dd>
          <dt>{t('profile.address')}</dt>
          <dd>{login.email ?? t('profile.noAddress')}</dd>
          <dt>{t('profile.source')}</dt>
          <dd>
            {login.provider
              ? t('profile.ofFirm', { provider: login.provider })
              : t('profile.ofPlatform')}
          </dd>
        </dl>
      </Section>
      <Section title={t('profile.said')}>
        <Said found={found} />
      </Section>
      <p>
        <Link to="/me/data" className={page.link}>
          {t('data.title')}
        </Link>
      </p>
    </>
  );
}

function Said({ found }: { found: Profile }) {
  const { t } = useTranslation();
  const say = useSay();
  const set = useSetProfile(() => say(t('profile.kept')));
  const [name, setName] = useState(found.displayName ?? '');
  const [typed, setTyped] = useState(found.expertise.join(', '));
  const [language, setLanguage] = useState(found.language ?? '');
  const [byMailOnly, setByMailOnly] = useState(found.byMailOnly);
  const expertise = tags(typed);
  const tooMany = expertise.length > EXPERTISE_MOST;
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate({
          version: found.version,
          displayName: name.trim() || null,
          expertise,
          language: language || null,
          byMailOnly,
        });
      }}
    >
      <TextInput
        label={t('profile.displayName')}
        description={t('profile.displayNameHelp')}
        placeholder={found.login.name}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('profile.expertise')}
        description={t('profile.expertiseHelp')}
        error={tooMany && t('profile.tooMany', { most: EXPERTISE_MOST })}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('profile.language')}
        description={t('profile.languageHelp')}
        data={[
          { value: '', label: t('profile.anyLanguage') },
          ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
        ]}
        value={language}
        onChange={(event) => setLanguage(event.currentTarget.value)}
      />
      <Checkbox
        label={t('profile.byMail')}
        description={t('profile.byMailHelp')}
        checked={byMailOnly}
        onChange={(event) => setByMailOnly(event.currentTarget.checked)}
      />
      <div className={page.acts}>
        <Button type="submit" loading={set.isPending} disabled={tooMany}>
          {t('profile.keep')}
        </Button>
      </div>
      <Refused error={set.error} />
    </form>
  );
}
