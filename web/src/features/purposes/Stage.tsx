import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { GateReading, LifeCycle, Proposal } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { DecidedBy } from './Decided';
import { lifeCycle } from './life';
import css from './life.module.css';
import { ProposeStage } from './StageForm';
import { usePercent } from './shares';

const WAY = ['NETWORK', 'FORMING', 'COMMUNITY', 'MATURE'] as const;

/** How far the alliance has come, and in words what stands before the next stage. */
export function Stage({ ballots }: { ballots: Proposal[] | undefined }) {
  const { t } = useTranslation();
  const found = useQuery(lifeCycle(useHere().id)).data;
  const entered = found?.history[0];
  if (!found || !entered) return null;
  return (
    <Section
      title={t('stage.title')}
      aside={
        <>
          {t('stage.since')} <When at={entered.since} />
        </>
      }
    >
      <Way found={found} />
      <p>{t(`stage.means.${found.stage}`)}</p>
      {entered.decidedBy && (
        <p className={`${page.small} ${page.soft}`}>
          <DecidedBy decision={entered.decidedBy} text="stage.decided" at={entered.since} />
        </p>
      )}
      {entered.words && <p className={page.quote}>{entered.words}</p>}
      {found.next && <Gates next={found.next} />}
      <ProposeStage found={found} ballots={ballots} />
    </Section>
  );
}

function Way({ found }: { found: LifeCycle }) {
  const { t } = useTranslation();
  const at = (WAY as readonly string[]).indexOf(found.stage);
  if (at < 0) return null;
  return (
    <ol className={css.way} aria-label={t('stage.title')}>
      {WAY.map((stage, index) => (
        <li
          key={stage}
          className={css.step}
          data-at={index < at ? 'past' : index === at ? 'now' : 'ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          {t(`stage.name.${stage}`)}
        </li>
      ))}
    </ol>
  );
}

function Gates({ next }: { next: NonNullable<LifeCycle['next']> }) {
  const { t } = useTranslation();
  const unmet = next.gates.filter((gate) => !gate.met).length;
  return (
    <div className={page.card}>
      <p className={page.strong}>
        {unmet === 0
          ? t('stage.allMet', { stage: t(`stage.name.${next.stage}`) })
          : t('stage.before', { stage: t(`stage.name.${next.stage}`), count: unmet })}
      </p>
      <ul className={css.gates}>
        {next.gates.map((gate) => (
          <Gate key={gate.gate} gate={gate} />
        ))}
      </ul>
    </div>
  );
}

function Gate({ gate }: { gate: GateReading }) {
  const { t } = useTranslation();
  const percent = usePercent();
  return (
    <li className={css.gate}>
      <span className={css.mark} data-there={gate.met}>
        {gate.met && <Icon name="check" size={12} />}
      </span>
      <span>
        {t(`stage.gate.${gate.gate}`)}
        <span className={`${css.reading} ${page.small} ${page.soft}`}>
          {gate.unit === 'COUNT'
            ? t('stage.count', { actual: gate.actual, needed: gate.needed })
            : t('stage.share', {
                part: gate.part,
                whole: gate.whole,
                needed: percent(gate.needed),
              })}
        </span>
      </span>
      <span className={`${page.small} ${gate.met ? page.soft : page.warm}`}>
        {gate.met ? t('stage.met') : t('stage.unmet')}
      </span>
    </li>
  );
}
