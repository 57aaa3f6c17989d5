import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { key, ME, type Topic } from '../api/keys';
import type { News } from './feed';
import { subscribe } from './subscribe';
import { topicsOf } from './topics';

const GATHER_MILLIS = 120;
/** The read models behind a pointer may follow it a moment later, so what it touches is read twice. */
const AGAIN_MILLIS = 1500;
/** A connection that is back within this time was never worth a word. */
const PATIENCE_MILLIS = 4000;

/** Keeps every open page true: pointers of the stream make what they touch stale. Returns whether the stream lives. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [alive, setAlive] = useState(true);

  useEffect(() => {
    const stale = new Map<string, { topic: Topic; alliance: string }>();
    const timers = new Set<ReturnType<typeof setTimeout>>();
    let mourning: ReturnType<typeof setTimeout> | undefined;
    let gathering = false;
    let meToo = false;

    function later(work: () => void, millis: number) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, millis);
      timers.add(timer);
      return timer;
    }
    function reread() {
      gathering = false;
      const keys: QueryKey[] = [...stale.values()].map((one) => key(one.topic, one.alliance));
      if (meToo) keys.push(ME);
      stale.clear();
      meToo = false;
      const again = () => {
        for (const queryKey of keys) void client.invalidateQueries({ queryKey });
      };
      again();
      later(again, AGAIN_MILLIS);
    }
    function hear(news: News) {
      switch (news.kind) {
        case 'connected':
          clearTimeout(mourning);
          mourning = undefined;
          setAlive(true);
          return;
        case 'lost':
          mourning ??= later(() => setAlive(false), PATIENCE_MILLIS);
          return;
        case 'reset':
          void client.invalidateQueries();
          return;
        case 'change': {
          const { alliance, type } = news.pointer;
          for (const topic of topicsOf(type)) stale.set(topic + alliance, { topic, alliance });
          meToo ||= type.startsWith('membership.');
          if (!gathering) later(reread, GATHER_MILLIS);
          gathering = true;
        }
      }
    }

    const leave = subscribe(hear);
    return () => {
      leave();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [client]);

  return alive;
}
