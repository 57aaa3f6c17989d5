import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rules } from '@/shared/api/types';
import { fieldError } from '@/shared/ui/refusals';
import { boundsOf, GATE_NAMES, GATES, type GateName, type WantedBounds } from './bounds';
import { useLengths } from './lengths';

const DAY = 86_400;
const STALE = [30, 60, 90, 180, 365].map((days) => days * DAY);
const WINDOWS = [1, 2, 3, 5, 7, 14, 30].map((days) => days * DAY);
const PERCENT = 10_000;

interface Props {
  rules: Rules;
  wanted: Partial<WantedBounds>;
  change: (part: Partial<WantedBounds>) => void;
  error: unknown;
}

/** What holds for every matter: offices, proxies, and what a stage needs. */
export function BoundsFields({ rules, wanted, change, error }: Props) {
  const { t } = useTranslation();
  const lengths = useLengths();
  const now = boundsOf(rules);
  return (
    <>
      <NumberInput
        label={t('rules.seats')}
        description={t('rules.seatsHelp')}
        min={0}
        max={1000}
        allowDecimal={false}
        value={wanted.seats ?? now.seats}
        onChange={(most) => change({ seats: Number(most) })}
        error={fieldError(error, 'seatsPerFirmMax')}
      />
      <NumberInput
        label={t('rules.proxies')}
        min={0}
        max={100}
        allowDecimal={false}
        value={wanted.proxies ?? now.proxies}
        onChange={(most) => change({ proxies: Number(most) })}
        error={fieldError(error, 'proxiesPerHolderMax')}
      />
      <Select
        label={t('rules.stale')}
        data={lengths(now.staleSeconds, STALE)}
        value={String(wanted.staleSeconds ?? now.staleSeconds)}
        allowDeselect={false}
        onChange={(seconds) => change({ staleSeconds: Number(seconds) })}
        error={fieldError(error, 'staleAfter')}
      />
      <Select
        label={t('rules.window')}
        data={lengths(now.windowSeconds, WINDOWS)}
        value={String(wanted.windowSeconds ?? now.windowSeconds)}
        allowDeselect={false}
        onChange={(seconds) => change({ windowSeconds: Number(seconds) })}
        error={fieldError(error, 'wordingWindow')}
      />
      {GATE_NAMES.filter((gate) => gate !== 'ACTIVE_PURPOSE').map((gate) => (
        <GateField
          key={gate}
          gate={gate}
          needed={wanted.gates?.[gate] ?? now.gates[gate] ?? 1}
          change={(needed) => change({ gates: { ...wanted.gates, [gate]: needed } })}
          error={fieldError(error, 'gates')}
        />
      ))}
    </>
  );
}

interface GateProps {
  gate: GateName;
  needed: number;
  change: (needed: number) => void;
  error: string | undefined;
}

function GateField({ gate, needed, change, error }: GateProps) {
  const { t } = useTranslation();
  const { before, share } = GATES[gate];
  const unit = share ? PERCENT : 1;
  return (
    <NumberInput
      label={t(`stage.gate.${gate}`)}
      description={t('rules.gateHelp', { stage: t(`stage.name.${before}`) })}
      min={1}
      max={share ? 100 : 1000}
      suffix={share ? ' %' : undefined}
      decimalScale={share ? 4 : 0}
      value={needed / unit}
      onChange={(value) => change(Math.round(Number(value) * unit))}
      error={error}
    />
  );
}
