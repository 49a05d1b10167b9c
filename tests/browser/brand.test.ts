import type { Browser, Locator, Page } from 'playwright-core';
import { atDesk, barriers, openBakery, openBrowser, picture, type Bakery } from './bakery';

const article = 'api::article.article';

/** A dialog fades in: until then a picture would show half of it. */
const drawn = (dialog: Locator) =>
  dialog.evaluate((open) => Promise.all(open.getAnimations().map(({ finished }) => finished)));

describe('the brand check, at the desks of the bakery', () => {
  let bakery: Bakery;
  let browser: Browser;
  let rosa: Page;
  let panel: Locator;

  beforeAll(async () => {
    bakery = await openBakery();
    browser = await openBrowser();
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
    panel = rosa.getByRole('region', { name: 'Brand check' });
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  const title = () => rosa.locator('input[name=title]');
  const body = () => rosa.locator('[data-slate-editor]');
  /** Key by key as a person types: Strapi's editor loses its place where a change comes before it has taken in the last. */
  const write = (words: string): Promise<void> => rosa.keyboard.type(words, { delay: 50 });
  const begin = async (): Promise<void> => {
    await rosa.setViewportSize({ width: 1440, height: 900 });
    await rosa.goto(
      `${bakery.cms}/admin/content-manager/collection-types/${article}/create?plugins[i18n][locale]=en`,
    );
    await panel.getByText('This entry has no cover picture.', { exact: false }).waitFor();
  };
  /** What is painted in Strapi's editors. */
  const painted = () =>
    rosa.evaluate(() =>
      [...(CSS.highlights.get('presence-error') ?? [])].map((range) => (range as Range).toString()),
    );
  const untilPainted = async (texts: readonly string[]) => {
    await rosa.waitForFunction(
      (wanted) =>
        JSON.stringify(
          [...(CSS.highlights.get('presence-error') ?? [])].map((range) => (range as Range).toString()),
        ) === wanted,
      JSON.stringify(texts),
    );
    expect(await painted()).toEqual(texts);
  };

  it('marks a passage while it is written, in an input and in Blocks, and changes neither', async () => {
    await begin();
    await title().fill('Our cheap loaf');
    await rosa.locator('mark.presence-mark-error', { hasText: 'cheap' }).waitFor();
    await body().click();
    await write('Such a cheap bun.');
    await untilPainted(['cheap']);
    await rosa.keyboard.press('Home');
    // The editor hears of a caret that was moved a tenth of a second later.
    await rosa.waitForTimeout(400);
    await write('Well! ');
    await untilPainted(['cheap']);
    expect(await title().inputValue()).toBe('Our cheap loaf');
    expect((await body().innerText()).trim()).toBe('Well! Such a cheap bun.');
    await picture(rosa, 'brand-panel');
  });

  it('leads from a finding to its passage and selects it', async () => {
    await begin();
    await body().click();
    await write('Such a cheap bun.');
    const finding = panel.getByRole('listitem').filter({ hasText: 'cheap' });
    await finding.getByRole('button', { name: 'Show in text' }).click();
    await rosa.waitForFunction(() => getSelection()?.toString() === 'cheap');
    await title().fill('Our cheap loaf');
    await rosa.locator('mark.presence-mark-error').waitFor();
    await finding.first().getByRole('button', { name: 'Show in text' }).click();
    const selected = await title().evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    );
    expect(selected).toBe('cheap');
  });

  it('fixes one, then all with a preview, and takes all back in one step', async () => {
    await begin();
    await title().fill('Our cheap loaf');
    await panel.getByRole('button', { name: 'Replace with “fair-priced”' }).click();
    await rosa.waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name=title]')?.value === 'Our fair-priced loaf',
    );
    await title().fill('Our cheap loaf');
    await rosa.locator('textarea[name=summary]').fill('A yummy bun, and cheap.');
    await body().click();
    await write('Such a cheap bun.');
    await panel.getByRole('button', { name: 'Fix 4 at once' }).click();
    const dialog = rosa.getByRole('alertdialog');
    await dialog.getByText('This is what changes', { exact: false }).waitFor();
    await drawn(dialog);
    await picture(rosa, 'brand-fix-all');
    await dialog.getByRole('button', { name: 'Make 4 changes' }).click();
    await rosa.getByText('Such a fair-priced bun.').waitFor();
    expect(await title().inputValue()).toBe('Our fair-priced loaf');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await rosa.getByText('Such a cheap bun.').waitFor();
    expect(await title().inputValue()).toBe('Our cheap loaf');
    expect(await rosa.locator('textarea[name=summary]').inputValue()).toBe('A yummy bun, and cheap.');
  });

  it('lets a finding stand with a reason, once the entry is saved', async () => {
    await begin();
    await title().fill('Not a yummy word');
    await rosa.locator('textarea[name=summary]').fill('A summary that says what it is about.');
    await body().click();
    await write('It is about words.');
    await panel.getByText('yummy', { exact: false }).first().waitFor();
    expect(await panel.getByRole('button', { name: 'Waive…' }).count()).toBe(0);
    await rosa.getByRole('button', { name: 'Save', exact: true }).click();
    const finding = panel.getByRole('listitem').filter({ hasText: 'yummy' });
    await finding.getByRole('button', { name: 'Waive…' }).click();
    const dialog = rosa.getByRole('alertdialog');
    await dialog.getByLabel('Why').fill('The article is about this word.');
    await dialog.getByText('It holds at once.').waitFor();
    await drawn(dialog);
    await picture(rosa, 'brand-waive');
    await dialog.getByRole('button', { name: 'Let it stand' }).click();
    await panel.getByText('1 more may stand').click();
    await panel.getByText('The article is about this word.', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'End the waiver' }).click();
    await finding.getByRole('button', { name: 'Waive…' }).waitFor();
  });

  it('keeps nobody out of the panel, at any width and in both themes', async () => {
    for (const theme of ['dark', 'light'])
      for (const width of [390, 1440]) {
        await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
        await begin();
        await title().fill('Our cheap, cheap and yummy loaf');
        await rosa.locator('mark.presence-mark-error').first().waitFor();
        await rosa.setViewportSize({ width, height: 900 });
        if (width === 390) await rosa.getByRole('button', { name: 'Open more actions' }).click();
        await panel.getByRole('button', { name: 'Waive…' }).waitFor({ state: 'detached' });
        await panel.getByRole('button', { name: 'Show in text' }).first().waitFor();
        expect({ theme, width, barriers: await barriers(rosa, 'aside section') }).toEqual({
          theme,
          width,
          barriers: [],
        });
      }
  });

  it('reports over all content, leads to an entry, and keeps nobody out', async () => {
    const go = async () => {
      await rosa.goto(`${bakery.cms}/admin/plugins/presence/brand`);
      await rosa.getByRole('heading', { name: 'Rules that find most' }).waitFor();
      await rosa.waitForFunction(() => document.querySelectorAll('main [aria-busy="true"]').length === 0);
    };
    for (const theme of ['dark', 'light'])
      for (const width of [390, 1440]) {
        await rosa.setViewportSize({ width, height: 900 });
        await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
        await go();
        expect({ theme, width, barriers: await barriers(rosa) }).toEqual({ theme, width, barriers: [] });
        const overflow = await rosa.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect({ theme, width, overflow }).toEqual({ theme, width, overflow: 0 });
      }
    await picture(rosa, 'brand-report');
    await rosa.getByRole('table', { name: 'Entries with findings' }).getByRole('link').first().click();
    await panel.waitFor();
  });
});
