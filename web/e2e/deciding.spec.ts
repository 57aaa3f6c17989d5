import { expect, type Page, test } from '@playwright/test';
import { heading, invite, join, nav } from './acts';
import { complaints } from './axe';
import { arrive, PEOPLE } from './people';

// Five firms decide in the three ways beside a vote by name on yes and no: they rank options, they talk about something
// until it can be voted on, and they vote without names. Each run founds its own alliance.
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const ALLIANCE = `Assembly Circle ${RUN}`;
const SLUG = `assembly-circle-${RUN}`;
const FIRM = 'Prescott Vane LLP';
const OTHERS = [
  ['Gallagher Doyle Solicitors', 'Gallagher', 'gallagher.example', 'Niamh Gallagher', PEOPLE.niamh],
  ['Haruna & Sato', 'Haruna', 'haruna.example', 'Aoi Minamoto', PEOPLE.aoi],
  ['Aurelia Pharma SE', 'Aurelia', 'aurelia.example', 'Ingrid Vasquez', PEOPLE.ingrid],
  ['Okonkwo Bello LP', 'Okonkwo', 'okonkwo.example', 'Ngozi Okonkwo', PEOPLE.ngozi],
] as const;
const BALLOT_SECONDS = 45;
const CLOSED = { timeout: 90_000 };

let marcus: Page;
const joined: Page[] = [];
const [niamh, aoi] = [() => joined[0] as Page, () => joined[1] as Page];

test.beforeAll(async ({ browser }) => {
  marcus = await arrive(browser, PEOPLE.marcus);
});
test.afterAll(() => Promise.all([marcus, ...joined].map((page) => page?.context().close())));

const at = (path: string) => `/a/${SLUG}${path}`;

