// npm run test:crash: two instances publish to a real Bluesky server, Mastodon, a receiver of webhooks and a mail server, while one after
// the other is killed with SIGKILL, faults are ordered on every line, log-ins end, the database is restarted and Redis is emptied. A person,
// played here, enters new secrets, tests channels and tries again. At the end each network is read: everything is there, once.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root } from '../bench/boot.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { ledgerOf } from './left.mjs';
import { lettersOnce } from './letters.mjs';
import { dice, lives, pause } from './life.mjs';
import { startNetworks } from './networks.mjs';
import { person } from './person.mjs';
import { startPostgres, startRedis } from './services.mjs';

/** Milliseconds between two publications that fall due. */
const apart = 300;
/** How long the database is away. */
const away = 3_000;
/** Mails of a newsletter a second. Newsletters are all due in the first half. */
const rate = 3;
/** How long after its own next try something may still not be there, and the longest that a run may take after all is well again. */
const grace = 60_000;
const longest = 20 * 60_000;

/** Resolves to what the process ends with. */
export async function crashFaults({ publications, newsletters, engine: kind, seed, verbose }) {
  const began = Date.now();
  const entries = Math.ceil(publications / 3);
  const total = entries * 3;
  const readers = Math.max(10, Math.ceil(total / 10));
  console.log(`fault run: ${total} publications, two instances, postgres, ${kind} engine, --seed ${seed}`);
  const random = dice(seed);
  const database = await startPostgres();
  const redis = kind === 'bullmq' ? await startRedis() : null;
  const engine = {
    ...{ enabled: true, pollEvery: 200, lease: 5_000 },
    ...(redis ? { kind, redis: redis.url, prefix: 'presence-faults' } : {}),
  };
  const plugin = await bundleServer();
  const life = lives({ plugin, connection: database.connection, verbose });
  let isCalm = false;
  /** When the database went away, and when it was back. */
  const gone = { from: Infinity, to: Infinity };
  let isOver = false;
  const networks = await startNetworks({ random, isCalm: () => isCalm });
  const { problems, smtp } = networks;

  process.on('exit', forgetPictures);
  const loaf = sharp({ create: { width: 320, height: 240, channels: 3, background: '#a0703c' } });
  const picture = (await loaf.jpeg().toBuffer()).toString('base64');
  const spread = total * apart;
  const setup = life({
    engine: { enabled: false },
    setup: { entries, spread, channels: networks.channels, picture },
    mailing: { readers, campaigns: newsletters, rate, spread: spread / 2, ...networks.mailbox },
  });
  if ((await setup.ended)[0] !== 0) throw new Error('the campaigns could not be made');
  const seconds = () => Math.round((Date.now() - began) / 1_000);
  const say = (what) => console.log(`${String(seconds()).padStart(4)} s: ${what}`);
  say(`${entries} campaigns with three channels each, ${newsletters} newsletters to ${readers} readers`);

  /** The two instances; one that is killed begins anew at once. */
  const instances = [0, 1].map(() => begin());
  function begin() {
    const one = { ...life({ engine }), at: null, isKilled: false, from: Date.now() };
    void one.ready.then((at) => (one.at = at));
    void one.ended.then(async ([code, signal]) => {
      if (one.isKilled) return;
      // Without its database no Strapi starts; whoever runs it starts it again. One that runs has to bear it.
      const isExcused = one.at === null && Date.now() >= gone.from && one.from <= gone.to;
      if (!isExcused) problems.push(`an instance ended by itself (${code ?? signal})`);
      const place = instances.indexOf(one);
      await pause(1_000);
      if (place >= 0 && instances[place] === one) instances[place] = begin();
    });
    return one;
  }

  const api = async (method, path, body) => {
    const { at } = instances.find((one) => one.at !== null && !one.isKilled) ?? {};
    if (!at) return null;
    try {
      const response = await fetch(`${at.url}/presence${path}`, {
        method,
        headers: { authorization: `Bearer ${at.token}`, 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(20_000),
      });
      return response.ok ? await response.json() : null;
    } catch {
      return null; // killed while it answered
    }
  };

  const { attend, acts } = person({ api, secrets: networks.secrets, isCalm: () => isCalm });
  const attention = (async () => {
    for (; !isOver; await pause(1_500)) await attend();
  })();
  const trouble = (async () => {
    // Every second publication meets one, however slow the machine is; of the mails one in six.
    for (
      let left = total / 2, mails = (newsletters * readers) / 6;
      !isCalm;
      await pause(200 + random() * 300)
    ) {
      if (left > 0 && (await networks.trouble())) left -= 1;
      if (mails > 0 && random() < 0.3 && networks.mailTrouble()) mails -= 1;
    }
    await networks.heal();
  })();

  const { kills, isRestarted, flushed } = await wrecked();
  isCalm = true;
  await trouble;
  say(`${kills} kills; from here on nothing more goes wrong`);
  const ledger = ledgerOf(database.connection);
  const all = total + newsletters;
  const states = await settled();
  isOver = true;
  await attention;

  const { delivered = 0, unknown: doubts = 0 } = states;
  if (delivered !== all) problems.push(`${JSON.stringify(states)} of ${all} publications`);
  // All channels have a lever or can be read back, or count mail by mail, so no doubt may be left.
  if (doubts > 0) problems.push(`${doubts} doubts are left where the channel could be asked`);
  if (delivered + doubts < all) problems.push(...(await ledger.lines()));
  await ledger.close();
  await Promise.all(instances.map((one) => one.ready));
  const ask = async (path) => (await api('GET', path)) ?? { items: [], problems: [] };
  const channel = (await ask('/channels')).find(({ kind: one }) => one === 'email').key;
  const { items } = await ask(`/publications?channel=${channel}&pageSize=100`);
  const letters = await lettersOnce({ smtp, newsletters: items, readers, ask });
  if (items.length !== newsletters) problems.push(`${items.length} newsletters instead of ${newsletters}`);
  for (const one of instances) {
    one.isKilled = true;
    one.child.kill('SIGTERM');
    const [code] = await one.ended;
    if (code !== 0) problems.push(`an instance ended with ${code} instead of 0`);
  }

  const read = await networks.read(entries);
  say(
    `${read.sentence}; ${letters.doubts} mails in doubt and ${letters.refused} refused, all of them shown; ${kills} kills; PostgreSQL restarted: ${isRestarted}; Redis emptied of: ${flushed ?? 'never'}; a person entered ${acts.entered} new secrets, tested ${acts.tested} times, retried ${acts.retried} and hurried ${acts.hurried}; seed ${seed}`,
  );
  const found = [...read.problems, ...letters.problems];
  if (!isRestarted || flushed === null) found.push('the run was over before everything had gone wrong');
  await Promise.all([networks.stop(), redis?.stop()]);
  await database.stop();
  for (const problem of found) console.error(`FAILED: ${problem}`);
  say(found.length === 0 ? 'everything is there exactly once' : `${found.length} problem(s)`);
  return found.length === 0 ? 0 : 1;

  /** Kills, until nine in ten are there; on the way log-ins end, the database goes away once, and Redis forgets everything once. */
  async function wrecked() {
    const done = { kills: 0, isRestarted: false, flushed: redis ? null : 'none to empty' };
    const logIns = [...networks.logIns];
    const latest = Date.now() + spread + longest;
    let isEnough = false;
    const killing = (async () => {
      while (!isEnough) {
        const place = random() < 0.5 ? 0 : 1;
        const one = instances[place];
        // One in ten dies at any moment of its start.
        if (random() >= 0.1) await Promise.race([one.ready, one.ended]);
        await pause(1_000 + random() * 3_000);
        // It ended by itself meanwhile, and another stands in its place.
        if (instances[place] !== one) continue;
        one.isKilled = true;
        one.child.kill('SIGKILL');
        await one.ended;
        instances[place] = begin();
        done.kills += 1;
        if (done.kills % 5 === 0) say(`${done.kills} kills, ${await networks.there()} of ${total} there`);
      }
    })();
    for (let there = 0; there < total * 0.9 && Date.now() < latest; await pause(1_000)) {
      there = await networks.there();
      while (logIns[0] && there >= total * logIns[0].share) {
        const { what, end } = logIns.shift();
        await end();
        say(`${what}, ${there} of ${total} there`);
      }
      if (!done.isRestarted && there >= total * 0.4) {
        done.isRestarted = true;
        gone.from = Date.now();
        await database.restart(away);
        gone.to = Date.now();
        say(`PostgreSQL was away for ${away / 1_000} s, ${there} of ${total} there`);
      }
      if (done.flushed === null && there >= total * 0.6) {
        done.flushed = await redis.flush();
        say(`Redis was emptied of ${done.flushed} keys, ${there} of ${total} there`);
      }
    }
    isEnough = true;
    await killing;
    return done;
  }

  /** Waits as long as anything has a next try of its own; how many then stand in each state. */
  async function settled() {
    const latest = Date.now() + longest;
    for (let told = Date.now(), stuckFrom = null; ; await pause(500)) {
      const now = await ledger.states();
      const ends = (now.delivered ?? 0) + (now.unknown ?? 0);
      const next = await ledger.lastTry();
      stuckFrom = next === null || next + grace < Date.now() ? (stuckFrom ?? Date.now()) : null;
      const isStuck = stuckFrom !== null && Date.now() - stuckFrom > grace;
      if (ends >= all || isStuck || Date.now() > latest) return now;
      if (Date.now() - told < 15_000) continue;
      told = Date.now();
      say(`${ends} of ${all} are at their end`);
      if (verbose || all - ends < 3) for (const line of await ledger.left()) console.log(line);
    }
  }
}

/** Files that the media library of the test app was given by this run. */
function forgetPictures() {
  const folder = join(root, 'tests/fixtures/app/public/uploads');
  for (const name of readdirSync(folder)) if (/fault[-_]run/.test(name)) rmSync(join(folder, name));
}
