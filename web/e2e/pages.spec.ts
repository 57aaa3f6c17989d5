import { expect, type Page, test } from '@playwright/test';
import { complaints } from './axe';
import { arrive, PEOPLE } from './people';
import { PLACES, type Things } from './places';

let page: Page;
let things: Things;
test.beforeAll(async ({ browser }) => {
  page = await arrive(browser, PEOPLE.ingrid);
  things = await thingsOf(page);
});
test.afterAll(() => page?.context().close());

/** The first thing of each kind in the demo alliance, as the API lists them. */
function thingsOf(page: Page): Promise<Things> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(path)).json();
    const { alliances } = await read('/api/me');
    const { id } = alliances.find(({ slug }: { slug: string }) => slug === 'meridian');
    const first = async (kind: string) =>
      (await read(`/api/alliances/${id}/${kind}?limit=1`)).items[0].id as string;
    return {
      proposal: await first('proposals'),
      goal: await first('goals'),
      contribution: await first('contributions'),
      person: await first('people'),
      firm: await first('organizations'),
      pool: await first('pools'),
    };
  });
}

for (const [route, addressOf] of Object.entries(PLACES)) {
  test(`everybody can use ${route}: wide and narrow, light and dark`, async () => {
    await page.goto(addressOf(things));
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('One moment …')).toHaveCount(0);
    expect(await complaints(page)).toEqual([]);
  });
}

test('an address that leads nowhere says so and leads back', async () => {
  for (const path of ['/nowhere', '/a/no-such-alliance/people', '/a/meridian/nowhere']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
    expect.soft(await complaints(page), path).toEqual([]);
  }
  await page.getByRole('link', { name: 'Back to the start' }).click();
  await expect(page).toHaveURL(/\/(a\/meridian)?$/);
});

test('the keyboard alone reaches the content, a page and the menu', async () => {
  await page.setViewportSize({ width: 1280, height: 844 });
  await page.goto('/a/meridian/goals');
  await expect(page.getByRole('button', { name: 'Set a goal' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Set a goal' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Goal' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Set a goal' })).toBeFocused();

  const library = page.getByRole('link', { name: 'Library' }).first();
  await library.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Library' })).toBeFocused();
});

test('German is chosen in the menu and stays', async () => {
  await page.goto('/a/meridian');
  await page.getByRole('button', { name: 'Ingrid Vasquez' }).first().click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.getByRole('link', { name: 'Bibliothek' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Bibliothek' }).first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'Ingrid Vasquez' }).first().click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('link', { name: 'Library' }).first()).toBeVisible();
});
