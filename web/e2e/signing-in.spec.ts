import { expect, test } from '@playwright/test';
import { complaints } from './axe';
import { PASSWORD, PEOPLE } from './people';

const LOGINS = [
  { who: PEOPLE.ingrid, realm: 'Commonweal', says: 'then your firm' },
  { who: PEOPLE.eleanor, realm: 'Hartwell & Nye LLP', says: 'You sign in at Hartwell & Nye LLP' },
  { who: PEOPLE.astrid, realm: 'Lindqvist Advokatbyrå', says: 'You sign in at Lindqvist' },
];

test('whoever is not signed in finds out where to begin', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect.soft(await complaints(page), 'the landing page').toEqual([]);
  await page.getByRole('button', { name: 'Sign in with your firm' }).click();
  await expect(page.locator('input[name=username]')).toBeFocused();
  expect.soft(await complaints(page), 'the address').toEqual([]);
});

for (const { who, realm, says } of LOGINS)
  test(`the sign-in of ${realm} says whose it is, and everybody can use it`, async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Sign in with your firm' }).click();
    const name = page.locator('input[name=username]');
    const password = page.locator('input[name=password]');
    await expect(name).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('Commonweal');
    await name.fill(who);
    await page.locator('button[type=submit]').click();
    await expect(password).toBeVisible();
    await expect(page.getByRole('banner')).toContainText(realm);
    await expect(page.getByText(says)).toBeVisible();
    expect.soft(await complaints(page), 'the password').toEqual([]);

    if (await name.isVisible()) await name.fill(who);
    await password.fill('not the password');
    await page.locator('button[type=submit]').first().click();
    await expect(page.getByText('Invalid')).toBeVisible();
    expect.soft(await complaints(page), 'a wrong password').toEqual([]);

    if (await name.isVisible()) await name.fill(who);
    await password.fill(PASSWORD);
    await page.locator('button[type=submit]').first().click();
    await expect(page.locator('#root main h1')).toBeVisible();
  });

test('a sign-in that cannot be finished says so and leads back', async ({ page }) => {
  await page.goto('/oauth2/authorization/commonweal');
  const broken = new URL(page.url());
  broken.searchParams.set('redirect_uri', 'https://elsewhere.example/');
  await page.goto(broken.href);
  await expect(page.getByRole('heading', { level: 1, name: 'That did not work' })).toBeVisible();
  expect.soft(await complaints(page)).toEqual([]);
});
