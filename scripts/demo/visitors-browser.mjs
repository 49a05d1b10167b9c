import { chromium } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** People with a Chromium of their own; what their pages report is added to `done` once Strapi took it. */
export async function browserVisitors({ cms, executablePath, done }) {
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: quiet,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });

  async function newVisitor(name, userAgent) {
    const context = await browser.newContext({
      userAgent,
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('response', (response) => {
      if (response.url() !== `${cms}/api/presence/collect` || response.status() !== 204) return;
      const { url, events } = JSON.parse(response.request().postData() ?? '{}');
      const path = new URL(url).pathname;
      for (const { kind } of events) if (kind === 'view') done.views[path] = (done.views[path] ?? 0) + 1;
    });
    const counted = () =>
      page.waitForResponse(
        (response) => response.url() === `${cms}/api/presence/collect` && response.status() === 204,
      );

    const read = async (url) => {
      await Promise.all([counted(), page.goto(url)]);
      await page.mouse.wheel(0, 4_000);
      return page.url();
    };
    return {
      read,
      async follow(link, channel) {
        const landed = await read(link);
        done.clicks[channel] += 1;
        return landed;
      },
      async openMail(url) {
        await Promise.all([
          page.waitForResponse(
            (response) => response.url().startsWith(`${cms}/api/presence/o/`) && response.ok(),
          ),
          page.goto(url),
        ]);
        done.opens += 1;
      },
      async signUp(url, { name: first, email }) {
        await read(url);
        await page.fill('.letter input[name=name]', first);
        await page.fill('.letter input[name=email]', email);
        await page.check('.letter [type=checkbox]');
        await Promise.all([page.waitForURL('**/thanks/'), page.click('.letter button')]);
      },
      async confirm(link) {
        await page.goto(link);
        await Promise.all([
          page.waitForResponse((response) => response.request().method() === 'POST'),
          page.click('button'),
        ]);
        await page.waitForLoadState();
        return (await page.locator('h1').first().innerText()).trim();
      },
    };
  }

  return { name: 'a real Chromium', newVisitor, close: () => browser.close() };
}
