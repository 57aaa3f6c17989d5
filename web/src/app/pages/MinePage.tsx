import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ContributionList } from '@/features/contributions/ContributionList';
import { HandedToMe } from '@/features/membership/HandedToMe';
import { MyMoves } from '@/features/membership/MyMoves';
import { NewLogin } from '@/features/membership/NewLogin';
import { SecondFirm } from '@/features/membership/SecondFirm';
import { MyCredit } from '@/features/recognition/Ledger';
import { ThanksReceived } from '@/features/recognition/ThanksLine';
import { useHere } from '@/shared/session/alliance';
import { Empty, Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Firm } from '@/shared/ui/Who';

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
      <SecondFirm />
      <HandedToMe />
      <MyCredit />
      <ThanksReceived />
      <Section title={t('mine.contributions')}>
        <ContributionList
          filter={{ author: here.me.id }}
          empty={<Empty>{t('mine.noContributions')}</Empty>}
        />
      </Section>
      {!here.besides && <NewLogin />}
      {!here.besides && (
        <Section title={t('leave.title')}>
          <p className={page.soft}>{t('leaving.link')}</p>
          <div>
            <Button
              variant="default"
              renderRoot={(props) => (
                <Link to="/a/$slug/mine/leaving" params={{ slug: here.slug }} {...props} />
              )}
            >
              {t('leaving.look')}
            </Button>
          </div>
        </Section>
      )}
    </Page>
  );
}
