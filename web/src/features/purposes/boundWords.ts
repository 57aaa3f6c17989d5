import { useTranslation } from 'react-i18next';
import type { Rules } from '@/shared/api/types';
import { duration, secondsOf } from '@/shared/text/time';
import { GATES, type GateName } from './bounds';
import { usePercent } from './shares';

/** What a rulebook says whatever the matter, and what it asks for before a stage: each line with its name. */
export function useBoundWords() {
  const { t, i18n } = useTranslation();
  const percent = usePercent();
  const length = (iso: string) => duration(secondsOf(iso), i18n.language);
  const gateWords = (gate: GateName, needed: number): [string, string] => [
    t('rules.gateOf', {
      stage: t(`stage.name.${GATES[gate].before}`),
      gate: t(`stage.gate.${gate}`),
    }),
    GATES[gate].share ? percent(needed) : String(needed),
  ];
  return (rules: Rules) => ({
    bounds: [
      [t('rules.seats'), String(rules.seatsPerFirmMax ?? t('rules.noBound'))],
      [t('rules.proxies'), String(rules.proxiesPerHolderMax)],
      [t('rules.stale'), length(rules.staleAfter)],
      [t('rules.window'), length(rules.thresholds.wordingWindow)],
    ] as [string, string][],
    gates: rules.thresholds.gates.map(({ gate, needed }) => gateWords(gate, needed)),
  });
}
