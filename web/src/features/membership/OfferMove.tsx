import { Button, Modal, Radio, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveOffer, Person } from '@/shared/api/types';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useOfferMove } from './moving';

const REASON_LEAST = 20;

/**
 * An official's offer to a member of another firm, to come over or to work for the own firm besides; the person
 * alone decides, and the present firm is not told.
 */
export function OfferMove({ person }: { person: Person }) {
  const { t } = useTranslation();
  const say = useSay();
  const [open, { open: ask, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const alone = !person.secondOrganization;
  const [kind, setKind] = useState<MoveOffer['kind']>('MOVE');
  const offer = useOfferMove(useHere().id, () => {
    close();
    say(t('move.offered', { name: person.name }));
  });
  return (
    <div>
      <Button variant="default" onClick={ask}>
        {t('move.offer')}
      </Button>
      <Modal opened={open} onClose={close} title={t('move.offerTitle', { name: person.name })}>
        <form
          className={page.form}
          onSubmit={(event) => {
            event.preventDefault();
            offer.mutate({ kind, person: person.id, reason: reason.trim() });
          }}
        >
          <p>{t('move.offerHelp', { name: person.name })}</p>
          {alone && (
            <Radio.Group
              label={t('move.which')}
              value={kind}
              onChange={(chosen) => setKind(chosen === 'SECONDMENT' ? chosen : 'MOVE')}
            >
              <div className={page.form}>
                <Radio
                  value="MOVE"
                  label={t('move.kind.MOVE')}
                  description={t('move.kindHelp.MOVE')}
                />
                <Radio
                  value="SECONDMENT"
                  label={t('move.kind.SECONDMENT')}
                  description={t('move.kindHelp.SECONDMENT')}
                />
              </div>
            </Radio.Group>
          )}
          <Textarea
            label={t('move.reason')}
            required
            autosize
            minRows={3}
            minLength={REASON_LEAST}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldError(offer.error, 'reason')}
          />
          <div className={page.acts}>
            <Button
              type="submit"
              loading={offer.isPending}
              disabled={reason.trim().length < REASON_LEAST}
            >
              {t('move.send')}
            </Button>
            <Button variant="subtle" color="gray" onClick={close}>
              {t('common.cancel')}
            </Button>
          </div>
          <Refused error={offer.error} />
        </form>
      </Modal>
    </div>
  );
}
