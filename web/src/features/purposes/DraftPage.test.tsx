// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { RULE, rulebookOf } from '../../../tests/proposals';
import { answering, shown } from '../../../tests/rendered';
import { DraftPage } from './DraftPage';

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

const RULES = { '/rulebook': rulebookOf({ ...RULE, matter: 'PURPOSE' }) };
const draft = (version: number, output: string) => ({
  id: 'draft',
  title: 'One list',
  state: 'DRAFT',
  version,
  output,
});
const output = () => screen.getByRole('textbox', { name: 'Output' }) as HTMLInputElement;

test('what somebody else saves meanwhile takes no words away and is not overwritten unread', async () => {
  let saved = draft(1, 'A list');
  const sent = answering({
    PATCH: ({ read }: { read: string | null }) => {
      const type = 'urn:commonweal:refusal:changed-meanwhile';
      if (read === '"2"') return saved;
      saved = draft(2, 'A list of all sites');
      return Response.json({ type }, { status: 412 });
    },
    '/drafts/draft': () => saved,
    ...RULES,
  });
  const person = userEvent.setup();
  await shown(<DraftPage id="draft" />);
  await person.type(await screen.findByRole('textbox', { name: 'Output' }), ' that we use');
  await person.click(screen.getByRole('button', { name: 'Save the draft' }));
  expect(await screen.findByText('A list of all sites')).toBeTruthy();
  expect(output().value).toBe('A list that we use');
  cleanup();
  await shown(<DraftPage id="draft" />);
  await person.click(await screen.findByRole('button', { name: 'Go on with my words' }));
  expect(output().value).toBe('A list that we use');
  await person.click(screen.getByRole('button', { name: 'Save the draft' }));
  const read = () => sent.filter(({ method }) => method === 'PATCH').map((one) => one.read);
  await waitFor(() => expect(read()).toEqual(['"1"', '"2"']));
});

test('who is no member reads a draft', async () => {
  answering({ '/drafts/draft': draft(1, 'A list'), ...RULES });
  await shown(<DraftPage id="draft" />, { class: 'GUEST' });
  expect(await screen.findByText('A list')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});
