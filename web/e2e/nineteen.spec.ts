import { expect, test } from '@playwright/test';
import { arrive } from './people';

/** One person of each firm who has joined nothing, by mail address; each firm has its own provider. */
const NEWCOMERS = process.env.COMMONWEAL_NEWCOMERS?.split(',') ?? [];

const HIDDEN = ['', '/people', '/organizations', '/contributions', '/purpose'];

test.skip(NEWCOMERS.length === 0, 'the nineteen providers are connected by the module infra/e2e');

test('nineteen firms sign in for the first time, and nobody is a member', async ({ browser }) => {
  test.setTimeout(600_000);
  expect(NEWCOMERS).toHaveLength(19);
  for (const email of NEWCOMERS) {
    const page = await arrive(browser, email);
    await expect(page.getByRole('heading', { level: 1, name: /^Welcome, / })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Meridian Legal Alliance' })).toHaveCount(0);
    await page.goto('/a/meridian');
    await expect(
      page.getByRole('heading', { level: 1, name: 'There is nothing here' }),
    ).toBeVisible();
    await page.context().close();
  }
});

test('what is hidden in the page is hidden behind it', async ({ browser }) => {
  const member = await arrive(browser, 'ingrid.vasquez@aurelia.example');
  const { alliances } = await member.evaluate(async () => (await fetch('/api/me')).json());
  const { id } = alliances.find(({ slug }: { slug: string }) => slug === 'meridian');
  await member.context().close();
  const page = await arrive(browser, NEWCOMERS[0] ?? '');
  const doors = HIDDEN.map((door) => `/api/alliances/${id}${door}`);
  const answers = await page.evaluate(
    (all) => Promise.all(all.map(async (one) => (await fetch(one)).status)),
    doors,
  );
  expect(answers).toEqual(doors.map(() => 404));
  await page.context().close();
});
