// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useDraft } from './useDraft';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const EMPTY = { text: '' };

function Form({ done }: { done: () => void }) {
  const words = useDraft('note', EMPTY);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        words.clear();
        done();
      }}
    >
      <input
        value={words.value.text}
        onChange={(event) => words.change({ text: event.currentTarget.value })}
      />
      <button type="submit">Send</button>
    </form>
  );
}

function Page() {
  const [open, setOpen] = useState(true);
  if (open) return <Form done={() => setOpen(false)} />;
  return (
    <button type="button" onClick={() => setOpen(true)}>
      Once more
    </button>
  );
}

const text = () => (screen.getByRole('textbox') as HTMLInputElement).value;

test('words outlive the page, and do not come back once they were sent and the form was taken away', async () => {
  const person = userEvent.setup();
  render(<Page />);
  await person.type(screen.getByRole('textbox'), 'To all of us');
  cleanup();
  render(<Page />);
  expect(text()).toBe('To all of us');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await person.click(screen.getByRole('button', { name: 'Once more' }));
  expect(text()).toBe('');
});
