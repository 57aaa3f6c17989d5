import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trans, useTranslation } from 'react-i18next';
import type { Thanks } from '@/shared/api/types';
import { usePerson } from '@/shared/directory/directory';
import { useHere } from '@/shared/session/alliance';
import { EndlessList } from '@/shared/ui/EndlessList';
import { Loaded } from '@/shared/ui/Loaded';
import { Empty, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { When } from '@/shared/ui/When';
import { Face, Firm, PersonName } from '@/shared/ui/Who';
import { thanks } from './queries';

export function ThanksLine({ thanks: one, about = true }: { thanks: Thanks; about?: boolean }) {
  const here = useHere();
  const from = usePerson(here.id, one.from);
  return (
    <div className={page.row}>
      <Face name={from?.name ?? ''} firm={one.fromOrganization} />
      <div className={page.grow}>
        <p>{one.text}</p>
        <p className={`${page.small} ${page.soft}`}>
          <Trans
            i18nKey={about ? 'thanks.about' : 'thanks.from'}
            values={{ title: one.title }}
            components={{
              from: <PersonName id={one.from} />,
              firm: <Firm id={one.fromOrganization} />,
              to: <PersonName id={one.to} />,
              work: (
                <Link
                  to="/a/$slug/contributions/$contribution"
                  params={{ slug: here.slug, contribution: one.contribution }}
                  className={page.link}
                />
              ),
            }}
          />
          {' · '}
          <When at={one.at} />
        </p>
      </div>
    </div>
  );
}

const SHOWN = 4;

/** Who was thanked for what, lately. */
export function RecentThanks() {
  const { t } = useTranslation();
  const found = useInfiniteQuery(thanks(useHere().id, {}));
  return (
    <Section title={t('thanks.recent')}>
      <Loaded query={found}>
        {(items) =>
          items.length === 0 ? (
            <Empty>{t('thanks.noneYet')}</Empty>
          ) : (
            <ul className={page.list}>
              {items.slice(0, SHOWN).map((one) => (
                <li key={one.id}>
                  <ThanksLine thanks={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

export function ThanksReceived() {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(thanks(here.id, { to: here.me.id }));
  return (
    <Section title={t('mine.thanks')}>
      <EndlessList
        query={found}
        keyOf={(one) => one.id}
        empty={<Empty>{t('mine.noThanks')}</Empty>}
      >
        {(one) => <ThanksLine thanks={one} />}
      </EndlessList>
    </Section>
  );
}
