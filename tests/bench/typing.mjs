// What a key costs while a copy is written: all channels of the bakery are open on one campaign, each counted, checked and previewed as it is
// typed, beside a bare text box of the same page. Measured in Chromium twice: from the character until what is written, and how long it is, is laid
// out; and all that the page does for it until it rests, the preview and its painting included, of which a bare text box has its own part.
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

const devtools = await page.context().newCDPSession(page);
await devtools.send('Performance.enable');
/** Milliseconds that the page has worked. */
async function worked() {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
}

/** Milliseconds of every key typed into the input that has this name: until it is laid out, and all the work of the page for it. */
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
  const all = [];
  for (const character of text) {
    const before = await worked();
    await page.keyboard.type(character);
    await page.waitForTimeout(100);
    all.push((await worked()) - before);
  }
  const laidOut = await page.evaluate(() => (window.__typing.abort(), window.__keys));
  return { laidOut: laidOut.sort((a, b) => a - b), all: all.sort((a, b) => a - b) };
}

const text = ' Fresh rye from the oven, still warm, at @mill #baking';
await page.evaluate(() => {
  const bare = document.createElement('textarea');
  bare.name = 'bare';
  document.querySelector('main').append(bare);
});
await typed('bare', text);
const bare = await typed('bare', text);
const names = await boxes.evaluateAll((all) => all.map(({ name }) => name));
await typed(names[0], text);
const measured = [];
for (const name of names) {
  const label = await page
    .locator(`#copy-${name.split(':')[0]} h2`)
    .first()
    .textContent();
  await typed(name, ' warm');
  measured.push({ label, ...(await typed(name, text)) });
}
await browser.close();
stack.stdin.end();
await new Promise((done) => stack.once('exit', done));

const late = (times) => times[Math.floor(times.length * 0.95)];
for (const { label, laidOut, all } of measured)
  console.error(
    `${label}: laid out in ${median(laidOut).toFixed(1)} and ${late(laidOut).toFixed(1)} ms, all ${median(all).toFixed(1)} and ${late(all).toFixed(1)} ms`,
  );
const of = `${channels} copies`;
/** A row of the table: beside a bare text box at the same place of its order. */
const row = (what, ms, own, value = ms) => ({
  ...{ what, value: value.toFixed(1), unit: 'ms', bare: own.toFixed(1) },
  ...{ ratio: (ms / own).toFixed(1), goal: '<= 16 ms' },
});
const rows = ['laidOut', 'all'].flatMap((part) => {
  const [most] = [...measured].sort((a, b) => median(b[part]) - median(a[part]));
  const every = measured.flatMap((one) => one[part]).sort((a, b) => a - b);
  return [
    {
      name: `in the middle, the slowest of ${of} (${most.label})`,
      ms: median(most[part]),
      own: median(bare[part]),
    },
    { name: `95 of 100 in all ${of}`, ms: late(every), own: late(bare[part]) },
  ].map(({ name, ms, own }) =>
    part === 'laidOut'
      ? row(`a key until its copy is laid out, ${name}`, ms, own)
      : row(`what counter, checks and preview add to all the work for a key, ${name}`, ms, own, ms - own),
  );
});
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
