import { expect, type Page, test } from '@playwright/test';
import { card as cardOf, heading, invite, join, nav } from './acts';
import { complaints } from './axe';
import { MAIL_URL, mailTo } from './mail';
import { arrive, PEOPLE, signIn } from './people';

// The whole path in one alliance that each run founds anew. Eleanor (Hartwell, OIDC) founds it; Matthias (Brandt, OIDC)
// and Astrid (Lindqvist, SAML) join by their own act; Samuel (Lindqvist) declines.
test.describe.configure({ mode: 'serial' });

const RUN = Date.now().toString(36);
const ALLIANCE = `Northern Circle ${RUN}`;
const SLUG = `northern-circle-${RUN}`;
const PURPOSE = 'One answer to every recall';
const GOAL = 'Answer recalls from one text';
const WORK = 'Fall-back positions for recalls';
const BALLOT_SECONDS = 30;

let eleanor: Page;
let matthias: Page;
let astrid: Page;

test.beforeAll(async ({ browser }) => {
  eleanor = await arrive(browser, PEOPLE.eleanor);
});
test.afterAll(() =>
  Promise.all([eleanor, matthias, astrid].map((page) => page?.context().close())),
);

const at = (path: string) => `/a/${SLUG}${path}`;

/** What an API address answers to the person of that page. */
const doorOf = (page: Page, path: string) =>
  page.evaluate(async (address) => (await fetch(address)).status, path);

