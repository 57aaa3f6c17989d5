/** What the stream tells a page. `change` is a pointer only: the page reads the thing itself, under its own rights. */
export type News =
  | { kind: 'change'; pointer: Pointer }
  | { kind: 'reset' }
  | { kind: 'connected' }
  | { kind: 'lost' };

export interface Pointer {
  alliance: string;
  type: string;
  subject: string;
  at: string;
  link?: { kind: string; id: string } | null;
}

const STREAM = '/api/stream';
const PAUSE_MIN_MILLIS = 1000;
const PAUSE_MAX_MILLIS = 15_000;

/**
 * Listens to the stream for as long as the page (or the shared worker) lives. The browser itself resumes a broken
 * connection with Last-Event-ID; only when it gives up (the gateway refused) do we begin anew, with growing pauses, and
 * then say `reset`, because nothing tells what was missed.
 */
export function listen(tell: (news: News) => void): () => void {
  let source: EventSource | undefined;
  let pause = PAUSE_MIN_MILLIS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  function begin(anew: boolean) {
    const opened = new EventSource(STREAM);
    source = opened;
    opened.onopen = () => {
      pause = PAUSE_MIN_MILLIS;
      tell({ kind: 'connected' });
      if (anew) tell({ kind: 'reset' });
    };
    opened.addEventListener('change', (event) =>
      tell({ kind: 'change', pointer: JSON.parse(event.data) as Pointer }),
    );
    opened.addEventListener('reset', () => tell({ kind: 'reset' }));
    opened.onerror = () => {
      tell({ kind: 'lost' });
      if (opened.readyState !== EventSource.CLOSED || stopped) return;
      timer = setTimeout(() => begin(true), pause);
      pause = Math.min(pause * 2, PAUSE_MAX_MILLIS);
    };
  }

  begin(false);
  return () => {
    stopped = true;
    clearTimeout(timer);
    source?.close();
  };
}
