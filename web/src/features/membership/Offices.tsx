import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Office } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { officeName } from '@/shared/text/office';
import { Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import { Firm, PersonName } from '@/shared/ui/Who';
import { type OfficeAct, offices, useAnswerOffice } from './offices';

interface Props {
  person?: string;
  organization?: string;
}

/** Who holds which office of the alliance: all of them, one person's or one firm's. Nothing where there is none. */
export function Offices({ person, organization }: Props) {
  const { t } = useTranslation();
  const found = useInfiniteQuery(offices(useHere().id));
  const shown =
    found.data?.filter(
      (one) =>
        (!person || one.person === person) && (!organization || one.organization === organization),
    ) ?? [];
  if (shown.length === 0) return null;
  return (
    <Section title={t('office.title')}>
      <p className={page.soft}>{t('office.help')}</p>
      <ul className={page.list}>
        {shown.map((office) => (
          <li key={office.id}>
            <OfficeLine office={office} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OfficeLine({ office }: { office: Office }) {
  const { t } = useTranslation();
  const here = useHere();
  return (
    <div className={page.row}>
      <div className={page.grow}>
        <span className={page.inline}>
          <span className={page.strong}>{officeName(t, office.office)}</span>
          <PersonName id={office.person} />
          <Firm id={office.organization} />
        </span>
        <p className={`${page.small} ${page.soft}`}>
          {office.state === 'OFFERED' && <>{t('office.offered')} · </>}
          {t('office.until')} <Day at={office.until} /> · {t('office.by')}{' '}
          <Link
            to="/a/$slug/proposals/$proposal"
            params={{ slug: here.slug, proposal: office.id }}
            className={page.link}
          >
            {office.title}
          </Link>
        </p>
      </div>
      {office.person === here.me.id && <Acts office={office} />}
    </div>
  );
}

/** What is offered to me I take up or decline; what I hold I may lay down at any time. */
function Acts({ office }: { office: Office }) {
  const { t } = useTranslation();
  const answer = useAnswerOffice(useHere().id, office.id);
  const acts: OfficeAct[] =
    office.state === 'OFFERED' ? ['acceptance', 'declination'] : ['resignation'];
  return (
    <div className={page.acts}>
      {acts.map((act) => (
        <Button
          key={act}
          size="xs"
          variant={act === 'acceptance' ? 'filled' : 'default'}
          loading={answer.isPending && answer.variables === act}
          onClick={() => answer.mutate(act)}
        >
          {t(`office.act.${act}`)}
        </Button>
      ))}
      <Refused error={answer.error} />
    </div>
  );
}
