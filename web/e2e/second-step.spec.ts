import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { heading } from './acts';
import { complaints } from './axe';
import { arrive, PASSWORD, PEOPLE, signIn } from './people';

// Aoi has an account of the platform's own realm. At the end nothing guards it but its password, as at the beginning.
test.describe.configure({ mode: 'serial' });

let page: Page;
let device: CDPSession;
let key: string;
let codes: string[];

test.beforeAll(async ({ browser }) => {
  page = await arrive(browser, PEOPLE.aoi);
  device = await page.context().newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true },
  });
  key = authenticatorId;
});
test.afterAll(() => page?.context().close());

async function signOut(): Promise<void> {
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in with your firm' })).toBeVisible();
}

/** Until the password is accepted. */
async function enter(): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your firm' }).click();
  await page.locator('input[name=username]').fill(PEOPLE.aoi);
  await page.locator('button[type=submit]').first().click();
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('button[type=submit]').first().click();
}

async function guards(): Promise<void> {
  await page.goto('/me/sessions');
  await expect(heading(page, 'Where you are signed in')).toBeVisible();
}

test('a security key is set up where one signs in', async () => {
  await guards();
  await page.getByRole('link', { name: 'Set up a security key' }).click();
  await expect(heading(page, 'Set up a security key')).toBeVisible();
  expect.soft(await complaints(page), 'setting up a key').toEqual([]);
  page.once('dialog', (dialog) => dialog.accept('The blue key'));
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(heading(page, 'Where you are signed in')).toBeVisible();
  const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId: key });
  expect(credentials).toHaveLength(1);
});

test('recovery codes are told once', async () => {
  await page.getByRole('link', { name: 'Get recovery codes' }).click();
  await expect(page.getByRole('button', { name: 'Copy' })).toBeVisible();
  expect.soft(await complaints(page), 'recovery codes').toEqual([]);
  codes = await page.locator('ol li').allInnerTexts();
  await page.getByRole('checkbox', { name: 'I have saved these codes' }).check();
  await page.getByRole('button', { name: 'Complete setup' }).click();
  await expect(heading(page, 'Where you are signed in')).toBeVisible();
});

test('who has a key is asked for it after the password', async () => {
  await signOut();
  await enter();
  await expect(heading(page, 'Your security key')).toBeVisible();
  await expect(page.getByText('The blue key')).toBeVisible();
  expect.soft(await complaints(page), 'the key').toEqual([]);
  await page.getByRole('button', { name: 'Use the security key' }).click();
  await expect(page.locator('#root main h1')).toBeVisible();
});

test('a key that does not answer lets nobody in, and a recovery code does, once', async () => {
  await signOut();
  await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: key });
  await enter();
  await page.getByRole('link', { name: 'Try Another Way' }).click();
  await expect(page.getByRole('button', { name: 'Security key' })).toBeVisible();
  expect.soft(await complaints(page), 'other ways').toEqual([]);
  await page.getByRole('button', { name: 'Recovery Authentication Code' }).click();
  const field = page.locator('input[name=recoveryCodeInput]');
  await field.fill('AAAA-BBBB-CCCC');
  await page.locator('[type=submit]').first().click();
  await expect(page.getByText('Invalid recovery authentication code')).toBeVisible();
  expect.soft(await complaints(page), 'a wrong code').toEqual([]);
  await field.fill(codes[0] ?? '');
  await page.locator('[type=submit]').first().click();
  await expect(page.locator('#root main h1')).toBeVisible();
});

test('a lost key is taken off the account, and the codes too', async () => {
  await guards();
  await page.getByRole('link', { name: 'See what is set up' }).click();
  for (const kind of ['webauthn', 'recovery-authn-codes']) {
    const kept = page.getByTestId(`${kind}/credential-list`);
    await kept.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Confirm deletion' }).click();
    await expect(page.getByTestId(`${kind}/not-set-up`)).toBeVisible();
  }
  await page.goto('/');
  await signOut();
  await signIn(page, PEOPLE.aoi);
});
