import type { Browser, Page } from '@playwright/test';

/** Demo people of three firms: two with OIDC providers of their own, one with an account here. */
export const PEOPLE = {
  eleanor: 'eleanor.whitcombe@hartwell.example',
  matthias: 'matthias.osterloh@brandt.example',
  ingrid: 'ingrid.vasquez@aurelia.example',
} as const;

const PASSWORD = 'commonweal';
const STEPS_MAX = 5;

/** Signs in as a person does: the address first, then whatever the firm's own provider asks. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Sign in with your firm' }).click();
  for (let step = 0; step < STEPS_MAX; step++) {
    await page.waitForLoadState('domcontentloaded');
    if (new URL(page.url()).port === '8080') break;
    const name = page.locator('input[name=username]');
    const password = page.locator('input[name=password]');
    await name.or(password).first().waitFor();
    if (await name.isVisible()) await name.fill(email);
    if (await password.isVisible()) await password.fill(PASSWORD);
    const left = page.url();
    await page.locator('[type=submit]').first().click();
    await page.waitForURL((url) => url.href !== left);
  }
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

export async function arrive(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}
