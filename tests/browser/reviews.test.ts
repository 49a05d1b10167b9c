import type { Browser, Page } from 'playwright-core';
import { atDesk, barriers, openBakery, openBrowser, picture, type Bakery } from './bakery';

describe('reviews, at the desks of the bakery', () => {
  let bakery: Bakery;
  let browser: Browser;
  let rosa: Page;

  beforeAll(async () => {
    bakery = await openBakery({ reviews: true });
    browser = await openBrowser();
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  const go = async (path: string): Promise<void> => {
    await rosa.goto(`${bakery.cms}/admin/plugins/presence${path}`);
    await rosa.locator('main h1').waitFor();
  };
  const lookAround = async (ready: string): Promise<void> => {
    for (const theme of ['dark', 'light'])
      for (const width of [390, 1440]) {
        await rosa.setViewportSize({ width, height: 900 });
        await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
        await rosa.reload();
        await rosa.getByText(ready).first().waitFor();
        expect({ theme, width, barriers: await barriers(rosa) }).toEqual({ theme, width, barriers: [] });
        const overflow = await rosa.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ theme, width, overflow }).toEqual({ theme, width, overflow: 0 });
      }
  };

  it('Rosa sees what needs her, what is overdue first', async () => {
    await go('/reviews');
    await rosa.getByText('four hundred pretzels').first().waitFor();
    const [first] = await rosa.getByRole('row').filter({ hasText: 'Article' }).allInnerTexts();
    expect(first).toContain('four hundred pretzels');
    await lookAround('four hundred pretzels');
    await picture(rosa, 'needs-you');
  });

  it('she moves a card by the keyboard, and only where the workflow lets her', async () => {
    await go('/reviews/board');
    await lookAround('A new floor for the oven of 1986');
    await picture(rosa, 'board');
    const handle = rosa.getByRole('button', {
      name: 'Move A new floor for the oven of 1986 to another stage',
    });
    await handle.focus();
    await rosa.keyboard.press('Enter');
    await rosa.getByRole('button', { name: 'Move here' }).first().waitFor();
    await rosa.keyboard.press('ArrowLeft');
    await rosa.getByText(/Over Approved/).waitFor({ state: 'attached' });
    await rosa.keyboard.press('Enter');
    const approved = rosa.getByRole('region', { name: 'Approved' });
    await approved.getByRole('link', { name: 'A new floor for the oven of 1986' }).waitFor();
  });

  it('she reads what changed, answers a comment and approves', async () => {
    await go('/reviews');
    await rosa.getByRole('link', { name: /Plum cake/ }).click();
    await rosa.getByText('very last').first().waitFor();
    await lookAround('very last');
    await picture(rosa, 'review');
    await rosa.getByRole('button', { name: 'Answer' }).first().click();
    await rosa.getByLabel('Answer').fill('I kept two boxes.');
    await rosa.getByRole('button', { name: 'Send' }).click();
    await rosa.getByText('I kept two boxes.').waitFor();
    await rosa.getByRole('button', { name: 'Approve', exact: true }).click();
    await rosa.getByText('Rosa Lindner approved it').first().waitFor();
  });

  it.each([
    ['/plugins/presence/oversight', 'oversight'],
    ['/plugins/presence/record', 'record'],
    ['/plugins/presence/life', 'life'],
    ['/plugins/presence/governance/uncovered', null],
    ['/plugins/presence-notices', null],
    ['/settings/presence/workflows', 'workflows'],
    ['/settings/presence/life', null],
    ['/settings/presence/sign-off', null],
    ['/settings/presence/webhooks', null],
    ['/settings/presence/governance', null],
  ])('%s keeps nobody out, at any width and in both themes', async (path, image) => {
    await rosa.goto(`${bakery.cms}/admin${path}`);
    await rosa.locator('main h1').waitFor();
    for (const theme of ['dark', 'light'])
      for (const width of [390, 1440]) {
        await rosa.setViewportSize({ width, height: 900 });
        await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
        await rosa.reload();
        await rosa.locator('main h1').waitFor();
        await rosa.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
        expect({ path, theme, width, barriers: await barriers(rosa) }).toEqual({
          path,
          theme,
          width,
          barriers: [],
        });
      }
    if (image) await picture(rosa, image);
  });
});
