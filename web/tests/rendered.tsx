import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { type Here, HereProvider } from '../src/shared/session/alliance';
import { startTexts } from '../src/shared/text/i18n';

// What a test waits for comes later on a machine that is slow and busy; by itself the library waits for a second.
configure({ asyncUtilTimeout: 30_000 });

/** Ada, a delegate of her firm. */
export const HERE = {
  id: 'alliance',
  slug: 'ours',
  organization: 'firm-ada',
  class: 'MEMBER',
  delegate: true,
  history: false,
  me: { id: 'ada', name: 'Ada' },
} as unknown as Here;

/** What was sent, in its order. */
export interface Sent {
  method: string;
  path: string;
  body: unknown;
  /** Which version it says was read. */
  read: string | null;
}

type Answer = (sent: Sent) => unknown;

/** Answers each request by the first of these whose words are in its method and address; else that nothing is there. */
export function answering(answers: Record<string, Answer | object>): Sent[] {
  const all: Sent[] = [];
  vi.stubGlobal('fetch', async (asked: Request | string, init?: RequestInit) => {
    const request =
      asked instanceof Request ? asked : new Request(new URL(asked, 'http://x'), init);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const sent = {
      method: request.method,
      path: pathname,
      body: text ? JSON.parse(text) : null,
      read: request.headers.get('If-Match'),
    };
    all.push(sent);
    const found = Object.entries(answers).find(([words]) =>
      `${sent.method} ${pathname}${search}`.includes(words),
    );
    if (!found) return Response.json({ items: [] });
    const answer = found[1];
    const given = typeof answer === 'function' ? (answer as Answer)(sent) : answer;
    return given instanceof Response ? given : Response.json(given);
  });
  return all;
}

/** A part of a page, in an alliance, in English. */
export async function shown(part: ReactNode, here: Partial<Here> = {}) {
  await startTexts();
  // What Mantine and the router ask of a browser.
  const deaf = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('matchMedia', () => ({ ...deaf, matches: false }));
  vi.stubGlobal('scrollTo', () => {});
  Object.defineProperty(document, 'fonts', { value: deaf, configurable: true });
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <HereProvider value={{ ...HERE, ...here }}>
          <RouterProvider router={router} />
        </HereProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
