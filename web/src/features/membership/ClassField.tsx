import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ParticipantClass } from '@/shared/api/types';

const CLASSES: ParticipantClass[] = ['MEMBER', 'EXPERT', 'CUSTOMER', 'GUEST'];

interface Props {
  value: ParticipantClass;
  change: (to: ParticipantClass) => void;
  /** Whether a guest can be meant, for whom a goal must be named. */
  guests?: boolean;
  error?: string;
}

/** As what somebody is asked in, and what that lets them do. */
export function ClassField({ value, change, guests = false, error }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('invite.class')}
      description={t(`classHelp.${value}`)}
      required
      allowDeselect={false}
      data={CLASSES.filter((one) => guests || one !== 'GUEST').map((one) => ({
        value: one,
        label: t(`class.${one}`),
      }))}
      value={value}
      onChange={(picked) => change(picked ?? 'MEMBER')}
      error={error}
    />
  );
}
