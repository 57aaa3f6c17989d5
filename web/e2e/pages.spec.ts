import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { arrive, PEOPLE } from './people';

const PAGES = [
  '',
  '/purpose',
  '/goals',
  '/library',
  '/activity',
  '/people',
  '/people/invite',
  '/contributions/new',
  '/mine',
  '/account',
  '/health',
];
const WIDTHS = [1280, 390];

async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

test('every page can be used by everybody, wide and narrow', async ({ browser }) => {
  const page = await arrive(browser, PEOPLE.ingrid);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const path of PAGES) {
      await page.goto(`/a/meridian${path}`);
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await serious(page), `${path} at ${width}`).toEqual([]);
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect.soft(tooWide, `${path} at ${width} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  }
});
