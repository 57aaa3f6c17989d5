import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '@/shared/api/types';
import { useDraft } from '@/shared/keep/useDraft';
import { useHere } from '@/shared/session/alliance';
import { Icon } from '@/shared/ui/Icon';
import { Loaded, Refused } from '@/shared/ui/Loaded';
import { Section } from '@/shared/ui/Page';
import page from '@/shared/ui/page.module.css';
import { useSay } from '@/shared/ui/Say';
import { usePersonName } from '@/shared/ui/Who';
import { thanks, useThank } from './queries';
import { ThanksLine } from './ThanksLine';

const EMPTY = { text: '' };

/** Thanks for one contribution, and room for mine. */
export function ThanksFor({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  const here = useHere();
  const found = useInfiniteQuery(thanks(here.id, { contribution: work.id }));
  const mayThank = work.author !== here.me.id && work.state !== 'HISTORICAL';
  const given = found.data ?? [];
  if (!mayThank && given.length === 0) return null;
  return (
    <Section title={t('thanks.title')}>
      <Loaded query={found}>
        {(items) =>
          items.length > 0 && (
            <ul className={page.list}>
              {items.map((one) => (
                <li key={one.id}>
                  <ThanksLine thanks={one} about={false} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayThank && <ThankForm work={work} />}
    </Section>
  );
}

function ThankForm({ work }: { work: Contribution }) {
  const { t } = useTranslation();
  const here = useHere();
  const say = useSay();
  const author = usePersonName(work.author);
  const { value, change, clear } = useDraft(`thanks.${work.id}`, EMPTY);
  const thank = useThank(here.id, work.id, () => {
    clear();
    say(t('thanks.sent', { name: author }));
  });
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        thank.mutate(value.text.trim());
      }}
    >
      <Textarea
        label={t('thanks.text', { name: author })}
        description={t('thanks.help')}
        required
        autosize
        maxLength={500}
        value={value.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={page.acts}>
        <Button
          type="submit"
          variant="default"
          leftSection={<Icon name="thanks" />}
          loading={thank.isPending}
          disabled={!value.text.trim()}
        >
          {t('thanks.send')}
        </Button>
        <Refused error={thank.error} />
      </div>
    </form>
  );
}
