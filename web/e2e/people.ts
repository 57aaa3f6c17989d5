import { type Browser, expect, type Page, test } from '@playwright/test';

/** Demo people: two firms with OIDC providers of their own, one with SAML, the others with accounts here. */
export const PEOPLE = {
  eleanor: 'eleanor.whitcombe@hartwell.example',
  matthias: 'matthias.osterloh@brandt.example',
  leyla: 'leyla.demirci@brandt.example',
  astrid: 'astrid.lindqvist@lindqvist.example',
  samuel: 'samuel.tesfaye@lindqvist.example',
  ingrid: 'ingrid.vasquez@aurelia.example',
  niamh: 'niamh.gallagher@gallagher.example',
  ciaran: 'ciaran.doyle@gallagher.example',
  marcus: 'marcus.prescott@prescott.example',
  aoi: 'aoi.minamoto@haruna.example',
  ngozi: 'ngozi.okonkwo@okonkwo.example',
  theo: 'theo.abernathy@prescott.example',
} as const;

export const PASSWORD = 'commonweal';
const STEPS_MAX = 6;

function isOurs(page: Page): boolean {
  return new URL(page.url()).origin === new URL(test.info().project.use.baseURL ?? '').origin;
}

/** Signs in as a person does: the address first, then whatever the firm's own provider asks. */
export async function signIn(page: Page, email: string, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Sign in with your firm' }).click();
  const name = page.locator('input[name=username]');
  const password = page.locator('input[name=password]');
  const arrived = page.locator('#root main h1');
  for (let step = 0; step < STEPS_MAX; step++) {
    await expect(name.or(password).or(arrived).first()).toBeVisible();
    if (isOurs(page)) break;
    if (await name.isVisible()) await name.fill(email);
    if (await password.isVisible()) await password.fill(PASSWORD);
    const left = page.url();
    await page.locator('button[type=submit]').first().click();
    await page.waitForURL((url) => url.href !== left);
  }
  await expect(arrived).toBeVisible();
}

/** A browser of its own for one person, signed in. */
export async function arrive(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}
