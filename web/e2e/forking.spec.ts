import { expect, type Page, test } from '@playwright/test';
import { heading, invite, join, nav } from './acts';
import { complaints } from './axe';
import { arrive, PEOPLE } from './people';

// Scene viii in the browser: the sponsor's delegate wants another purpose, is refused, founds a community for it and is
// alone there; who is invited joins by the own act, and brings what they gave themselves. Each run founds its own.
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const ALLIANCE = `River Circle ${RUN}`;
const SLUG = `river-circle-${RUN}`;
const FORK = `One court for builders ${RUN}`;
const [SPONSOR, FIRM] = ['Prescott Vane LLP', 'Gallagher Doyle Solicitors'];
const PIECE = 'How we number exhibits';

let marcus: Page;
let niamh: Page;

test.beforeAll(async ({ browser }) => {
  marcus = await arrive(browser, PEOPLE.marcus);
});
test.afterAll(() => Promise.all([marcus, niamh].map((page) => page?.context().close())));

const at = (path: string) => `/a/${SLUG}${path}`;

const BALLOT_SECONDS = 30;

/** A moment that many seconds on, in the words of a field of local date and time. */
function soon(seconds: number): string {
  const then = new Date(Date.now() + seconds * 1000);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

/** On the page of the firms: the first of a firm's people is its delegate. */
async function enrolAndInvite(page: Page, base: string, reason: string): Promise<void> {
  await page.goto(`${base}/people/enrol`);
  await page.getByLabel('Name of the firm').fill(FIRM);
  await page.getByLabel('Short name').fill('Gallagher');
  await page.getByRole('textbox', { name: 'Mail domains' }).fill('gallagher.example');
  await page.getByRole('button', { name: 'Enrol the firm' }).click();
  await expect(page.getByRole('main').getByRole('link', { name: FIRM })).toBeVisible();
  await page.goto(`${base}/people/invite`);
  await invite(page, 'Niamh Gallagher', PEOPLE.niamh, FIRM, reason);
  await expect(page.getByText('The invitation to Niamh Gallagher is on its way.')).toBeVisible();
}

test('two firms ratify a purpose, and one gives a piece of work to its goal', async ({
  browser,
}) => {
  await marcus.goto('/found');
  await marcus.getByLabel('Name of the alliance').fill(ALLIANCE);
  await marcus.getByLabel('Name of the firm').fill(SPONSOR);
  await marcus.getByLabel('Short name').fill('Prescott');
  await marcus.getByLabel('Mail domains').fill('prescott.example');
  await marcus.getByRole('checkbox', { name: 'My firm is the sponsor' }).check();
  await marcus.getByLabel('A ballot is open at least').selectOption('PT1S');
  await marcus.getByRole('button', { name: 'Found the alliance' }).click();
  await expect(heading(marcus, ALLIANCE)).toBeVisible();
  await enrolAndInvite(marcus, at(''), 'You have run more trials than all of us.');
  niamh = await arrive(browser, PEOPLE.niamh);
  await niamh.goto('/');
  await join(niamh, ALLIANCE, 'To see what others ask at a trial.');

  await marcus.goto(at('/purpose/drafts/new'));
  await marcus.getByLabel('The purpose in one line').fill('One list for every trial');
  await marcus.getByLabel('Output').fill('A list that every firm accepts');
  await marcus.getByRole('textbox', { name: 'Measure' }).fill('Share of trials that use it');
  await marcus.getByLabel('Deadline').fill('2031-06-30');
  await marcus.getByLabel('Goal', { exact: true }).fill('Use it in half of all trials');
  await marcus.getByRole('button', { name: 'Save the draft' }).click();
  await marcus.getByLabel('The ballot closes').fill(soon(BALLOT_SECONDS));
  await marcus.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(heading(marcus, /Shall this be our purpose/)).toBeVisible();
  await niamh.goto(new URL(marcus.url()).pathname);
  for (const page of [marcus, niamh])
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(marcus.getByText('2 yes', { exact: true })).toBeVisible();
  await nav(niamh, 'Home').click();
  await expect(heading(niamh, 'One list for every trial')).toBeVisible({ timeout: 60_000 });

  await nav(niamh, 'Goals').click();
  await niamh.getByRole('button', { name: 'Set a goal' }).click();
  const form = niamh.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Goal' }).fill('Half of all trials');
  await form.getByLabel('Unit').fill('% of trials');
  await form.getByLabel('Baseline').fill('10');
  await form.getByLabel('Target').fill('50');
  await form.getByLabel('Due').fill('2031-06-30');
  await form.getByRole('combobox', { name: 'Owner' }).click();
  await niamh.getByRole('option', { name: /Niamh Gallagher/ }).click();
  await form.getByRole('button', { name: 'Set the goal' }).click();
  await expect(niamh.getByRole('link', { name: /Half of all trials/ })).toBeVisible();
  for (const [page, title] of [
    [niamh, PIECE],
    [marcus, 'What Marcus alone can bring'],
  ] as const) {
    await page.goto(at('/contributions/new'));
    await page.getByLabel('Title').fill(title);
    await page.getByRole('textbox', { name: 'Text' }).fill('By trial, then by day.');
    await page.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
    await expect(heading(page, title)).toBeVisible();
  }
});

test('other words wait, one member stops them, and another purpose is refused with the way', async () => {
  await marcus.goto(at('/purpose'));
  await expect(marcus.getByText('How far we have come')).toBeVisible();
  await marcus.getByRole('link', { name: 'propose other words' }).click();
  await marcus.getByLabel('The purpose in one line').fill('One list for each trial');
  await marcus.getByLabel('Why these words are better').fill('It reads better.');
  await marcus.getByRole('button', { name: 'Propose these words' }).click();
  await expect(marcus.getByRole('heading', { name: 'Other words are proposed' })).toBeVisible();
  expect.soft(await complaints(marcus), 'wording').toEqual([]);
  await niamh.goto(at('/purpose'));
  await niamh.getByRole('button', { name: 'Call it major' }).click();
  await niamh.getByLabel('What would it change?').fill('Each trial would have its own.');
  await niamh.getByRole('button', { name: 'Stop these words' }).click();
  await expect(niamh.getByRole('heading', { name: 'One list for every trial' })).toBeVisible();

  await marcus.goto(at('/purpose/wording'));
  await expect(marcus.getByText('Each trial would have its own.')).toBeVisible();
  await marcus.getByLabel('Output').fill('A court for builders');
  await marcus.getByLabel('Why these words are better').fill('The sponsor needs it so.');
  await marcus.getByRole('button', { name: 'Propose these words' }).click();
  await expect(marcus.getByRole('alert')).toContainText('This would be another purpose.');
  await marcus.getByRole('button', { name: 'Prepare a community for it' }).click();
  await expect(heading(marcus, 'A community for another purpose')).toBeVisible();
});

test('the fork says whom it leaves behind, and begins with its founder alone', async () => {
  await marcus.getByLabel('The purpose in one line').fill(FORK);
  await expect(marcus.getByLabel('Output')).toHaveValue('A court for builders');
  await marcus.getByLabel('Why not here').fill('The others do not want it.');
  expect.soft(await complaints(marcus), 'preparing').toEqual([]);
  await marcus.getByRole('button', { name: 'See whom it affects' }).click();
  await expect(heading(marcus, FORK)).toBeVisible();
  const affected = marcus.getByRole('list', { name: 'Whom it would leave behind' });
  await expect(affected.getByText('Niamh Gallagher')).toBeVisible();
  expect.soft(await complaints(marcus), 'impact').toEqual([]);
  await marcus.getByRole('link', { name: 'Found it' }).click();
  await expect(heading(marcus, 'Found a community for another purpose')).toBeVisible();
  await marcus.getByLabel('Name of the firm').fill(SPONSOR);
  await marcus.getByLabel('Short name').fill('Prescott');
  await marcus.getByLabel('Mail domains').fill('prescott.example');
  await marcus.getByRole('button', { name: 'Found the alliance' }).click();
  await expect(heading(marcus, FORK)).toBeVisible();
  await nav(marcus, 'People').click();
  await expect(marcus.getByRole('main').getByText('Marcus Prescott')).toBeVisible();
  await expect(marcus.getByRole('main').getByText('Niamh Gallagher')).toHaveCount(0);
  await nav(marcus, 'Purpose').click();
  await expect(marcus.getByText(/This alliance came from/)).toBeVisible();
  await expect(marcus.getByRole('main').getByRole('link', { name: FORK })).toBeVisible();
});

test('who is invited joins by the own act and brings what is theirs, and nothing else is there', async () => {
  const fork = new URL(marcus.url()).pathname.split('/').slice(0, 3).join('/');
  await enrolAndInvite(marcus, fork, 'You would judge as well as you plead.');
  await niamh.goto('/');
  await join(niamh, FORK, 'To see how others judge.');
  await nav(niamh, 'Purpose').click();
  await niamh.getByRole('link', { name: 'Bring along what you gave' }).click();
  await expect(heading(niamh, 'Bring along what you gave')).toBeVisible();
  await expect(niamh.getByText('What Marcus alone can bring')).toHaveCount(0);
  const mine = niamh.getByRole('listitem').filter({ hasText: PIECE });
  await mine.getByRole('button', { name: 'Bring it' }).click();
  await mine.getByRole('link', { name: 'is here' }).click();
  await expect(heading(niamh, PIECE)).toBeVisible();
  await expect(niamh.getByText(/Its author brought it along/)).toBeVisible();
  expect.soft(await complaints(niamh), 'brought').toEqual([]);
  await nav(marcus, 'Library').click();
  await expect(marcus.getByRole('link', { name: PIECE })).toBeVisible();
  await expect(marcus.getByText('What Marcus alone can bring')).toHaveCount(0);
});
