import { expect, type Page, test } from '@playwright/test';
import { heading, invite, join, nav } from './acts';
import { complaints } from './axe';
import { arrive, PEOPLE, signIn } from './people';

// Niamh, who votes for Gallagher, works for Prescott besides for a while. Then scene vii: she takes up an offer to move
// with the login that Prescott gave her, and Ciarán answers for Gallagher from then on. Each run founds its own alliance.
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const ALLIANCE = `Western Circle ${RUN}`;
const SLUG = `western-circle-${RUN}`;
const [OLD_FIRM, NEW_FIRM] = ['Gallagher Doyle Solicitors', 'Prescott Vane LLP'];
const REASON = 'You have run the trials that we shall begin to run.';

let marcus: Page;
let niamh: Page;
let ciaran: Page;

test.beforeAll(async ({ browser }) => {
  marcus = await arrive(browser, PEOPLE.marcus);
});
test.afterAll(() => Promise.all([marcus, niamh, ciaran].map((page) => page?.context().close())));

const at = (path: string) => `/a/${SLUG}${path}`;

/** From the list of firms, as everybody gets there. */
async function firmPage(page: Page, firm: string): Promise<void> {
  await page.goto(at('/people/enrol'));
  await page.getByRole('main').getByRole('link', { name: firm }).click();
  await expect(heading(page, firm)).toBeVisible();
}

const line = (page: Page, name: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: name });

test('two firms are together, and the first of each votes for it', async ({ browser }) => {
  await marcus.goto('/found');
  await marcus.getByLabel('Name of the alliance').fill(ALLIANCE);
  await marcus.getByLabel('Name of the firm').fill(NEW_FIRM);
  await marcus.getByLabel('Short name').fill('Prescott');
  await marcus.getByLabel('Mail domains').fill('prescott.example');
  await marcus.getByRole('button', { name: 'Found the alliance' }).click();
  await expect(heading(marcus, ALLIANCE)).toBeVisible();
  await marcus.getByRole('link', { name: /Enrol the firms/ }).click();
  await marcus.getByLabel('Name of the firm').fill(OLD_FIRM);
  await marcus.getByLabel('Short name').fill('Gallagher');
  await marcus.getByRole('textbox', { name: 'Mail domains' }).fill('gallagher.example');
  await marcus.getByRole('button', { name: 'Enrol the firm' }).click();
  await expect(line(marcus, OLD_FIRM)).toBeVisible();

  await marcus.goto(at('/people/invite'));
  for (const [name, email, reason] of [
    ['Niamh Gallagher', PEOPLE.niamh, 'You have run more trials than all of us.'],
    ['Ciarán Doyle', PEOPLE.ciaran, 'You wrote what the trials were judged by.'],
  ] as const) {
    await invite(marcus, name, email, OLD_FIRM, reason);
    await expect(marcus.getByText(`The invitation to ${name} is on its way.`)).toBeVisible();
  }
  niamh = await arrive(browser, PEOPLE.niamh);
  await niamh.goto('/');
  await join(niamh, ALLIANCE, 'To see what others ask at a trial.');
  ciaran = await arrive(browser, PEOPLE.ciaran);
  await ciaran.goto('/');
  await join(ciaran, ALLIANCE, 'To write less, and better.');
  await firmPage(ciaran, OLD_FIRM);
  await expect(line(ciaran, 'Niamh Gallagher')).toContainText('Delegate');
  await expect(line(ciaran, 'you')).not.toContainText('Delegate');
});

