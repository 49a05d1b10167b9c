// What a key costs while a copy is written: all channels of the bakery are open on one campaign, each counted, checked and previewed as it is
// typed, beside a bare text box of the same page. Measured in Chromium, from the character to the end of all that it sets off, the layout included.
import { spawn, execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { median, root } from './boot.mjs';

const stack = spawn(process.execPath, [`${root}/tests/browser/stack.mjs`], {
  cwd: root,
  stdio: ['pipe', 'pipe', 'inherit'],
});
const bakery = await new Promise((done, fail) => {
  createInterface(stack.stdout).once('line', (line) => done(JSON.parse(line)));
  stack.once('exit', (code) => fail(new Error(`The bakery did not open (${code}).`)));
});
const browser = await chromium.launch({
  executablePath:
    process.env.CHROMIUM_PATH ??
    execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
page.setDefaultTimeout(60_000);
await page.goto(`${bakery.cms}/admin/auth/login`);
await page.fill('input[name=email]', 'owner@bakery.test');
await page.fill('input[name=password]', bakery.password);
await page.click('button[type=submit]');
await page.waitForURL((url) => !url.pathname.includes('/auth/'));

const call = (path) =>
  page.evaluate(async (where) => {
    const token =
      document.cookie.match(/jwtToken=([^;]+)/)?.[1] ??
      JSON.parse(localStorage.getItem('jwtToken') ?? sessionStorage.getItem('jwtToken') ?? '""');
    return (await fetch(where, { headers: { authorization: `Bearer ${token}` } })).json();
  }, path);
const { results } = await call(
  '/content-manager/collection-types/api::article.article?locale=en&pageSize=1&sort=createdAt:ASC',
);
const query = new URLSearchParams({
  uid: 'api::article.article',
  documentId: results[0].documentId,
  locale: 'en',
});
await page.goto(`${bakery.cms}/admin/plugins/presence/campaigns/new?${query}`);
const ticks = page.getByRole('checkbox', { name: /./ });
await ticks.first().waitFor();
for (const box of await page.locator('#campaign-channels, main').getByRole('checkbox').all())
  if (!(await box.isChecked()) && (await box.isEnabled())) await box.click();
const boxes = page.locator('textarea[name$=":text"]');
const channels = (await call('/presence/channels')).filter(({ kind }) => kind !== 'website').length;
await page.waitForFunction(
  (all) => document.querySelectorAll('textarea[name$=":text"]').length === all,
  channels,
);

/** Milliseconds of every key typed into the input that has this name. */
async function typed(name, text) {
  const input = page.locator(`textarea[name="${name}"]`);
  await input.click();
  await input.press('End');
  await page.evaluate((of) => {
    const times = [];
    window.__keys = times;
    const field = document.getElementsByName(of)[0];
    field.addEventListener(
      'beforeinput',
      () => {
        const started = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          void document.body.offsetHeight;
          times.push(performance.now() - started);
        };
        port2.postMessage(null);
      },
      { capture: true, signal: (window.__typing = new AbortController()).signal },
    );
  }, name);
  await input.pressSequentially(text, { delay: 60 });
  await page.waitForTimeout(200);
  return page.evaluate(() => (window.__typing.abort(), window.__keys));
}

const text = ' Fresh rye from the oven, still warm, at @mill #baking';
await page.evaluate(() => {
  const bare = document.createElement('textarea');
  bare.name = 'bare';
  document.querySelector('main').append(bare);
});
await typed('bare', text);
const bare = median(await typed('bare', text));
const names = await boxes.evaluateAll((all) => all.map(({ name }) => name));
const measured = [];
for (const name of names) {
  const label = await page
    .locator(`#copy-${name.split(':')[0]} h2`)
    .first()
    .textContent();
  await typed(name, ' warm');
  const times = (await typed(name, text)).sort((a, b) => a - b);
  measured.push({ label, median: median(times), late: times[Math.floor(times.length * 0.95)] });
}
console.error(measured);
await browser.close();
stack.stdin.end();
await new Promise((done) => stack.once('exit', done));

const [slowest] = [...measured].sort((a, b) => b.median - a.median);
const [latest] = [...measured].sort((a, b) => b.late - a.late);
const row = (what, ms, goal) => ({
  ...{ what, value: ms.toFixed(1), unit: 'ms', bare: bare.toFixed(1), ratio: (ms / bare).toFixed(1), goal },
});
console.log(
  `RESULT ${JSON.stringify([
    row(
      `a key in the slowest copy of ${channels} (${slowest.label}), in the middle`,
      slowest.median,
      '<= 16 ms',
    ),
    row(`a key in the slowest copy of ${channels} (${latest.label}), 95 of 100`, latest.late, '<= 16 ms'),
  ])}`,
);
process.exit(0);
