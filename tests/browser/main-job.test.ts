import type { Browser, Page } from 'playwright-core';
import { atDesk, barriers, openBakery, openBrowser, picture, type Bakery } from './bakery';

const article = 'api::article.article';
const slug = 'rye-bread-on-fridays';
/** A headless browser says so, and is left out of the numbers as a machine; this one stands for a reader. */
const person =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe('the main job, by three people at three screens', () => {
  let bakery: Bakery;
  let browser: Browser;
  let emil: Page;
  let rosa: Page;
  let entryUrl: string;

  beforeAll(async () => {
    bakery = await openBakery();
    browser = await openBrowser();
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    await bakery?.close();
  }, 60_000);

  const panel = (page: Page) =>
    page
      .getByRole('complementary')
      .filter({ has: page.getByRole('heading', { name: 'Presence', exact: true }) });

  it('Emil writes, and the panel marks the forbidden word before anything is saved', async () => {
    emil = await atDesk(browser, bakery, 'emil@bakery.test');
    await emil.goto(
      `${bakery.cms}/admin/content-manager/collection-types/${article}/create?plugins[i18n][locale]=en`,
    );
    await emil.fill('input[name=title]', 'Rye bread on Fridays');
    await emil.fill('input[name=slug]', slug);
    await emil.fill('textarea[name=summary]', 'A cheap loaf for the end of the week, with a dark crust.');
    await emil.locator('[role=textbox][contenteditable=true]').first().click();
    await emil.keyboard.type('From six in the morning, as long as there is some.', { delay: 20 });
    await panel(emil)
      .getByText(/instead of “cheap”/)
      .first()
      .waitFor();
    await picture(emil, 'panel');
    await panel(emil)
      .getByRole('button', { name: /^Replace with/ })
      .click();
    await expect(emil.inputValue('textarea[name=summary]')).resolves.toBe(
      'A fair-priced loaf for the end of the week, with a dark crust.',
    );
    await emil.getByRole('button', { name: 'Save', exact: true }).click();
    await emil.waitForURL((url) => !url.pathname.endsWith('/create'));
    entryUrl = emil.url();
  });

  it('he chooses channels, looks at each copy, and schedules', async () => {
    await panel(emil)
      .getByRole('link', { name: /Publish on channels/ })
      .click();
    await emil.waitForURL('**/plugins/presence/campaigns/new**');
    for (const name of ['Website', 'Bluesky', 'The Friday letter', 'Neighbourhood app'])
      await emil.getByRole('checkbox', { name }).click();
    await emil.getByText('of 300 characters').first().waitFor();
    expect(await barriers(emil)).toEqual([]);
    await picture(emil, 'campaign');
    await emil.getByRole('button', { name: 'Send to 4 channels now' }).click();
    await emil.waitForURL((url) => /campaigns\/[0-9a-f-]{36}/.test(url.pathname));
  });

  it('he submits it, and cannot approve it himself', async () => {
    await emil.goto(entryUrl);
    await panel(emil).getByRole('button', { name: 'Submit for review' }).click();
    await panel(emil).getByText('In review', { exact: true }).waitFor();
    await expect(panel(emil).getByRole('button', { name: 'Approve' }).isDisabled()).resolves.toBe(true);
  });

  it('Rosa sees what stands in the way, and approves', async () => {
    rosa = await atDesk(browser, bakery, 'owner@bakery.test');
    await rosa.goto(entryUrl);
    await panel(rosa).getByRole('button', { name: 'Approve' }).click();
    await panel(rosa).getByText('Approved', { exact: true }).waitFor();
    expect(await barriers(rosa, 'aside')).toEqual([]);
  });

  it('it goes out everywhere, and the list says so', async () => {
    await rosa.goto(`${bakery.cms}/admin/plugins/presence/publications`);
    await rosa.waitForFunction(
      () => (document.body.innerText.match(/Published/g) ?? []).length >= 4,
      undefined,
      { timeout: 90_000 },
    );
    await picture(rosa, 'publications');
    expect(await barriers(rosa)).toEqual([]);
    expect((await fetch(`${bakery.site}/en/articles/${slug}/`)).status).toBe(200);
    const records = (await (
      await fetch(
        `${bakery.pds}/xrpc/com.atproto.repo.listRecords?repo=${bakery.shop}&collection=app.bsky.feed.post`,
      )
    ).json()) as { records: { value: { text: string } }[] };
    expect(records.records.filter(({ value }) => value.text.includes('Rye bread on Fridays'))).toHaveLength(
      1,
    );
  }, 120_000);

  it('readers come, and the insights show them beside the article', async () => {
    const reader = await (
      await browser.newContext({ viewport: { width: 390, height: 844 }, userAgent: person })
    ).newPage();
    const counted = () =>
      reader.waitForResponse(
        (response) => response.url().endsWith('/api/presence/collect') && response.status() === 204,
      );
    await Promise.all([counted(), reader.goto(`${bakery.site}/en/articles/${slug}/`)]);
    await Promise.all([counted(), reader.goto(`${bakery.site}/en/articles/`)]);
    await rosa.goto(`${bakery.cms}/admin/plugins/presence/insights`);
    await rosa.getByText('Rye bread on Fridays').first().waitFor();
    await picture(rosa, 'insights');
    expect(await barriers(rosa)).toEqual([]);
    await rosa.goto(entryUrl);
    await panel(rosa).getByText('Views').first().waitFor();
  });

  it.each(['', '/channels', '/subscribers'])(
    'the page %s lets everybody in, wide and narrow, light and dark',
    async (path) => {
      for (const theme of ['light', 'dark'])
        for (const width of [1440, 390]) {
          await rosa.setViewportSize({ width, height: 900 });
          await rosa.evaluate((name) => localStorage.setItem('STRAPI_THEME', name), theme);
          await rosa.goto(`${bakery.cms}/admin/plugins/presence${path}`);
          await rosa.locator('main h1').waitFor();
          expect({ theme, width, barriers: await barriers(rosa) }).toEqual({ theme, width, barriers: [] });
          const overflow = await rosa.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect({ theme, width, overflow }).toEqual({ theme, width, overflow: 0 });
        }
    },
  );

  it.each(['governance', 'brand', 'brand-rules', 'brand-packs', 'brand-waivers'])(
    'the settings page %s lets everybody in',
    async (page) => {
      await rosa.setViewportSize({ width: 1440, height: 900 });
      await rosa.evaluate(() => localStorage.setItem('STRAPI_THEME', 'light'));
      await rosa.goto(`${bakery.cms}/admin/settings/presence/${page}`);
      await rosa.locator('main h1').waitFor();
      expect(await barriers(rosa)).toEqual([]);
    },
  );
});
