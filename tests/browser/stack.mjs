// The bakery with all its servers, as the demo opens it, for the browser tests: prints one line of JSON when it is open, and
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
  const bakery = await openBakery(print, processes, folder);
  if (process.env.PRESENCE_REVIEWS === 'yes') await leaveReviews(print, bakery);
  const { cms, site, password, bluesky, mail, shop } = bakery;
  console.log(JSON.stringify({ cms, site, password, pds: bluesky.url, shop: shop.did, inbox: mail.url }));
} catch (error) {
  console.error(error, processes.lastWords());
  await leave(1);
}
