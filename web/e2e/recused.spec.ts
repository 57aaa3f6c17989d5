import { expect, type Page, test } from '@playwright/test';
import { heading, invite, join, nav } from './acts';
import { complaints } from './axe';
import { arrive, PEOPLE } from './people';

// Scene iii: two firms put a purpose to the vote, one of them leaves it to the other, which sees why and decides alone.
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const ALLIANCE = `Northern Circle ${RUN}`;
const SLUG = `northern-circle-${RUN}`;
const [FIRM, OTHER] = ['Prescott Vane LLP', 'Gallagher Doyle Solicitors'];
const REASON = 'We are asked to measure it, so we do not decide it.';

let marcus: Page;
let niamh: Page;

test.beforeAll(async ({ browser }) => {
  marcus = await arrive(browser, PEOPLE.marcus);
});
test.afterAll(() => Promise.all([marcus, niamh].map((page) => page?.context().close())));

const at = (path: string) => `/a/${SLUG}${path}`;

async function proposed(author: Page): Promise<void> {
  await nav(author, 'Purpose').click();
  await author.getByRole('link', { name: 'Draft a purpose' }).click();
  await author.getByLabel('The purpose in one line').fill('One list of questions for all trials');
  await author.getByLabel('Output').fill('A list that every firm uses.');
  await author.getByRole('textbox', { name: 'Measure' }).fill('Share of trials that use it.');
  await author.getByLabel('Deadline').fill('2031-06-30');
  await author.getByLabel('Goal').fill('Nobody writes such a list twice.');
  await author.getByRole('button', { name: 'Save the draft' }).click();
  await author.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(author.getByText('2 firms vote')).toBeVisible();
}

test('a firm leaves a ballot to the others, and everybody reads why', async ({ browser }) => {
  await marcus.goto('/found');
  await marcus.getByLabel('Name of the alliance').fill(ALLIANCE);
  await marcus.getByLabel('Name of the firm').fill(FIRM);
  await marcus.getByLabel('Short name').fill('Prescott');
  await marcus.getByLabel('Mail domains').fill('prescott.example');
  await marcus.getByRole('button', { name: 'Found the alliance' }).click();
  await expect(heading(marcus, ALLIANCE)).toBeVisible();
  await marcus.getByRole('link', { name: /Enrol the firms/ }).click();
  await marcus.getByLabel('Name of the firm').fill(OTHER);
  await marcus.getByLabel('Short name').fill('Gallagher');
  await marcus.getByRole('textbox', { name: 'Mail domains' }).fill('gallagher.example');
  await marcus.getByRole('button', { name: 'Enrol the firm' }).click();
  await expect(marcus.getByRole('main').getByRole('link', { name: OTHER })).toBeVisible();
  await marcus.goto(at('/people/invite'));
  await invite(marcus, 'Niamh Gallagher', PEOPLE.niamh, OTHER, 'You have run more trials than us.');
  niamh = await arrive(browser, PEOPLE.niamh);
  await niamh.goto('/');
  await join(niamh, ALLIANCE, 'To see what others ask at a trial.');

  await proposed(marcus);
  const address = new URL(marcus.url()).pathname;
  await niamh.goto(address);
  await niamh.getByRole('button', { name: 'No', exact: true }).click();
  await expect(niamh.getByText("Your firm's vote: No.")).toBeVisible();
  await niamh.getByRole('button', { name: 'Leave this to the others' }).click();
  expect(await complaints(niamh)).toEqual([]);
  await niamh.getByLabel('Why you leave it to the others').fill(REASON);
  await niamh.getByRole('button', { name: 'Leave it to the others' }).click();
  await expect(niamh.getByText('This is left to the others')).toBeVisible();
  await expect(niamh.getByRole('button', { name: 'Take part after all' })).toBeVisible();

  await expect(marcus.getByText(`leaves it to the others: ${REASON}`)).toBeVisible();
  await expect(marcus.getByText('0 of 1 votes are cast;')).toBeVisible();
  await marcus.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(marcus.getByText('1 of 1 votes are cast;')).toBeVisible();
});
