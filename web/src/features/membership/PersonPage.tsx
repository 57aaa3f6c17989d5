import { Button, Modal, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, PersonDetail } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { officeName } from '@/shared/text/office';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Page, Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { Day } from '@/shared/ui/When';
import { Firm } from '@/shared/ui/Who';
import { AskToStayInTouch } from './Alumni';
import { OfferMove } from './OfferMove';
import { Offices } from './Offices';
import { personDetail, useRemove } from './queries';

interface Props {
  id: string;
  /** What the person made, from the feature that knows it. */
  work: ReactNode;
}

export function PersonPage({ id, work }: Props) {
  const here = useHere();
  const read = useQuery(personDetail(here.id, id));
  return <Loaded query={read}>{(found) => <Shown found={found} work={work} />}</Loaded>;
}

function Shown({ found, work }: { found: PersonDetail; work: ReactNode }) {
  const { person, nameAtLogin, ownInterest, affiliations } = found;
  const { t } = useTranslation();
  const here = useHere();
  const secondHere = person.secondOrganization === here.organization;
  const mayRemove =
    here.administrator &&
    (person.organization === here.organization || secondHere) &&
    person.id !== here.me.id;
  const mayOffer =
    (here.administrator || here.delegate) && person.organization !== here.organization;
  const said = [
    person.administrator && t('firm.administers'),
    person.delegate && t('people.delegateOf'),
    ...person.offices.map((office) => officeName(t, office)),
    person.class && person.class !== 'MEMBER' && t(`class.${person.class}`),
    person.state === 'UNCLAIMED' && t('people.unclaimedHelp'),
    person.state === 'ERASED' && t('people.erasedHelp'),
  ].filter(Boolean);
  return (
    <Page
      title={person.state === 'ERASED' ? t('who.formerMember') : person.name}
      lead={
        <span className={page.inline}>
          <Firm id={person.organization} />
          {person.secondOrganization && <Firm id={person.secondOrganization} />}
          {said.join(' · ')}
          {nameAtLogin && person.state !== 'ERASED' && nameAtLogin !== person.name && (
            <span className={page.soft}>{t('people.nameAtLogin', { name: nameAtLogin })}</span>
          )}
        </span>
      }
    >
      <Offices person={person.id} />
      {person.expertise.length > 0 && (
        <Section title={t('people.expertise')}>
          <p>{person.expertise.join(' · ')}</p>
        </Section>
      )}
      {ownInterest && (
        <Section title={t('people.ownInterest')}>
          <blockquote className={page.quote}>{ownInterest}</blockquote>
        </Section>
      )}
      {affiliations.length > 0 && (
        <Section title={t('people.affiliations')}>
          <ul className={page.list}>
            {affiliations.map((one) => (
              <li key={one.from} className={page.row}>
                <span className={page.grow}>
                  <Firm id={one.organization} />
                </span>
                <span className={`${page.small} ${page.soft}`}>
                  <Day at={one.from} />
                  {' – '}
                  {one.until ? <Day at={one.until} /> : t('people.today')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {work}
      {mayOffer && person.state === 'ACTIVE' && <OfferMove person={person} />}
      {here.delegate && person.state === 'ENDED' && <AskToStayInTouch person={person.id} />}
      {mayRemove && person.state === 'ACTIVE' && (
        <Removal person={person} from={secondHere ? 'firm' : 'alliance'} />
      )}
    </Page>
  );
}

/** From the alliance by the home firm, from the second firm by that one. */
function Removal({ person, from }: { person: Person; from: 'alliance' | 'firm' }) {
  const { t } = useTranslation();
  const [open, { open: ask, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const remove = useRemove(useHere().id, person.id);
  return (
    <div>
      <Button variant="subtle" color="red" onClick={ask}>
        {t(`people.remove.${from}`)}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t(`people.removeTitle.${from}`, { name: person.name })}
      >
        <form
          className={page.form}
          onSubmit={(event) => {
            event.preventDefault();
            remove.mutate(reason.trim(), { onSuccess: close });
          }}
        >
          <p>{t(`people.removeHelp.${from}`)}</p>
          <Textarea
            label={t('people.removeReason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className={page.acts}>
            <Button type="submit" color="red" loading={remove.isPending} disabled={!reason.trim()}>
              {t(`people.remove.${from}`)}
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              {t('common.cancel')}
            </Button>
          </div>
          <Refused error={remove.error} />
        </form>
      </Modal>
    </div>
  );
}