test('somebody who is signed in founds an alliance and enrols the other firms', async () => {
  await eleanor.getByRole('link', { name: 'Commonweal' }).first().click();
  await eleanor.getByRole('link', { name: 'Found another alliance' }).click();
  await eleanor.getByLabel('Name of the alliance').fill(ALLIANCE);
  await expect(eleanor.getByLabel('Address')).toHaveValue(SLUG);
  await expect(eleanor.getByText("your firm's own sign-in (hartwell)")).toBeVisible();
  await eleanor.getByLabel('Name of the firm').fill('Hartwell & Nye LLP');
  await eleanor.getByLabel('Short name').fill('Hartwell');
  await eleanor.getByLabel('A ballot is open at least').selectOption('a second, to try it out');
  await eleanor.getByRole('button', { name: 'Found the alliance' }).click();
  await expect(heading(eleanor, ALLIANCE)).toBeVisible();

  await eleanor.getByRole('link', { name: /Enrol the firms/ }).click();
  for (const [name, short, provider] of [
    ['Brandt Osterloh Rechtsanwälte', 'Brandt', 'brandt'],
    ['Lindqvist Advokatbyrå', 'Lindqvist', 'lindqvist'],
  ] as const) {
    await eleanor.getByLabel('Name of the firm').fill(name);
    await eleanor.getByLabel('Short name').fill(short);
    await eleanor.getByLabel("Through the firm's own sign-in").check();
    await eleanor.getByLabel('Name of its sign-in').fill(provider);
    await eleanor.getByRole('button', { name: 'Enrol the firm' }).click();
    await expect(eleanor.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  }
});

test('an invitation is personal, and its mail arrives with who asks and why', async ({
  request,
}) => {
  await eleanor.goto(at('/people/invite'));
  for (const [name, email, firm] of [
    ['Matthias Osterloh', PEOPLE.matthias, 'Brandt Osterloh'],
    ['Astrid Lindqvist', PEOPLE.astrid, 'Lindqvist Advokatbyrå'],
    ['Samuel Tesfaye', PEOPLE.samuel, 'Lindqvist Advokatbyrå'],
  ] as const) {
    const reason = `You led the ${name.split(' ')[1]} recall, and we are about to begin one.`;
    await invite(eleanor, name, email, firm, reason);
    await expect(eleanor.getByText(`The invitation to ${name} is on its way.`)).toBeVisible();
    await mailTo(request, email, ALLIANCE, 'Eleanor Whitcombe', reason);
  }
  await eleanor
    .context()
    .newPage()
    .then(async (mailbox) => {
      await mailbox.goto(MAIL_URL);
      await expect(mailbox.locator('summary', { hasText: PEOPLE.samuel }).first()).toBeVisible();
      await mailbox.close();
    });
});

test('the same words to many are refused, and the refusal says the limit', async () => {
  const same = 'Dear colleague, please join our alliance as soon as you can.';
  for (const n of [1, 2, 3]) {
    await invite(eleanor, `Colleague ${n}`, `colleague.${n}@lindqvist.example`, 'Lindqvist', same);
    await expect(
      eleanor.getByText(`The invitation to Colleague ${n} is on its way.`),
    ).toBeVisible();
  }
  await invite(eleanor, 'Colleague 4', 'colleague.4@lindqvist.example', 'Lindqvist', same);
  const refusal = eleanor.getByRole('alert');
  await expect(refusal).toContainText('You have sent these same words before.');
  await expect(refusal).toContainText('to 3 persons; that is the limit');
});

const card = (page: Page) => cardOf(page, ALLIANCE);

const linkIn = (mail: string) => /\S+\/i\/\S+/.exec(mail)?.[0] ?? 'the mail has no link';

test('who is invited is a member of nothing, follows the mail, and joins by an own yes', async ({
  browser,
  request,
}) => {
  astrid = await arrive(browser, PEOPLE.astrid);
  const { text } = await mailTo(request, PEOPLE.astrid, ALLIANCE);
  await astrid.goto(linkIn(text));
  await expect(card(astrid)).toContainText('Eleanor Whitcombe of Hartwell & Nye LLP invites you');
  await expect(card(astrid)).toContainText('You led the Lindqvist recall');
  await expect(astrid.getByRole('link', { name: ALLIANCE })).toHaveCount(0);
  await astrid.goto(at('/people'));
  await expect(heading(astrid, 'There is nothing here')).toBeVisible();
  await astrid.getByRole('link', { name: 'Back to the start' }).click();
  await join(astrid, ALLIANCE, 'I have three recalls to offer and one to come.');

  matthias = await arrive(browser, PEOPLE.matthias);
  await matthias.getByRole('link', { name: 'Commonweal' }).first().click();
  await join(matthias, ALLIANCE, 'We write the same letter twice a year.');
});

test('who declines is asked for no reason and no login, and the door stays shut', async ({
  browser,
  request,
}) => {
  const { text } = await mailTo(request, PEOPLE.samuel, ALLIANCE);
  const reader = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await reader.goto(linkIn(text));
  await expect(card(reader)).toContainText('You led the Tesfaye recall');
  expect.soft(await complaints(reader), 'the letter').toEqual([]);
  await card(reader).getByRole('button', { name: 'Decline' }).click();
  await expect(card(reader)).toContainText('You declined. Nobody will ask you why.');
  await reader.context().close();

  const samuel = await arrive(browser, PEOPLE.samuel);
  await expect(card(samuel)).toHaveCount(0);
  await samuel.goto(at(''));
  await expect(heading(samuel, 'There is nothing here')).toBeVisible();
  await samuel.context().close();
  const sent = eleanor.getByRole('listitem').filter({ hasText: 'Samuel Tesfaye' });
  await expect(sent).toContainText('Declined');
});

test('a draft that lacks a part is not put to the vote, and the page says which part', async () => {
  await nav(astrid, 'Purpose').click();
  await astrid.getByRole('link', { name: 'Draft a purpose' }).click();
  await astrid.getByLabel('The purpose in one line').fill(PURPOSE);
  await astrid.getByLabel('Output').fill('A text that every firm uses.');
  await astrid.getByRole('textbox', { name: 'Measure' }).fill('Share of recalls answered from it.');
  await astrid.getByRole('button', { name: 'Save the draft' }).click();
  await expect(astrid.getByText('Still missing: Deadline, Goal')).toBeVisible();
  await expect(astrid.getByRole('button', { name: 'Open the ballot' })).toBeDisabled();

  await astrid.getByLabel('Deadline').fill('2031-06-30');
  await astrid.getByLabel('Goal').fill('Nobody writes a recall letter twice.');
  await astrid.getByRole('button', { name: 'Save the draft' }).click();
  await expect(astrid.getByText('Still missing')).toHaveCount(0);
});

/** The next moment in the words of a field of local date and time. */
function soon(seconds: number): string {
  const then = new Date(Date.now() + seconds * 1000);
  return new Date(then.getTime() - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

test('the firms vote in their own pages, one firm one vote, and the clock ratifies', async () => {
  await nav(eleanor, 'Home').click();
  await nav(matthias, 'Home').click();
  await astrid.getByLabel('The ballot closes').fill(soon(BALLOT_SECONDS));
  await astrid.getByRole('button', { name: 'Open the ballot' }).click();
  await expect(heading(astrid, new RegExp(PURPOSE))).toBeVisible();
  await expect(astrid.getByText('3 firms vote')).toBeVisible();

  for (const page of [eleanor, matthias])
    await page.getByRole('link', { name: 'Vote', exact: true }).click();
  await eleanor.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(matthias.getByText('1 yes', { exact: true })).toBeVisible();
  await matthias.getByRole('button', { name: 'No', exact: true }).click();
  await expect(eleanor.getByText('1 no', { exact: true })).toBeVisible();
  await astrid.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(matthias.getByText('2 yes', { exact: true })).toBeVisible();

  for (const page of [eleanor, matthias, astrid])
    await expect(page.getByText('It was adopted.')).toBeVisible({ timeout: 60_000 });
  await nav(matthias, 'Home').click();
  await expect(heading(matthias, PURPOSE)).toBeVisible();
});

test('a goal is set, and its owner says where it stands', async () => {
  await nav(eleanor, 'Goals').click();
  await eleanor.getByRole('button', { name: 'Set a goal' }).click();
  const form = eleanor.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Goal' }).fill(GOAL);
  await form.getByLabel('Unit').fill('% of recalls');
  await form.getByLabel('Baseline').fill('10');
  await form.getByLabel('Target').fill('60');
  await form.getByLabel('Due').fill('2031-06-30');
  await form.getByRole('combobox', { name: 'Owner' }).click();
  await eleanor.getByRole('option', { name: /Eleanor Whitcombe/ }).click();
  await form.getByRole('button', { name: 'Set the goal' }).click();
  await eleanor.getByRole('link', { name: new RegExp(GOAL) }).click();

  await eleanor.getByLabel('Value in % of recalls').fill('35');
  await eleanor.getByLabel('A note').fill('Two firms use the text.');
  await eleanor.getByRole('button', { name: 'Save' }).click();
  const chart = eleanor.getByRole('figure');
  await expect(chart).toContainText('At 35 % of recalls, 50% of the way from 10');
  await expect(chart.locator('svg')).toBeVisible();
  await nav(matthias, 'Goals').click();
  await expect(matthias.getByText('now 35, target 60 % of recalls')).toBeVisible();
});

test('work of one firm is answered by another, credited and thanked for, live in every page', async () => {
  await nav(matthias, 'Activity').click();
  await nav(eleanor, 'Our account').click();
  await expect(eleanor.getByText('0 credits')).toBeVisible();

  await astrid.getByRole('link', { name: 'Contribute' }).first().click();
  await astrid.getByLabel('Title').fill(WORK);
  await astrid.getByRole('textbox', { name: 'Text' }).fill('Three **positions**, tested.');
  await astrid.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(heading(astrid, WORK)).toBeVisible();
  await expect(astrid.getByText('An answer is due in')).toBeVisible();
  await expect(astrid.getByRole('progressbar')).toBeVisible();

  await matthias.getByRole('link', { name: WORK }).click();
  await matthias.getByLabel('A word to the author').fill('We use the second one from today.');
  await matthias.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(astrid.getByText('We use the second one from today.')).toBeVisible();
  await expect(eleanor.getByText('1 credit', { exact: true })).toBeVisible();

  await matthias.getByLabel('Thank Astrid Lindqvist').fill('It saved us a day.');
  await matthias.getByRole('button', { name: 'Say thank you' }).click();
  await expect(astrid.getByText('It saved us a day.')).toBeVisible();
  await nav(astrid, 'Mine').click();
  await expect(astrid.getByText('1 credit', { exact: true })).toBeVisible();
  await expect(astrid.getByText('It saved us a day.')).toBeVisible();
});

test('nothing is declined without a reason, and the author reads it', async () => {
  const title = 'A time sheet for everybody';
  await contribute(matthias, title);
  await expect(matthias.getByText('Work of your own firm is answered by')).toBeVisible();
  await nav(eleanor, 'Library').click();
  await eleanor.getByRole('link', { name: title }).click();
  await eleanor.getByRole('button', { name: 'Decline with a reason' }).click();
  const decline = eleanor.getByRole('button', { name: 'Decline', exact: true });
  await expect(decline).toBeDisabled();
  await eleanor.getByLabel('The reason').fill('We count what is used, not hours.');
  await decline.click();
  await expect(matthias.getByText('We count what is used, not hours.')).toBeVisible();
  await expect(matthias.getByText('Declined, with a reason.')).toBeVisible();
});

test('a guest gives to one goal and reads the answer, and finds nothing else at any address', async ({
  browser,
}) => {
  await eleanor.goto(at('/people/invite'));
  await eleanor.getByRole('combobox', { name: 'As what' }).click();
  await eleanor.getByRole('option', { name: 'Guest' }).click();
  await eleanor.getByRole('combobox', { name: 'To which goal' }).click();
  await eleanor.getByRole('option', { name: GOAL }).click();
  await invite(
    eleanor,
    'Leyla Demirci',
    PEOPLE.leyla,
    'Brandt Osterloh',
    'You wrote the first such text.',
  );
  await expect(eleanor.getByText('The invitation to Leyla Demirci is on its way.')).toBeVisible();

  const leyla = await arrive(browser, PEOPLE.leyla);
  await expect(card(leyla)).toContainText('sees nothing else');
  await card(leyla).getByRole('button', { name: 'Accept' }).click();
  await card(leyla).getByLabel('What interests you in this?').fill('To see it in use at last.');
  await card(leyla).getByRole('button', { name: 'Join the alliance' }).click();
  await expect(heading(leyla, GOAL)).toBeVisible();
  await expect(leyla.getByRole('navigation')).toHaveCount(0);

  const failed: string[] = [];
  leyla.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(answer.url());
  });
  await leyla.goto(at('/people'));
  await expect(heading(leyla, GOAL)).toBeVisible();
  await leyla.getByLabel('Title').fill('A clause from outside');
  await leyla.getByRole('textbox', { name: 'Text' }).fill('It held in court.');
  await leyla.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(leyla.getByRole('listitem')).toContainText('A clause from outside');

  await nav(eleanor, 'Library').click();
  await eleanor.getByRole('link', { name: 'A clause from outside' }).click();
  await eleanor.getByLabel('A word to the author').fill('It is in the text now.');
  await eleanor.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(eleanor.getByText('It is in the text now.')).toBeVisible();
  await leyla.reload();
  await expect(leyla.getByRole('listitem')).toContainText('It is in the text now.');
  await expect(leyla.getByText(WORK)).toHaveCount(0);
  expect(failed).toEqual([]);
  await leyla.context().close();
});

async function contribute(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: 'Contribute' }).first().click();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('textbox', { name: 'Text' }).fill('Every firm reports hours.');
  await page.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(heading(page, title)).toBeVisible();
}

