// What a key costs while a copy is written: all channels of the bakery are open on one campaign, each counted, checked and previewed as it is
// typed, beside a bare text box of the same page. Measured in Chromium: from the character until what is written, and how long it is, is laid out;
// until its preview is; until the frame that shows it is handed on and the page answers again; and all that the page does until it rests, painting
// included, of which a bare text box has its own part.
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

/** Milliseconds of every key typed into the input that has this name, in order of size. A bare text box has no preview. */
async function typed(name, text) {
  const input = page.locator(`textarea[name="${name}"]`);
  await input.click();
  await input.press('End');
  await page.evaluate((of) => {
    const times = { laidOut: [], previewed: [], painted: [] };
    window.__keys = times;
    const { signal } = (window.__typing = new AbortController());
    let started = 0;
    const since = (list) => {
      void document.body.offsetHeight;
      list.push(performance.now() - started);
    };
    const field = document.getElementsByName(of)[0];
    const heading = [...(field.closest('[id^="copy-"]')?.querySelectorAll('h3') ?? [])].find(
      ({ textContent }) => textContent === 'Preview',
    );
    const preview = new MutationObserver(() => since(times.previewed));
    if (heading)
      preview.observe(heading.parentElement, { childList: true, subtree: true, characterData: true });
    signal.addEventListener('abort', () => preview.disconnect());
    field.addEventListener(
      'beforeinput',
      () => {
        started = performance.now();
        const { port1, port2 } = new MessageChannel();
        // The frame of a key goes before the messages of the page.
        port1.onmessage = () => since(times.painted);
        port2.postMessage(null);
      },
      { capture: true, signal },
    );
    // After everything that listens to the input, and what it left to be done at once.
    window.addEventListener('input', () => queueMicrotask(() => since(times.laidOut)), { signal });
  }, name);
  const all = [];
  for (const character of text) {
    const before = await worked();
    await page.keyboard.type(character);
    await page.waitForTimeout(100);
    all.push((await worked()) - before);
  }
  const times = { ...(await page.evaluate(() => (window.__typing.abort(), window.__keys))), all };
  for (const [part, list] of Object.entries(times)) {
    // A space at the end of a line is not seen in every preview.
    const least = part === 'previewed' ? text.length * (name === 'bare' ? 0 : 0.8) : text.length;
    if (list.length < least || list.length > text.length)
      throw new Error(`${name}: ${text.length} keys, ${part} after ${list.length}.`);
    list.sort((a, b) => a - b);
  }
  return times;
}

const text = ' Fresh rye from the oven, still warm, at @mill #baking';
await page.evaluate(() => {
  const bare = document.createElement('textarea');
  bare.name = 'bare';
  document.querySelector('main').append(bare);
});
await typed('bare', text);
const before = await typed('bare', text);
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
// The machine is not as quick at the end as it was at the beginning, or the other way round.
const after = await typed('bare', text);
const bare = Object.fromEntries(
  Object.keys(before).map((part) => [part, [...before[part], ...after[part]].sort((a, b) => a - b)]),
);
await browser.close();
stack.stdin.end();
await new Promise((done) => stack.once('exit', done));

const late = (times) => times[Math.floor(times.length * 0.95)];
const both = (times) => `${median(times).toFixed(1)} and ${late(times).toFixed(1)} ms`;
for (const { label, ...times } of [...measured, { label: 'A bare text box', ...bare }])
  console.error(
    `${label}: ${Object.entries(times)
      .filter(([, list]) => list.length > 0)
      .map(([part, list]) => `${part} ${both(list)}`)
      .join(', ')}`,
  );
const of = `${channels} copies`;
/** A row of the table: beside a bare text box at the same place of its order. */
const row = (what, ms, own, value = ms) => ({
  ...{ what, value: value.toFixed(1), unit: 'ms', bare: own.toFixed(1) },
  ...{ ratio: (ms / own).toFixed(1), goal: '<= 16 ms' },
});
const parts = {
  laidOut: 'a key until its copy and its counter are laid out',
  previewed: 'a key until its preview is laid out',
  painted: 'a key until it is painted',
  all: 'what counter, checks and preview add to all the work for a key',
};
const rows = Object.entries(parts).flatMap(([part, what]) => {
  const [most] = [...measured].sort((a, b) => median(b[part]) - median(a[part]));
  const every = measured.flatMap((one) => one[part]).sort((a, b) => a - b);
  const own = bare[part === 'previewed' ? 'laidOut' : part];
  return [
    {
      name: `in the middle, the slowest of ${of} (${most.label})`,
      ms: median(most[part]),
      own: median(own),
    },
    { name: `95 of 100 in all ${of}`, ms: late(every), own: late(own) },
  ].map((one) => row(`${what}, ${one.name}`, one.ms, one.own, part === 'all' ? one.ms - one.own : one.ms));
});
console.log(`RESULT ${JSON.stringify(rows)}`);
process.exit(0);
