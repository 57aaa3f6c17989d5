import { body, membership } from '@/shared/api/http';
import { useAct } from '@/shared/api/useAct';
import { arrived, useOwnNow } from '@/shared/session/arrival';

/** The answer is the code, told this once. */
export function useAskForNewLogin(alliance: string) {
  return useAct({
    alliance,
    touches: [],
    send: (command, _: undefined) =>
      body(
        membership.PUT('/api/alliances/{alliance}/people/mine/new-login', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
        }),
      ),
  });
}

/** `done` learns the address of the alliance in which this login is the member now. */
export function useTakeOver(alliance: string, done: (slug: string) => void) {
  const own = useOwnNow(alliance, done);
  return useAct({
    alliance,
    touches: ['people'],
    send: async (command, code: string) => {
      const taken = await body(
        membership.PUT('/api/alliances/{alliance}/people/mine/new-login/takeover', {
          params: { path: { alliance }, header: { 'Idempotency-Key': command } },
          body: { code },
        }),
      );
      await arrived(alliance);
      return taken;
    },
    done: own,
  });
}