test('a lost connection is said, loses no word, and heals by itself', async () => {
  const title = 'Written in a tunnel';
  await matthias.getByRole('link', { name: 'Contribute' }).first().click();
  await matthias.context().setOffline(true);
  await expect(matthias.getByText('You are offline.')).toBeVisible();
  await matthias.getByLabel('Title').fill(title);
  await matthias.getByRole('textbox', { name: 'Text' }).fill('Between two stations.');
  await matthias.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(matthias.getByRole('alert')).toContainText('What you wrote is kept');

  await matthias.context().setOffline(false);
  await expect(matthias.getByText('You are offline.')).toHaveCount(0);
  await matthias.reload();
  await expect(matthias.getByLabel('Title')).toHaveValue(title);
  await matthias.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(heading(matthias, title)).toBeVisible();
});

test('who leaves finds every door closed within moments, in the open pages too', async () => {
  const other = await astrid.context().newPage();
  await other.goto(at('/library'));
  await expect(other.getByRole('link', { name: WORK })).toBeVisible();
  const { alliances } = await astrid.evaluate(async () => (await fetch('/api/me')).json());
  const { id } = alliances.find(({ slug }: { slug: string }) => slug === SLUG);
  const doors = ['', '/people', '/purpose', '/contributions', '/ledger/mine', '/thanks'];
  const closed = () =>
    Promise.all(doors.map((door) => doorOf(astrid, `/api/alliances/${id}${door}`)));
  expect(await closed()).toEqual(doors.map(() => 200));

  await nav(astrid, 'Mine').click();
  await astrid.getByRole('link', { name: 'What you carry, and the way out' }).click();
  await expect(heading(astrid, 'Leaving')).toBeVisible();
  await astrid.getByRole('button', { name: 'Leave this alliance' }).click();
  await astrid.getByRole('button', { name: 'Leave now' }).click();
  await expect(astrid.getByText(`You have left ${ALLIANCE}.`)).toBeVisible();
  await expect(heading(other, 'There is nothing here')).toBeVisible();
  await expect.poll(closed).toEqual(doors.map(() => 404));
  await expect(astrid.getByRole('link', { name: ALLIANCE })).toHaveCount(0);

  await nav(matthias, 'People').click();
  const gone = matthias.getByRole('listitem').filter({ hasText: 'Astrid Lindqvist' });
  await expect(gone.filter({ hasNotText: 'has left' })).toHaveCount(0);
});

test("signing out ends the firm's session too, so the next sign-in asks for the password", async () => {
  for (const [page, email, firm] of [
    [eleanor, PEOPLE.eleanor, 'Hartwell & Nye LLP'],
    [astrid, PEOPLE.astrid, 'Lindqvist Advokatbyrå'],
  ] as const) {
    await page.getByRole('banner').getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    const back = page.getByRole('button', { name: 'Sign in with your firm' });
    await expect(back).toBeVisible();
    expect(await doorOf(page, '/api/me')).toBe(401);
    await back.click();
    await page.locator('input[name=username]').fill(email);
    await page.locator('button[type=submit]').click();
    await expect(page.locator('input[name=password]')).toBeVisible();
    await expect(page.getByRole('banner')).toContainText(firm);
  }
  await signIn(eleanor, PEOPLE.eleanor);
});
