import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldError } from '@/shared/ui/refusals';
import css from './people.module.css';

export interface FirmWords {
  name: string;
  shortName: string;
  colour: string;
  domains: string;
}

interface Props {
  words: FirmWords;
  change: (part: Partial<FirmWords>) => void;
  error?: unknown;
  /** Without a provider of its own, only people with an address of the firm can accept for it. */
  domainsNeeded: boolean;
}

/** What a firm is called, how it is told apart at a glance, and whose addresses are its own. */
export function FirmFields({ words, change, error, domainsNeeded }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('firm.name')}
        required
        maxLength={120}
        autoComplete="organization"
        value={words.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={fieldError(error, 'name')}
      />
      <div className={css.pair}>
        <TextInput
          label={t('firm.shortName')}
          description={t('firm.shortNameHelp')}
          required
          maxLength={24}
          autoComplete="off"
          value={words.shortName}
          onChange={(event) => change({ shortName: event.currentTarget.value })}
          error={fieldError(error, 'shortName')}
        />
        <TextInput
          type="color"
          label={t('firm.colour')}
          description={t('firm.colourHelp')}
          value={words.colour}
          onChange={(event) => change({ colour: event.currentTarget.value })}
          error={fieldError(error, 'colour')}
        />
      </div>
      <TextInput
        label={t('firm.domains')}
        description={t('firm.domainsHelp')}
        required={domainsNeeded}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={words.domains}
        onChange={(event) => change({ domains: event.currentTarget.value })}
        error={fieldError(error, 'mailDomains')}
      />
    </>
  );
}
