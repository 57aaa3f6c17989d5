import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { letter, useDeclineLetter } from '@/features/membership/letters';
import { signIn } from '@/shared/session/session';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import css from '../app.module.css';
import { Brand } from '../Brand';

/** An invitation for whoever opens its mail before signing in: read it, decline it, or sign in to say yes. */
export function LetterPage({ of: key }: { of: string }) {
  const { t } = useTranslation();
  const found = useQuery(letter(key));
  const decline = useDeclineLetter(key);
  return (
    <>
      <header className={css.top}>
        <Brand />
      </header>
      <main id="main">
        <Page title={t('invitation.title')} lead={t('invitation.lead')}>
          <Loaded query={found}>
            {(sent) => (
              <article className={page.card} aria-label={sent.alliance}>
                <div className={page.form}>
                  <div>
                    <p className={page.strong}>
                      {t('invitation.from', { inviter: sent.inviter, firm: sent.firm })}
                    </p>
                    <p className={`${page.small} ${page.soft}`}>
                      {t('letter.to', { alliance: sent.alliance, name: sent.name })}
                    </p>
                  </div>
                  <dl className={page.facts}>
                    <dt>{t('invitation.as')}</dt>
                    <dd>
                      {t(`class.${sent.class}`)}. {t(`classHelp.${sent.class}`)}
                    </dd>
                    <dt>{t('invitation.reason')}</dt>
                    <dd>{sent.reason}</dd>
                    <dt>{t('invitation.ask')}</dt>
                    <dd>{sent.ask}</dd>
                  </dl>
                  {sent.state === 'SENT' ? (
                    <div className={page.acts}>
                      <Button onClick={signIn}>{t('letter.signIn')}</Button>
                      <Button
                        variant="subtle"
                        color="gray"
                        loading={decline.isPending}
                        onClick={() => decline.mutate()}
                      >
                        {t('invitation.decline')}
                      </Button>
                      <span className={`${page.small} ${page.soft}`}>
                        {t('invitation.blameless')}
                      </span>
                    </div>
                  ) : (
                    <p role="status">{t(`letter.state.${sent.state}`)}</p>
                  )}
                  <Refused error={decline.error} />
                </div>
              </article>
            )}
          </Loaded>
        </Page>
      </main>
    </>
  );
}
