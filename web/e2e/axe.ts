import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What keeps somebody from using the page, as axe sees it. */
export async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** How far the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** Colours that still change would be measured half way; what turns for ever is not waited for. */
async function settled(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(passing.map(({ finished }) => finished));
}

/** A desk by day and a phone by night: between them every width rule and both schemes. */
export const VIEWS = [
  { width: 1280, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

/** What is wrong with the page as it stands, in every view; empty when nothing is. The page is at a desk afterwards. */
export async function complaints(page: Page): Promise<string[]> {
  const found: string[] = [];
  const look = async ({ width, colorScheme }: (typeof VIEWS)[number]) => {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(settled);
  };
  for (const seen of VIEWS) {
    await look(seen);
    const { width, colorScheme } = seen;
    const view = `${width} ${colorScheme}`;
    found.push(...(await serious(page)).map((one) => `${view}: ${one}`));
    if ((await overflow(page)) > 0) found.push(`${view}: scrolls sideways`);
  }
  await look(VIEWS[0]);
  return found;
}