test('a firm offers a second place, each login acts for its firm, and the person ends it', async ({
  browser,
}) => {
  await firmPage(marcus, OLD_FIRM);
  await marcus.getByRole('main').getByRole('link', { name: 'Niamh Gallagher' }).click();
  await marcus.getByRole('button', { name: 'Offer a place at my firm' }).click();
  await marcus.getByRole('radio', { name: 'A second firm' }).check();
  await marcus.getByLabel('Why your firm wants this person').fill(REASON);
  await marcus.getByRole('button', { name: 'Send the offer' }).click();
  await expect(marcus.getByText('Your offer to Niamh Gallagher is sent.')).toBeVisible();

  await nav(niamh, 'Home').click();
  const asked = niamh.getByRole('listitem').filter({ hasText: 'would like you to work there' });
  await asked.getByRole('link', { name: 'Open' }).click();
  const offer = niamh.getByRole('article').filter({ hasText: REASON });
  await expect(offer).toContainText('would like you to work for it as well');
  await offer.getByRole('button', { name: 'Agree' }).click();
  const address = await offer.getByRole('status').locator('code').first().innerText();

  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(page, PEOPLE.theo);
  await page.goto(address);
  await page.getByRole('button', { name: 'Take up the offer' }).click();
  await expect(heading(page, ALLIANCE)).toBeVisible();
  await nav(page, 'Mine').click();
  await expect(page.getByText(`With this sign-in you act for ${NEW_FIRM}`)).toBeVisible();
  expect.soft(await complaints(page), 'two firms').toEqual([]);
  await nav(niamh, 'Home').click();
  await nav(niamh, 'Mine').click();
  await expect(niamh.getByText(`With this sign-in you act for ${OLD_FIRM}`)).toBeVisible();

  await niamh.getByRole('button', { name: 'End the second place' }).click();
  await niamh.getByRole('button', { name: 'Stop now' }).click();
  await expect(niamh.getByText(`You no longer work for ${NEW_FIRM} here.`)).toBeVisible();
  await expect(heading(page, 'There is nothing here')).toBeVisible();
  await nav(niamh, 'People').click();
  await expect(heading(niamh, 'People')).toBeVisible();
  await page.context().close();
});

test('a firm with a seat offers it to a member of another firm, and beyond the seats it cannot', async () => {
  await firmPage(marcus, NEW_FIRM);
  await marcus.getByLabel('Number of seats').fill('1');
  await marcus.getByRole('button', { name: 'Set the seats' }).click();
  await expect(marcus.getByText('1 of 1 seats are taken.')).toBeVisible();

  await firmPage(marcus, OLD_FIRM);
  await marcus.getByRole('main').getByRole('link', { name: 'Niamh Gallagher' }).click();
  await marcus.getByRole('button', { name: 'Offer a place at my firm' }).click();
  await marcus.getByLabel('Why your firm wants this person').fill(REASON);
  await marcus.getByRole('button', { name: 'Send the offer' }).click();
  await expect(marcus.getByRole('alert')).toContainText('No seat of this firm is free.');

  await firmPage(marcus, NEW_FIRM);
  await marcus.getByLabel('Number of seats').fill('2');
  await marcus.getByRole('button', { name: 'Set the seats' }).click();
  await expect(marcus.getByText('1 of 2 seats are taken.')).toBeVisible();
  await firmPage(marcus, OLD_FIRM);
  await marcus.getByRole('main').getByRole('link', { name: 'Niamh Gallagher' }).click();
  await marcus.getByRole('button', { name: 'Offer a place at my firm' }).click();
  await marcus.getByLabel('Why your firm wants this person').fill(REASON);
  await marcus.getByRole('button', { name: 'Send the offer' }).click();
  await expect(marcus.getByText('Your offer to Niamh Gallagher is sent.')).toBeVisible();
});

test('the person takes it up with the login of the new firm, and another answers for the old one', async ({
  browser,
}) => {
  await nav(niamh, 'Mine').click();
  const offer = niamh.getByRole('article').filter({ hasText: REASON });
  await expect(offer).toContainText('would like you to move to it');
  await offer.getByRole('button', { name: 'Agree' }).click();
  const told = offer.getByRole('status');
  const address = await told.locator('code').first().innerText();
  expect.soft(await complaints(niamh), 'the code').toEqual([]);

  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await signIn(page, PEOPLE.theo);
  await page.goto(address);
  await expect(heading(page, 'Begin at the firm that asked you')).toBeVisible();
  expect.soft(await complaints(page), 'taking it up').toEqual([]);
  await page.getByRole('button', { name: 'Take up the offer' }).click();
  await expect(heading(page, ALLIANCE)).toBeVisible();

  await expect(heading(niamh, 'There is nothing here')).toBeVisible();
  await firmPage(ciaran, OLD_FIRM);
  await expect(line(ciaran, 'you')).toContainText('Delegate');
  await expect(line(ciaran, 'Niamh Gallagher')).toHaveCount(0);
  await expect(ciaran.getByRole('checkbox', { name: 'Delegate' })).toBeChecked();

  await firmPage(page, NEW_FIRM);
  await expect(page.getByText('2 of 2 seats are taken.')).toBeVisible();
  await firmPage(page, OLD_FIRM);
  await expect(page.getByText('seats are taken')).toHaveCount(0);
  await page.context().close();
  await firmPage(marcus, NEW_FIRM);
  await expect(marcus.getByText('A move: taken up')).toBeVisible();
});
