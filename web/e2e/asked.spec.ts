import { expect, test } from '@playwright/test';
import { arrive, PEOPLE } from './people';

const DAY = 24 * 60 * 60 * 1000;

/** A day from now, as a date field takes it. */
function day(from: number) {
  return new Date(Date.now() + from * DAY).toISOString().slice(0, 10);
}

test('who is named to stand in finds it among what needs them, and answers there', async ({
  browser,
}) => {
  const away = await arrive(browser, PEOPLE.matthias);
  await away.goto('/a/meridian/people');
  await away.getByRole('link', { name: 'My firm' }).click();
  await away.getByRole('button', { name: 'Name a deputy' }).click();
  await away.getByRole('combobox', { name: 'Colleague' }).click();
  await away.getByRole('option', { name: 'Leyla Demirci' }).click();
  await away.getByLabel('Away from').fill(day(2));
  await away.getByLabel('Back on').fill(day(9));
  await away.getByRole('button', { name: 'Name the deputy' }).click();
  await expect(away.getByText('not taken up yet')).toBeVisible();

  const named = await arrive(browser, PEOPLE.leyla);
  await named.goto('/a/meridian');
  const asked = named.getByRole('listitem').filter({ hasText: 'Stand in for Matthias Osterloh' });
  await expect(asked).toContainText('Why you: you are named to vote for the firm');
  await asked.getByRole('button', { name: 'Take it up' }).click();
  await expect(asked).toHaveCount(0);

  await expect(away.getByText('· taken up')).toBeVisible();
  await away.getByRole('button', { name: 'End it' }).click();
  await expect(away.getByRole('button', { name: 'End it' })).toHaveCount(0);
  await away.context().close();
  await named.context().close();
});
