import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { article, signOffRoom, type SignOffRoom } from '../server/signoff-room';
import { openLibrary } from '../../examples/bakery/seed/steps/library.mjs';
import { barriers, openBrowser, picture } from './bakery';

const paragraph = (text: string) => ({ type: 'paragraph', children: [{ type: 'text', text }] });

describe('the page of a link for sign-off, in a browser without scripts', () => {
  let room: SignOffRoom;
  let browser: Browser;

  beforeAll(async () => {
    room = await signOffRoom('sqlite');
    browser = await openBrowser();
    await room.workflow(({ decision }) =>
      decision === 'approve' ? { checklist: ['The price is right', 'The allergens are named'] } : {},
    );
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await room?.stop();
  });

  const article1 = (more: object = {}) =>
    room.submitted({
      title: 'Rye bread on Fridays',
      summary: 'A loaf for the end of the week, with a dark crust.',
      body: [paragraph('From six in the morning, as long as there is some.'), paragraph('x'.repeat(300))],
      ...more,
    });
  const visit = async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      ...options,
    });
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  const stage = async (documentId: string) => (await room.panel(documentId)).stage;

  it.each([
    [390, 'light', 'en'],
    [390, 'dark', 'de'],
    [1440, 'light', 'de'],
    [1440, 'dark', 'en'],
  ] as const)('lets everybody in at %d pixels, %s, in %s', async (width, colorScheme, language) => {
    const link = await room.linkTo(await article1(), { language, message: 'Is the price right?' });
    const page = await visit(link, {
      // axe itself is a script; the page has none.
      javaScriptEnabled: true,
      bypassCSP: true,
      viewport: { width, height: 844 },
      colorScheme,
    });
    expect(await barriers(page, 'body')).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    // A press that misses something, and the receipt, are as good.
    room.look();
    await page.locator('button[value=approve]').click();
    await page.locator('[role=alert]').waitFor();
    expect(await barriers(page, 'body')).toEqual([]);
    for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
    room.look();
    await page.locator('button[value=approve]').click();
    await page.locator('#receipt').waitFor();
    expect(await barriers(page, 'body')).toEqual([]);
    await page.context().close();
  });

  it('works with the keyboard alone, and leads to what is missing', async () => {
    const documentId = await article1();
    const page = await visit(await room.linkTo(documentId));
    const press = async (key: string, times = 1): Promise<void> => {
      for (let count = 0; count < times; count++) await page.keyboard.press(key);
    };
    await press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Go to your answer');
    await press('Enter');
    await press('Tab', 3);
    expect(await page.locator(':focus').getAttribute('id')).toBe('confirm');
    await press('Space');
    await press('Tab', 2);
    expect(await page.locator(':focus').textContent()).toBe('Approve');
    room.look();
    await press('Enter');
    await page.locator('[role=alert]').waitFor();
    expect(await page.title()).toMatch(/^Your answer was not sent yet/);
    expect(await page.locator(':focus').getAttribute('role')).toBe('alert');
    await press('Tab');
    await press('Enter');
    expect(page.url()).toMatch(/#point-0$/);
    await page.locator('#point-0').focus();
    await press('Space');
    await press('Tab');
    await press('Space');
    expect(await page.locator('#confirm').isChecked()).toBe(true);
    await press('Tab', 3);
    room.look();
    await press('Enter');
    await page.getByText('Thank you, you approved it').first().waitFor();
    expect(await stage(documentId)).toBe('approved');
    await page.context().close();
  });

  it('takes words for changes, and keeps them when the entry changed meanwhile', async () => {
    const documentId = await article1();
    const page = await visit(await room.linkTo(documentId));
    await page.getByLabel('Comment').fill('Say which Friday.');
    await room.edit(room.emil, documentId, { title: 'Rye bread on the first Friday' });
    room.look();
    await page.getByRole('button', { name: 'Ask for changes' }).click();
    await page.getByText('It was changed while you were looking').waitFor();
    await page
      .getByRole('heading', { name: /first Friday/ })
      .first()
      .waitFor();
    expect(await page.getByLabel('Comment').inputValue()).toContain('Say which Friday.');
    await page.context().close();
  });

  it('shows the pictures of the entry and of each copy', async () => {
    const library = await openLibrary(room.app.strapi);
    const cover = await library.picture('three-day-rye', 'A dark rye loaf on a wooden board');
    const files = room.app.strapi.db.query('plugin::upload.file');
    const file = await files.findOne({ where: { id: cover } });
    try {
      const body = [
        paragraph('The dough rests for three days and goes into the oven on Friday at four.'),
        paragraph('From six in the morning, as long as there is some.'),
      ];
      const documentId = await article1({ cover, body });
      const channel = await room.rosa.call<{ key: string }>('POST', '/presence/channels', {
        kind: 'bluesky',
        name: 'Bluesky',
        settings: { identifier: 'bakery.test' },
        secret: { appPassword: 'unused' },
      });
      const copy = {
        text: 'Rye bread on Fridays: a loaf with a dark crust, from six in the morning.',
        title: 'Rye bread on Fridays',
        description: 'As long as there is some.',
        link: 'https://bakery.test/en/articles/rye-bread',
        pictures: [{ hash: file.hash, url: file.url, alt: 'A dark rye loaf' }],
        edited: true,
      };
      const made = await room.rosa.call('POST', '/presence/campaigns', {
        entry: { uid: article, documentId, locale: 'en' },
        name: 'Rye week',
        copies: [{ channel: channel.body.key, copy }],
      });
      expect(made.status).toBe(201);
      const page = await visit(await room.linkTo(documentId, { message: 'Is six in the morning right?' }));
      const pictures = page.locator('img');
      expect(await pictures.count()).toBe(2);
      for (const shown of await pictures.all())
        expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      await picture(page, 'sign-off-page');
      await page.evaluate(() => document.querySelector('#copies')?.scrollIntoView());
      await picture(page, 'sign-off-copy');
      for (const box of await page.locator('input[type=checkbox]').all()) await box.check();
      await page.evaluate(() => document.querySelector('#answer')?.scrollIntoView());
      await picture(page, 'sign-off-answer');
      room.look();
      await page.locator('button[value=approve]').click();
      await page.locator('#receipt').waitFor();
      await picture(page, 'sign-off-receipt');
      await page.context().close();
    } finally {
      await room.app.strapi.plugin('upload').service('upload').remove(file);
    }
  });

  it('loads nothing from elsewhere, and its address goes nowhere', async () => {
    const documentId = await article1();
    const page = await visit(await room.linkTo(documentId));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    expect(asked.filter((url) => !url.startsWith(room.app.url))).toEqual([]);
    expect(await room.app.strapi.documents(article).findOne({ documentId, locale: 'en' })).not.toBeNull();
    await page.context().close();
  });
});