/** A moment that many seconds on, in the words of a field of local date and time. */
function soon(seconds: number): string {
  const then = new Date(Date.now() + seconds * 1000);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const words = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** The form that asks the members, with its question and the way in which it is answered. */
async function asking(page: Page, question: string, method: string): Promise<void> {
  await page.goto(at('/purpose'));
  await button(page, 'Ask the members a question').click();
  await words(page, 'The question').fill(question);
  await page.getByLabel('How we choose').selectOption(method);
}

async function opened(page: Page, question: string): Promise<string> {
  await page.getByLabel('The ballot closes').fill(soon(BALLOT_SECONDS));
  await button(page, 'Open the ballot').click();
  await expect(heading(page, question)).toBeVisible();
  await expect(page.getByText('5 firms vote')).toBeVisible();
  return new URL(page.url()).pathname;
}

test('five firms are together, each with somebody who votes for it', async ({ browser }) => {
  test.slow();
  await marcus.goto('/found');
  await marcus.getByLabel('Name of the alliance').fill(ALLIANCE);
  await marcus.getByLabel('Name of the firm').fill(FIRM);
  await marcus.getByLabel('Short name').fill('Prescott');
  await marcus.getByLabel('Mail domains').fill('prescott.example');
  await marcus.getByLabel('A ballot is open at least').selectOption('PT1S');
  await button(marcus, 'Found the alliance').click();
  await expect(heading(marcus, ALLIANCE)).toBeVisible();
  await marcus.goto(at('/people/enrol'));
  for (const [firm, short, domain] of OTHERS) {
    await marcus.getByLabel('Name of the firm').fill(firm);
    await marcus.getByLabel('Short name').fill(short);
    await marcus.getByRole('textbox', { name: 'Mail domains' }).fill(domain);
    await button(marcus, 'Enrol the firm').click();
    await expect(marcus.getByRole('main').getByRole('link', { name: firm })).toBeVisible();
  }
  await marcus.goto(at('/people/invite'));
  for (const [firm, short, , name, email] of OTHERS) {
    await invite(marcus, name, email, firm, `Nobody at ${short} has run more trials than you.`);
    await expect(marcus.getByText(`The invitation to ${name} is on its way.`)).toBeVisible();
  }
  for (const [, short, , , email] of OTHERS) {
    const page = await arrive(browser, email);
    joined.push(page);
    await page.goto('/');
    await join(page, ALLIANCE, `To see what others than ${short} ask at a trial.`);
  }
});

test('options are ranked on one page by taps, and the count is drawn when the ballot closes', async () => {
  await asking(marcus, 'Where do we meet?', 'RANKED_SCHULZE');
  await expect(marcus.getByLabel('How votes are kept').locator('option')).toHaveCount(2);
  await marcus.getByLabel('Option 1', { exact: true }).fill('Bern');
  await marcus.getByLabel('Option 2', { exact: true }).fill('Graz');
  const address = await opened(marcus, 'Where do we meet?');
  for (const [page, first, then] of [
    [marcus, 'Bern', 'Graz'],
    [niamh(), 'Bern', 'Graz'],
    [aoi(), 'Graz', 'Bern'],
  ] as const) {
    await page.goto(address);
    await button(page, first).click();
    await button(page, then).click();
    await expect(button(page, `${then} up`)).toBeVisible();
    await button(page, 'Cast the vote').click();
    await expect(page.getByText('This is cast.')).toBeVisible();
  }
  await expect(marcus.getByText('Chosen: Bern')).toBeVisible(CLOSED);
  expect.soft(await complaints(marcus), 'the result of a poll').toEqual([]);
});

test('what is talked about is said in other words after a concern, then voted on', async () => {
  const [first, second] = [
    'Shall we publish our list?',
    'Shall we publish our list without names?',
  ];
  await asking(marcus, first, 'YES_NO');
  await marcus.getByRole('checkbox', { name: 'Talk about it before a ballot opens' }).check();
  await button(marcus, 'Bring it up').click();
  await expect(heading(marcus, first)).toBeVisible();

  await niamh().goto(new URL(marcus.url()).pathname);
  await niamh().getByText('Against it', { exact: true }).first().click();
  await words(niamh(), 'Why').fill('Clients would know themselves.');
  await button(niamh(), 'Say it').click();
  await words(niamh(), 'A concern of yours').fill('It names clients.');
  await niamh()
    .getByRole('checkbox', { name: /I could not live with it/ })
    .check();
  await button(niamh(), 'Raise it').click();
  await expect(niamh().getByText('A blocking concern stands')).toBeVisible();
  expect.soft(await complaints(niamh()), 'a dialogue').toEqual([]);

  await button(marcus, 'Answer').click();
  await words(marcus, 'Your answer').fill('Then we leave the names out.');
  await button(marcus, 'Send').click();
  await button(marcus, 'Say it in other words').click();
  await words(marcus, 'The question').fill(second);
  await button(marcus, 'Put these words in their place').click();
  await expect(heading(niamh(), second)).toBeVisible();
  await expect(niamh().getByText('Then we leave the names out.')).toBeVisible();
  await expect(niamh().getByText('2 versions of the text')).toBeVisible();
  await button(niamh(), 'It is resolved').click();
  await expect(marcus.getByText('A blocking concern stands')).toHaveCount(0);

  await opened(marcus, second);
  for (const page of [marcus, niamh(), aoi()]) {
    await page.goto(new URL(marcus.url()).pathname);
    await button(page, 'Yes').click();
    await expect(page.getByText("Your firm's vote: Yes.")).toBeVisible();
  }
  await expect(marcus.getByText('It was adopted.')).toBeVisible(CLOSED);
});

test('who proposed it says what came of it and when it is looked at again, and somebody goes on from it', async () => {
  const { pathname } = new URL(marcus.url());
  await button(marcus, 'Say what came of it').click();
  await words(marcus, 'What came of it').fill('The list is on all five sites, without names.');
  await marcus.getByLabel('Look at it again on').fill(inDays(30));
  await button(marcus, 'Say it').click();
  await expect(marcus.getByText('It is looked at again on')).toBeVisible();
  await niamh().goto(pathname);
  await expect(niamh().getByText('The list is on all five sites')).toBeVisible();
  await expect(button(niamh(), 'Say it anew')).toHaveCount(0);
  await button(marcus, 'Look at it again').click();
  await words(marcus, 'How you come to it').fill('Two clients asked for it by now.');
  await button(marcus, 'Say it').click();
  await expect(marcus.getByText('It is kept')).toBeVisible();
  expect.soft(await complaints(marcus), 'what came of a decision').toEqual([]);

  await niamh().getByRole('link', { name: 'Follow up' }).click();
  await expect(niamh().getByText('It goes on from a proposal that is over')).toBeVisible();
});

test('a vote without a name outlives a reload, is hidden until the close, and is found by its owner', async () => {
  await asking(niamh(), 'Was this year worth it?', 'YES_NO');
  await niamh().getByLabel('How votes are kept').selectOption('anonymous');
  const address = await opened(niamh(), 'Was this year worth it?');
  for (const [page, choice] of [
    [niamh(), 'Yes'],
    [marcus, 'Yes'],
    [aoi(), 'No'],
  ] as const) {
    await page.goto(address);
    await button(page, choice).click();
    await expect(page.getByText(`In the box: ${choice}.`)).toBeVisible();
  }
  await aoi().reload();
  await expect(aoi().getByText('In the box: No.')).toBeVisible();
  await expect(aoi().getByText('No count and no choice is shown to anybody')).toBeVisible();
  await expect(aoi().getByText('Votes given to others')).toHaveCount(0);
  expect.soft(await complaints(aoi()), 'an anonymous ballot').toEqual([]);

  await expect(aoi().getByText('It was adopted.')).toBeVisible(CLOSED);
  await button(aoi(), 'Check my vote').click();
  await expect(aoi().getByText('Your vote was counted: No')).toBeVisible();
  await nav(marcus, 'Purpose').click();
  const line = marcus.getByRole('listitem').filter({ hasText: 'Was this year worth it?' });
  await expect(line).toContainText('2 yes, 1 no');
});

test('while the members decide what holds for everything, two firms become one with one vote', async () => {
  await marcus.goto(at('/rulebook'));
  await button(marcus, 'Propose a change of the rules').click();
  const form = marcus.getByRole('dialog');
  await words(marcus, 'The change in one line').fill('Words wait a day, three firms form');
  await form.getByRole('combobox', { name: 'Which rule' }).click();
  await marcus.getByRole('option', { name: 'what holds for everything' }).click();
  await form.getByRole('combobox', { name: 'Other words for the purpose wait for' }).click();
  await marcus.getByRole('option', { name: '1 day' }).click();
  await form.getByLabel('Firms with members').fill('3');
  await words(marcus, 'Reason').fill('We read fast, and two are a pair.');
  expect.soft(await complaints(marcus), 'the form of the rules').toEqual([]);
  await form.getByLabel('The ballot closes').fill(soon(2 * BALLOT_SECONDS));
  await button(marcus, 'Open the ballot').click();
  await expect(marcus.getByText('5 firms vote')).toBeVisible();
  await expect(marcus.getByRole('cell', { name: '1 day' })).toBeVisible();
  const { pathname } = new URL(marcus.url());

  await aoi().goto(at('/people'));
  await aoi().getByRole('link', { name: 'My firm' }).click();
  await button(aoi(), 'Propose a merger …').click();
  await aoi().getByLabel('As which firm').selectOption('Gallagher Doyle Solicitors');
  await expect(aoi().getByText('One membership goes on for Gallagher')).toBeVisible();
  await button(aoi(), 'Propose it').click();
  await niamh().goto(at('/people'));
  await niamh().getByRole('link', { name: 'My firm' }).click();
  await button(niamh(), 'Accept …').click();
  await button(niamh(), 'Take them in now').click();
  await expect(niamh().getByText('accepted').first()).toBeVisible();

  await expect(marcus.getByText('0 of 4 votes are cast')).toBeVisible();
  for (const page of [marcus, niamh()]) {
    await page.goto(pathname);
    await button(page, 'Yes').click();
    await expect(page.getByText("Your firm's vote: Yes.")).toBeVisible();
  }
  await expect(marcus.getByText('It was adopted.')).toBeVisible(CLOSED);
  await marcus.goto(at('/rulebook'));
  const inForce = marcus.getByRole('definition');
  await expect(inForce.filter({ hasText: /^1 day$/ })).toBeVisible();
  await expect(inForce.filter({ hasText: /^3$/ })).toBeVisible();
});
