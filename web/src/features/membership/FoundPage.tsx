import { Button, Checkbox, NativeSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/shared/api/ids';
import type { Alliance, Founding, Me } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { me } from '@/shared/session/session';
import { duration, secondsOf } from '@/shared/text/time';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { FirmFields } from './FirmFields';
import { addressFrom, COLOURS, domainsFrom } from './naming';
import css from './people.module.css';
import { useFound } from './queries';

const ANSWERED_WITHIN = ['P1D', 'P3D', 'P7D', 'P14D'];
const BALLOT_OPEN = ['PT1S', 'PT1H', 'P1D', 'P3D', 'P7D'];
const QUORUMS = { third: 333_334, half: 500_000, twoThirds: 666_667 } as const;
const THRESHOLDS = { majority: 500_001, twoThirds: 666_667, all: 1_000_000 } as const;

/** What applies when nobody chooses: the same as the service's own defaults. */
const RULES = {
  acknowledgementLimit: 'P3D',
  ballotMinimum: 'P1D',
  quorum: 'half' as keyof typeof QUORUMS,
  threshold: 'majority' as keyof typeof THRESHOLDS,
};

function emptyOf({ email }: Me['person']) {
  return {
    alliance: '',
    address: '',
    name: '',
    shortName: '',
    colour: COLOURS[0] as string,
    domains: email ? domainsFrom(email).join(', ') : '',
    sponsor: false,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...RULES,
  };
}
type Words = ReturnType<typeof emptyOf>;

/** What a new alliance is founded from, where it is for another purpose than one that is there. */
interface Origin {
  alliance: string;
  id: string;
  title: string;
}

interface Props {
  fork?: Origin;
  founded: (alliance: Alliance) => void;
}

/** Founding an alliance: its name, the founder's own firm, and the rules that hold until the members ratify others. */
export function FoundPage({ fork, founded }: Props) {
  const { t } = useTranslation();
  const found = useQuery(me);
  return (
    <Page
      title={fork ? t('found.forkTitle') : t('found.title')}
      lead={fork ? t('found.forkLead', { title: fork.title }) : t('found.lead')}
    >
      <Loaded query={found}>
        {({ person }) => <FoundingForm person={person} fork={fork} founded={founded} />}
      </Loaded>
    </Page>
  );
}

function FoundingForm({ person, fork, founded }: Props & { person: Me['person'] }) {
  const { t } = useTranslation();
  const [empty] = useState(() => ({
    ...emptyOf(person),
    alliance: fork?.title.slice(0, 120) ?? '',
  }));
  const [organization] = useState(() => newId());
  const draft = useDraft(fork ? `found.${fork.id}` : 'found', empty);
  const { value: words, change } = draft;
  const found = useFound((alliance) => {
    draft.clear();
    founded(alliance);
  });
  const address = words.address || addressFrom(words.alliance);
  const domains = domainsFrom(words.domains);
  const ready =
    words.alliance.trim() &&
    address &&
    words.name.trim() &&
    words.shortName.trim() &&
    (person.provider || domains.length > 0);

  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        found.mutate({
          ...foundingOf(words, address, organization, person.provider),
          fork: fork ? { alliance: fork.alliance, id: fork.id } : null,
        });
      }}
    >
      <TextInput
        label={t('found.alliance')}
        description={t('found.allianceHelp')}
        required
        maxLength={120}
        autoComplete="off"
        value={words.alliance}
        onChange={(event) => change({ alliance: event.currentTarget.value })}
      />
      <TextInput
        label={t('found.address')}
        description={t('found.addressHelp', { address: `${location.host}/a/${address || '…'}` })}
        required
        pattern="[a-z][a-z0-9\-]{1,58}[a-z0-9]"
        title={t('found.addressForm')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={address}
        onChange={(event) => change({ address: event.currentTarget.value })}
        error={fieldError(found.error, 'slug')}
      />
      <Section title={t('found.firm')}>
        <p className={page.soft}>
          {person.provider
            ? t('found.signsInByProvider', { provider: person.provider })
            : t('found.signsInByAddress')}
        </p>
        <FirmFields words={words} change={change} domainsNeeded={!person.provider} />
        <Checkbox
          label={t('found.sponsor')}
          description={t('found.sponsorHelp')}
          checked={words.sponsor}
          onChange={(event) => change({ sponsor: event.currentTarget.checked })}
        />
      </Section>
      <Section title={t('found.rules')}>
        <p className={page.soft}>{t('found.rulesHelp')}</p>
        <Rules words={words} change={change} />
      </Section>
      <div className={page.acts}>
        <Button type="submit" loading={found.isPending} disabled={!ready}>
          {t('found.act')}
        </Button>
        <span className={`${page.small} ${page.soft}`}>{t('found.actHelp')}</span>
      </div>
      <Refused error={found.error} />
    </form>
  );
}

function foundingOf(
  words: Words,
  slug: string,
  organization: string,
  provider: string | null,
): Founding {
  return {
    name: words.alliance.trim(),
    slug,
    timeZone: words.timeZone,
    acknowledgementLimit: words.acknowledgementLimit,
    charter: {
      quorumPerMillion: QUORUMS[words.quorum],
      thresholdPerMillion: THRESHOLDS[words.threshold],
      ballotMinimum: words.ballotMinimum,
    },
    sponsor: words.sponsor,
    organization: {
      id: organization,
      name: words.name.trim(),
      shortName: words.shortName.trim(),
      colour: words.colour,
      mailDomains: domainsFrom(words.domains),
      identityProvider: provider,
    },
  };
}

interface RulesProps {
  words: Words;
  change: (part: Partial<Words>) => void;
}

function Rules({ words, change }: RulesProps) {
  const { t, i18n } = useTranslation();
  const spans = (all: string[]) =>
    all.map((iso) => ({
      value: iso,
      label: iso === 'PT1S' ? t('found.tryingOut') : duration(secondsOf(iso), i18n.language),
    }));
  return (
    <div className={css.pair}>
      <NativeSelect
        label={t('found.answered')}
        description={t('found.answeredHelp')}
        data={spans(ANSWERED_WITHIN)}
        value={words.acknowledgementLimit}
        onChange={(event) => change({ acknowledgementLimit: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('found.ballot')}
        description={t('found.ballotHelp')}
        data={spans(BALLOT_OPEN)}
        value={words.ballotMinimum}
        onChange={(event) => change({ ballotMinimum: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('found.quorum')}
        description={t('found.quorumHelp')}
        data={(['third', 'half', 'twoThirds'] as const).map((one) => ({
          value: one,
          label: t(`found.quorums.${one}`),
        }))}
        value={words.quorum}
        onChange={(event) => change({ quorum: event.currentTarget.value as Words['quorum'] })}
      />
      <NativeSelect
        label={t('found.threshold')}
        description={t('found.thresholdHelp')}
        data={(['majority', 'twoThirds', 'all'] as const).map((one) => ({
          value: one,
          label: t(`found.thresholds.${one}`),
        }))}
        value={words.threshold}
        onChange={(event) => change({ threshold: event.currentTarget.value as Words['threshold'] })}
      />
      <Select
        label={t('found.timeZone')}
        description={t('found.timeZoneHelp')}
        searchable
        allowDeselect={false}
        limit={50}
        data={timeZones(words.timeZone)}
        value={words.timeZone}
        onChange={(zone) => zone && change({ timeZone: zone })}
      />
    </div>
  );
}

/** The browser's own zone may go by a name that is not on its list. */
function timeZones(own: string): string[] {
  return [...new Set([own, ...Intl.supportedValuesOf('timeZone')])];
}
