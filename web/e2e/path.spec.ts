import { expect, test } from '@playwright/test';
import { arrive, PEOPLE } from './people';

/** What others do appears in an open page without any act of its reader. */
const LIVE = { timeout: 5_000 };

test('work goes from one firm to another, is answered, credited and thanked for, live', async ({
  browser,
}) => {
  const title = `Fall-back positions, ${Date.now()}`;
  const author = await arrive(browser, PEOPLE.eleanor);
  const reader = await arrive(browser, PEOPLE.matthias);

  await author.getByRole('link', { name: /Meridian/ }).click();
  await reader.getByRole('link', { name: /Meridian/ }).click();
  await reader.getByRole('link', { name: 'Activity' }).first().click();
  await expect(reader.getByRole('heading', { level: 1, name: 'What happened' })).toBeVisible();

  await author.getByRole('link', { name: 'Contribute' }).first().click();
  await author.getByRole('combobox', { name: 'Toward which goal' }).click();
  await author.getByRole('option').first().click();
  await author.getByLabel('Title').fill(title);
  await author.getByRole('textbox', { name: 'Text' }).fill('Three **positions**, tested.');
  await author.getByRole('main').getByRole('button', { name: 'Contribute' }).click();
  await expect(author.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(author.getByText(/An answer is due/)).toBeVisible();

  await expect(reader.getByRole('link', { name: title })).toBeVisible(LIVE);
  await reader.getByRole('link', { name: title }).click();
  await reader.getByLabel('A word to the author').fill('We use the second one from today.');
  await reader.getByRole('button', { name: 'Acknowledge' }).click();

  await expect(author.getByText('We use the second one from today.')).toBeVisible(LIVE);
  await reader.getByLabel(/^Thank /).fill('It saved us a day.');
  await reader.getByRole('button', { name: 'Say thank you' }).click();
  await expect(author.getByText('It saved us a day.')).toBeVisible(LIVE);

  await author.getByRole('link', { name: 'Mine' }).first().click();
  await expect(author.getByRole('link', { name: title }).first()).toBeVisible(LIVE);
});
