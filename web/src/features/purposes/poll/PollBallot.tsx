import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Marks, Poll } from '@/shared/api/types';
import page from '@/shared/ui/page.module.css';
import { DotBallot, ScoreBallot, SignUpBallot, TimeBallot } from './MarkBallots';
import { isBlank, isSame, nothing } from './marks';
import { RankBallot } from './RankBallot';

interface Props {
  poll: Poll;
  /** What was cast before. */
  cast: Marks | null | undefined;
  abstains: boolean;
  pending: boolean;
  send: (marks: Marks | null) => void;
}

/** The ballot of a question with options: marked as one likes, then cast with one press. */
export function PollBallot({ poll, cast, abstains, pending, send }: Props) {
  const { t } = useTranslation();
  const [marks, setMarks] = useState<Marks>(cast ?? nothing(poll.method));
  const same = isSame(marks, cast);
  return (
    <form
      className={page.form}
      onSubmit={(event) => {
        event.preventDefault();
        send(marks);
      }}
    >
      <p className={page.soft}>{t(`poll.how.${poll.method}`)}</p>
      <Marking poll={poll} marks={marks} change={setMarks} />
      <div className={page.acts}>
        <Button type="submit" size="md" loading={pending} disabled={isBlank(marks) || same}>
          {t(cast ? 'poll.castAgain' : 'poll.cast')}
        </Button>
        <Button
          type="button"
          size="md"
          variant={abstains ? 'filled' : 'default'}
          aria-pressed={abstains}
          disabled={pending}
          onClick={() => send(null)}
        >
          {t('proposal.act.ABSTAIN')}
        </Button>
        {cast && same && (
          <span role="status" className={`${page.small} ${page.soft}`}>
            {t('poll.isCast')}
          </span>
        )}
      </div>
    </form>
  );
}

interface MarkingProps {
  poll: Poll;
  marks: Marks;
  change: (marks: Marks) => void;
}

function Marking({ poll, marks, change }: MarkingProps) {
  switch (poll.method) {
    case 'RANKED_IRV':
    case 'RANKED_SCHULZE':
      return (
        <RankBallot
          poll={poll}
          ranking={marks.ranking ?? []}
          change={(ranking) => change({ ranking })}
        />
      );
    case 'SCORE':
      return (
        <ScoreBallot
          poll={poll}
          marks={marks.scores ?? {}}
          change={(scores) => change({ scores })}
        />
      );
    case 'DOT':
      return <DotBallot poll={poll} marks={marks.dots ?? {}} change={(dots) => change({ dots })} />;
    case 'COUNT':
      return (
        <SignUpBallot
          poll={poll}
          chosen={marks.in ?? []}
          change={(chosen) => change({ in: chosen })}
        />
      );
    case 'TIME':
      return (
        <TimeBallot poll={poll} marks={marks.times ?? {}} change={(times) => change({ times })} />
      );
  }
}
