import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listen, type News } from './feed';

/** Stands in for the browser's own EventSource, which jsdom does not have. */
class Wire extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Wire[] = [];
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly url: string) {
    super();
    Wire.opened.push(this);
  }
  close() {
    this.readyState = Wire.CLOSED;
  }
}

beforeEach(() => {
  Wire.opened = [];
  vi.stubGlobal('EventSource', Wire);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('pointers and resets are passed on', () => {
  const heard: News[] = [];
  const stop = listen((news) => heard.push(news));
  const wire = Wire.opened[0];
  const pointer = { alliance: 'a', type: 'contribution.submitted.v1', subject: 's', at: 't' };
  wire?.onopen?.();
  wire?.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(pointer) }));
  wire?.dispatchEvent(new MessageEvent('reset'));
  expect(heard).toEqual([{ kind: 'connected' }, { kind: 'change', pointer }, { kind: 'reset' }]);
  stop();
});

test('a connection that the browser gave up is begun anew, and then everything is read again', () => {
  const heard: News[] = [];
  const stop = listen((news) => heard.push(news));
  const [first] = Wire.opened;
  first?.close();
  first?.onerror?.();
  vi.advanceTimersByTime(1000);
  expect(Wire.opened).toHaveLength(2);
  Wire.opened[1]?.onopen?.();
  expect(heard.map((news) => news.kind)).toEqual(['lost', 'connected', 'reset']);
  stop();
});

test('while the browser resumes by itself we do not interfere', () => {
  const stop = listen(() => {});
  const [first] = Wire.opened;
  if (first) first.readyState = 0;
  first?.onerror?.();
  vi.advanceTimersByTime(60_000);
  expect(Wire.opened).toHaveLength(1);
  stop();
});
