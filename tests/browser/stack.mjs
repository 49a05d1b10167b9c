// The bakery with all its servers, as the demo opens it, and the practice network for the browser tests: prints one line of JSON when it is open, and
// closes when its standard input ends.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBakery } from '../../scripts/demo/bakery.mjs';
import { leaveReviews } from '../../scripts/demo/job/leave-reviews.mjs';
import { lines } from '../../scripts/demo/lines.mjs';
import { prepare } from '../../scripts/demo/prepare.mjs';
import { household } from '../../scripts/demo/processes.mjs';

const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'presence-browser-'));
const processes = household(folder, (name) => print.say(`${name} ended before its time.`));
const print = lines(process.stderr);

let leaving = null;
const leave = (code) =>
  (leaving ??= (async () => {
    await processes.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    process.exit(code);
  })());
process.stdin.on('end', () => void leave(0)).resume();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave(1));

try {
  if (process.env.PRESENCE_AS_BUILT !== 'yes') await prepare(print, processes);
  const { url: practice } = JSON.parse(
    await processes.start('practice', [join(root, 'tests/network/practice/main.mjs')]),
  );
  const bakery = await openBakery(print, processes, folder, { allowed: [new URL(practice).host] });
  if (process.env.PRESENCE_REVIEWS === 'yes') await leaveReviews(print, bakery);
  const { cms, site, password, bluesky, mail, shop } = bakery;
  const servers = { cms, site, practice, pds: bluesky.url, inbox: mail.url };
  console.log(JSON.stringify({ ...servers, password, shop: shop.did, database: join(folder, 'bakery.db') }));
} catch (error) {
  console.error(error, processes.lastWords());
  await leave(1);
}
