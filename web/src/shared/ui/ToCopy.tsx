import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './toCopy.module.css';

/** Values that are carried to another system: each with what it is for and a button that copies it. */
export function ToCopy({ values }: { values: { label: string; value: string }[] }) {
  return (
    <dl className={css.record}>
      {values.map(({ label, value }) => (
        <Copied key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <code>{value}</code>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              onClick={copy}
              aria-label={t('copy.label', { what: label })}
            >
              {copied ? t('copy.done') : t('copy.act')}
            </Button>
          )}
        </CopyButton>
      </dd>
    </div>
  );
}
