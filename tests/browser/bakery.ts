import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';

const root = resolve(__dirname, '../..');
const images = join(root, 'docs/images');

export const article = 'api::article.article';

export interface Bakery {
  readonly cms: string;
  readonly site: string;
  readonly password: string;
  readonly pds: string;
  readonly shop: string;
  readonly inbox: string;
  /** The practice network: Mastodon and receivers of webhooks that fail when they are told to, under `/_practice`. */
  readonly practice: string;
  /** The file of Strapi's database. */
  readonly database: string;
  close(): Promise<void>;
}

/** Opens the bakery in processes of its own; `reviews` says whether work waits on the desks. */
export function openBakery({ reviews = false } = {}): Promise<Bakery> {
  const child = spawn(process.execPath, [join(__dirname, 'stack.mjs')], {
    cwd: root,
    env: { ...process.env, PRESENCE_REVIEWS: reviews ? 'yes' : 'no' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return new Promise((done, fail) => {
    createInterface(child.stdout).once('line', (line) =>
      done({
        ...(JSON.parse(line) as Omit<Bakery, 'close'>),
        close: async () => {
          child.stdin.end();
          await ended;
        },
      }),
    );
    void ended.then(() => fail(new Error(`The bakery did not open:\n${said}`)));
  });
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath:
      process.env['CHROMIUM_PATH'] ??
      execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** A person at a screen of their own, logged in to the admin. */
export async function atDesk(browser: Browser, bakery: Bakery, email: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`${bakery.cms}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', bakery.password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  // Strapi's own announcement would stand on every picture.
  await page
    .getByRole('button', { name: 'Close' })
    .first()
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  return page;
}

export type Call = ReturnType<typeof callsOf>;

/** Calls to the admin API as the person at the desk makes them; one that is refused fails. */
export const callsOf =
  (page: Page) =>
  async <T>(method: string, path: string, body?: object): Promise<T> => {
    const { status, data } = await page.evaluate(
      async ([how, where, what]) => {
        const token =
          document.cookie.match(/jwtToken=([^;]+)/)?.[1] ??
          JSON.parse(localStorage.getItem('jwtToken') ?? sessionStorage.getItem('jwtToken') ?? '""');
        const response = await fetch(where, {
          method: how,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          ...(what ? { body: what } : {}),
        });
        return { status: response.status, data: await response.json() };
      },
      [method, path, body ? JSON.stringify(body) : ''] as const,
    );
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(data)}`);
    return data as T;
  };

/** A new article in English, as the entry that campaigns are about. */
export async function anArticle(call: Call, title: string, fields: object = {}) {
  const { data } = await call<{ data: { documentId: string } }>(
    'POST',
    `/content-manager/collection-types/${article}?locale=en`,
    { title, slug: title.toLowerCase().replaceAll(' ', '-'), locale: 'en', ...fields },
  );
  return { uid: article, documentId: data.documentId, locale: 'en' };
}

/** What is wider than the page, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What axe finds that keeps people out, in our part of the page: impact serious or critical. */
export async function barriers(page: Page, within = 'main'): Promise<string[]> {
  // A button of Strapi under the mouse has less contrast than it should.
  await page.mouse.move(0, 0);
  // What fades in has less contrast than it will have.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, help, nodes }) =>
        `${id}: ${help} at ${nodes
          .map(({ target, any: [why] }) => `${target.join(' ')} (${why?.message ?? ''})`)
          .slice(0, 3)
          .join(', ')}`,
    );
}

/** A picture for the README and the guides. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(images, { recursive: true });
  await page.screenshot({ path: join(images, `${name}.png`) });
}
