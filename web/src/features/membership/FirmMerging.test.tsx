// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Body, Merger } from '@/shared/api/types';
import { answering, shown } from '../../../tests/rendered';
import { FirmMerging } from './FirmMerging';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function proposed(people: number): Merger {
  return {
    id: 'merger',
    from: 'firm-bob',
    into: 'firm-ada',
    state: 'PROPOSED',
    ours: false,
    proposedAt: '2026-05-06T07:08:09Z',
    answeredAt: null,
    effect: {
      from: 'firm-bob',
      into: 'firm-ada',
      people,
      persons: [],
      seatsNeeded: people,
      seatsFree: null,
      officesEnding: 0,
      openInvitations: 0,
      openApplications: 0,
    },
  } as unknown as Merger;
}

test('who is told that other people have come meanwhile reads of them, and can confirm', async () => {
  let people = 3;
  const sent = answering({
    'PUT ': () => {
      people = 4;
      const type = 'urn:commonweal:refusal:merger-unconfirmed';
      return Response.json({ type }, { status: 409 });
    },
    '/mergers': () => ({ items: [proposed(people)], next: null }),
  });
  await shown(<FirmMerging body={{ id: 'firm-ada', shortName: 'ada' } as Body} />);
  const person = userEvent.setup();
  await person.click(await screen.findByRole('button', { name: 'Accept …' }));
  const confirm = await screen.findByRole('button', { name: 'Take them in now' });
  await person.click(confirm);
  expect(await screen.findByText(/4 memberships go on/)).toBeTruthy();
  await person.click(confirm);
  const confirmed = () => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  await waitFor(() => expect(confirmed()).toEqual([{ people: 3 }, { people: 4 }]));
});
