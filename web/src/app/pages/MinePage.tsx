import { useTranslation } from 'react-i18next';
import { ContributionList } from '@/features/contributions/ContributionList';
import { LeaveAlliance } from '@/features/membership/LeaveAlliance';
import { MyMoves } from '@/features/membership/MyMoves';
import { NewLogin } from '@/features/membership/NewLogin';
import { MyCredit } from '@/features/recognition/Ledger';
import { ThanksReceived } from '@/features/recognition/ThanksLine';
import { useHere } from '@/shared/session/alliance';
import { Empty, Page, Section } from '@/shared/ui/Page';
import { Firm } from '@/shared/ui/Who';
import { OnLeaving } from './OnLeaving';

/** What I made, what I was credited and thanked for, and the way out. */
export function MinePage() {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <Page
      title={here.me.name}
      windowTitle={t('nav.mine')}
      lead={
        <>
          <Firm id={here.organization} /> {here.delegate && t('people.delegateOf')}
        </>
      }
    >
      <MyMoves />
      <MyCredit />
      <ThanksReceived />
      <Section title={t('mine.contributions')}>
        <ContributionList
          filter={{ author: here.me.id }}
          empty={<Empty>{t('mine.noContributions')}</Empty>}
        />
      </Section>
      <NewLogin />
      <LeaveAlliance consequences={<OnLeaving whole={false} />} />
    </Page>
  );
}
