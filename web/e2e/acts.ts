import { expect, type Page } from '@playwright/test';

export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name });

export const nav = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'In this alliance' }).first().getByRole('link', { name });

/** On the page of invitations. */
export async function invite(
  page: Page,
  name: string,
  email: string,
  firm: string,
  reason: string,
): Promise<void> {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByLabel('E-mail at their firm').fill(email);
  await page.getByRole('combobox', { name: 'Their firm' }).click();
  await page.getByRole('option', { name: firm }).click();
  await page.getByLabel('Why this person').fill(reason);
  await page.getByLabel('What you ask of them').fill('Read one answer a month with us.');
  await page.getByRole('button', { name: 'Send the invitation' }).click();
}

/** The invitation to that alliance, where somebody who is invited arrives. */
export const card = (page: Page, alliance: string) => page.getByRole('article', { name: alliance });

export async function join(page: Page, alliance: string, interest: string): Promise<void> {
  await card(page, alliance).getByRole('button', { name: 'Accept' }).click();
  await card(page, alliance).getByLabel('What interests you in this?').fill(interest);
  await card(page, alliance).getByRole('button', { name: 'Join the alliance' }).click();
  await expect(heading(page, alliance)).toBeVisible();
}
