// npm run test:crash: two instances publish to a real Bluesky server, Mastodon and a receiver of webhooks, while one after the other
// is killed with SIGKILL, faults are ordered on every line, the database is restarted and Redis is emptied. A person, played here, tests
// channels that want to be signed in again and retries what was refused. At the end each network is read: everything is there, once.
import { startOutside, listening, slowLine } from './outside.mjs';
import { dice, lives, notOnce, pause } from './life.mjs';
import { startPractice } from './practice.mjs';
import { startPostgres, startRedis } from './services.mjs';
import { bundleServer } from '../server-bundle.mjs';

/** Milliseconds between two publications that fall due. */
const apart = 400;
/** How long the database is away. */
const away = 3_000;

/** Resolves to what the process ends with. */
export async function crashFaults({ publications, engine: kind, seed, verbose }) {
  const entries = Math.ceil(publications / 3);
  const total = entries * 3;
  console.log(`fault run: ${total} publications, two instances, postgres, ${kind} engine, --seed ${seed}`);
  const random = dice(seed);
  const problems = [];
  const database = await startPostgres();
  const redis = kind === 'bullmq' ? await startRedis() : null;
  const engine = {
    ...{ enabled: true, pollEvery: 200, lease: 2_000 },
    ...(redis ? { kind, redis: redis.url, prefix: 'presence-faults' } : {}),
  };
  const plugin = await bundleServer();
  const life = lives({ plugin, connection: database.connection, verbose });

  let broken = 0;
  const breaks = ['before', 'after', 'gateway'];
  const outside = await startOutside({
    onAnswer: () => undefined,
    pause: () => Math.floor(random() * 1_000),
    fault: () => (isCalm || random() > 0.08 ? null : breaks[broken++ % breaks.length]),
  });
  const practice = await startPractice(random);
  const bodies = new Map();
  const line = slowLine(practice.url, {
    isWrite: ({ method }) => method === 'POST',
    wait: () => pause(random() * 1_000),
    onAnswer: () => undefined,
    onWrite({ headers, url }, body) {
      const id =
        headers['webhook-id'] ?? (url.endsWith('/statuses') ? headers['idempotency-key'] : undefined);
      if (id === undefined) return;
      const sent = bodies.get(id) ?? { tries: 0, body };
      if (sent.body !== body) problems.push(`${id} was sent with two different bodies`);
      bodies.set(id, { ...sent, tries: sent.tries + 1 });
    },
  });
  const address = await listening(line);
  let isCalm = false;
  let isAway = false;

  const setup = life({
    engine: { enabled: false },
    setup: {
      ...{ entries, spread: total * apart },
      channels: [
        outside.bluesky,
        {
          ...{ kind: 'mastodon', name: 'Mastodon', settings: { instance: address } },
          secret: { accessToken: practice.token },
        },
        {
          ...{ kind: 'webhook', name: 'Partner' },
          settings: { url: practice.receiver.url.replace(practice.url, address) },
          secret: { signingSecret: practice.receiver.secret },
        },
      ],
    },
  });
  if ((await setup.ended)[0] !== 0) throw new Error('the campaigns could not be made');
  console.log(`${entries} campaigns with three channels each are scheduled`);

  const count = async () => {
    const [blue, toots, hooks] = await Promise.all([
      outside.posts(),
      practice.posts('mastodon'),
      practice.posts('webhook'),
    ]);
    return { blue, toots, hooks, there: blue.length + toots.length + hooks.length };
  };

  /** The two instances; one that is killed begins anew at once. */
  const instances = [0, 1].map(() => begin());
  function begin() {
    const one = { ...life({ engine }), at: null, isKilled: false };
    void one.ready.then((at) => (one.at = at));
    void one.ended.then(async ([code, signal]) => {
      if (one.isKilled) return;
      // Without its database no Strapi starts; whoever runs it starts it again.
      if (!isAway) problems.push(`an instance ended by itself (${code ?? signal})`);
      const place = instances.indexOf(one);
      await pause(1_000);
      if (place >= 0) instances[place] = begin();
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

  /** What a person does who reads the notices. */
  const acts = { tested: 0, retried: 0, hurried: 0 };
  async function attend() {
    for (const { key, state } of (await api('GET', '/channels')) ?? [])
      if (state === 'reauthorise' || state === 'blocked') {
        acts.tested += 1;
        await api('POST', `/channels/${key}/test`, {});
      }
    for (const { key } of await inState('rejected')) {
      acts.retried += 1;
      await api('POST', `/publications/${key}/retry`, {});
    }
    if (!isCalm) return;
    // Who does not want to wait for the next try changes the time.
    for (const { key, nextAt } of await inState('scheduled')) {
      if (nextAt - Date.now() < 5_000) continue;
      if (await api('POST', `/publications/${key}/reschedule`, { when: { kind: 'now' } })) acts.hurried += 1;
    }
  }
  const inState = async (state) =>
    (await api('GET', `/publications?state=${state}&pageSize=100`))?.items ?? [];
  let isOver = false;
  const person = (async () => {
    for (; !isOver; await pause(1_500)) await attend();
  })();
  const trouble = (async () => {
    // Every second publication meets one, however slow the machine is.
    for (let left = total / 2; !isCalm && !isOver; await pause(200 + random() * 300))
      if (left > 0 && (await practice.pending()) < 3) {
        left -= 1;
        await practice.order();
      }
    await practice.heal();
  })();

  let kills = 0;
  let isRestarted = false;
  let flushed = redis ? null : 'none to empty';
  const deadline = Date.now() + total * apart + 600_000;
  for (;;) {
    const { there } = await count();
    if (!isRestarted && there >= total * 0.4) {
      isRestarted = isAway = true;
      await database.restart(away);
      isAway = false;
      console.log(`PostgreSQL was away for ${away / 1_000} s, ${there} of ${total} there`);
    }
    if (flushed === null && there >= total * 0.6) {
      flushed = await redis.flush();
      console.log(`Redis was emptied of ${flushed} keys, ${there} of ${total} there`);
    }
    if (there >= total * 0.9 || Date.now() > deadline) break;
    const place = random() < 0.5 ? 0 : 1;
    const one = instances[place];
    // One in ten dies at any moment of its start.
    if (random() >= 0.1) await Promise.race([one.ready, one.ended]);
    await pause(1_000 + random() * 3_000);
    one.isKilled = true;
    one.child.kill('SIGKILL');
    await one.ended;
    instances[place] = begin();
    kills += 1;
    if (kills % 5 === 0) console.log(`${kills} kills, ${(await count()).there} of ${total} there`);
  }
  isCalm = true;
  await trouble;
  console.log(`${kills} kills; from here on nothing more goes wrong`);

  const many = async (state) => (await api('GET', `/publications?pageSize=1&state=${state}`))?.total ?? 0;
  for (let told = Date.now(); ; await pause(500)) {
    const ends = (await many('delivered')) + (await many('unknown'));
    if (ends >= total || Date.now() > deadline) break;
    if (Date.now() - told < 15_000) continue;
    told = Date.now();
    console.log(`${ends} of ${total} are at their end`);
  }
  isOver = true;
  await person;
  const [delivered, doubts] = [await many('delivered'), await many('unknown')];
  if (delivered + doubts !== total) {
    problems.push(`${delivered} of ${total} publications are delivered, ${doubts} are shown in doubt`);
    for (const state of [
      'scheduled',
      'running',
      'parked',
      'held',
      'asking',
      'rejected',
      'skipped',
      'cancelled',
    ])
      for (const one of await inState(state)) problems.push(`left: ${JSON.stringify(one)}`);
  }
  for (const one of instances) {
    one.isKilled = true;
    await one.ready;
    one.child.kill('SIGTERM');
    const [code] = await one.ended;
    if (code !== 0) problems.push(`an instance ended with ${code} instead of 0`);
  }

  const { blue, toots, hooks } = await count();
  const titles = (posts) => posts.map(({ text }) => /Loaf \d+/.exec(text)?.[0]);
  // All three channels have a lever or can be read back, so no doubt may be left.
  problems.push(
    ...(doubts > 0 ? [`${doubts} doubts are left where the channel could be asked`] : []),
    ...notOnce('posts on the Bluesky server', titles(blue.map(({ value }) => value)), entries),
    ...notOnce('posts on Mastodon', titles(toots), entries),
    ...notOnce('webhooks by their id', titles(hooks), entries),
  );
  const again = [...bodies.values()].filter(({ tries }) => tries > 1).length;
  const faults = [...practice.ordered].map(([name, times]) => `${name} ${times}`).join(', ');
  console.log(
    `${blue.length} posts at Bluesky, ${toots.length} on Mastodon, ${hooks.length} webhooks; ${again} sent more than once under one key; ${kills} kills; PostgreSQL restarted: ${isRestarted}; Redis emptied of: ${flushed ?? 'never'}; lines broken to Bluesky: ${broken}; faults ordered: ${faults}; a person tested ${acts.tested} times and retried ${acts.retried}, and hurried ${acts.hurried}; seed ${seed}`,
  );
  if (!isRestarted || flushed === null) problems.push('the run was over before everything had gone wrong');
  line.closeAllConnections();
  line.close();
  await Promise.all([outside.stop(), practice.stop(), redis?.stop()]);
  await database.stop();
  for (const problem of problems) console.error(`FAILED: ${problem}`);
  console.log(problems.length === 0 ? 'everything is there exactly once' : `${problems.length} problem(s)`);
  return problems.length === 0 ? 0 : 1;
}
