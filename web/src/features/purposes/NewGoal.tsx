import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewGoal as Goal } from '@/shared/api/types';
import { usePeopleNamed } from '@/shared/directory/search';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Refused } from '@/shared/ui/Loaded';
import page from '@/shared/ui/page.module.css';
import { fieldError } from '@/shared/ui/refusals';
import { useSay } from '@/shared/ui/Say';
import { useSetGoal } from './queries';

const EMPTY = { title: '', unit: '', baseline: '', target: '', stretch: '', due: '', owner: '' };
const DECIMAL = '-?\\d+([.]\\d+)?';

interface Props {
  open: boolean;
  close: () => void;
}

/** A goal counts something, from where to where, until when, and one person answers for it. */
export function NewGoal({ open, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={open} onClose={close} title={t('goals.new')} size="md">
      <GoalForm close={close} />
    </Modal>
  );
}

function GoalForm({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const { value, change, clear } = useDraft(`goal.${here.id}`, EMPTY);
  const set = useSetGoal(here.id, () => {
    clear();
    say(t('goals.isSet'));
    close();
  });
  const field = (name: keyof typeof EMPTY) => ({
    label: t(`goals.${name}`),
    value: value[name],
    error: fieldError(set.error, name),
    onChange: (event: { currentTarget: { value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });
  const figure = (name: 'baseline' | 'target' | 'stretch') => ({
    ...field(name),
    inputMode: 'decimal' as const,
    pattern: DECIMAL,
    title: t('goals.decimal'),
  });

  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        const { stretch, ...rest } = value;
        set.mutate({ ...rest, ...(stretch && { stretch }) } satisfies Goal);
      }}
    >
      <TextInput
        {...field('title')}
        data-autofocus
        label={t('goals.headline')}
        description={t('goals.titleHelp')}
        required
        maxLength={200}
      />
      <TextInput {...field('unit')} description={t('goals.unitHelp')} required maxLength={40} />
      <TextInput {...figure('baseline')} description={t('goals.baselineHelp')} required />
      <TextInput {...figure('target')} description={t('goals.targetHelp')} required />
      <TextInput {...figure('stretch')} description={t('goals.stretchHelp')} />
      <TextInput {...field('due')} type="date" required />
      <Owner value={value.owner} choose={(owner) => change({ owner })} />
      <div className={page.acts}>
        <Button type="submit" loading={set.isPending} disabled={!value.owner}>
          {t('goals.set')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
      <Refused error={set.error} />
    </form>
  );
}

function Owner({ value, choose }: { value: string; choose: (person: string) => void }) {
  const { t } = useTranslation();
  const here = useHere();
  const { found, type } = usePeopleNamed(here.id, value);
  const self = { value: here.me.id, label: t('goals.me', { name: here.me.name }) };
  const others = found
    .filter((person) => person.id !== here.me.id)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <Select
      label={t('goals.owner')}
      description={t('goals.ownerHelp')}
      required
      searchable
      data={[self, ...others]}
      value={value || null}
      onChange={(person) => choose(person ?? '')}
      onSearchChange={type}
    />
  );
}
