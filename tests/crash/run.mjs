// npm run test:crash: kills Strapi with SIGKILL at random moments of a campaign to a real Bluesky server and a receiver of
// webhooks, starts it again each time, and then reads from both whether every post is there exactly once.
//   --kills 50  --publications 200  --database sqlite|postgres|mysql  --engine embedded|bullmq  --seed 1
// Without --kills, the great fault run instead (faults.mjs): two instances at once, 1,000 publications to Bluesky, Mastodon and a
// receiver of webhooks and --newsletters 3 beside them, faults on every line, log-ins that end, PostgreSQL restarted and Redis emptied
// in the middle. A mail that a process was handing over when it was killed counts as in doubt after five minutes; --newsletters 0 saves them.
//   --publications 1000  --engine embedded|bullmq  --seed 1
// With --mail, newsletters to a real SMTP server instead (mail.mjs): --readers 60 of each of --newsletters 3.
import { parseArgs } from 'node:util';
import { createDatabase } from '../bench/boot.mjs';
import { forget, redisUrl } from '../network/redis.mjs';
import { bundleServer } from '../server-bundle.mjs';
import { crashFaults } from './faults.mjs';
import { dice, lives, notOnce, pause } from './life.mjs';
import { crashMail } from './mail.mjs';
import { startOutside } from './outside.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    publications: { type: 'string' },
    database: { type: 'string', default: 'sqlite' },
    engine: { type: 'string', default: 'embedded' },
    mail: { type: 'boolean', default: false },
    readers: { type: 'string', default: '60' },
    newsletters: { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
if (!values.mail && values.kills === undefined) {
  const { engine, verbose } = values;
  const [publications, newsletters, seed] = [
    values.publications ?? 1_000,
    values.newsletters,
    values.seed,
  ].map(Number);
  process.exit(await crashFaults({ publications, newsletters, engine, seed, verbose }));
}
const kills = Number(values.kills ?? 50);
const entries = Math.ceil(Number(values.publications ?? 200) / 2);
const total = entries * 2;
const what = values.mail ? 'newsletters' : `${total} publications`;
console.log(
  `crash test: ${what}, ${kills} kills, ${values.database}, ${values.engine} engine, --seed ${values.seed}`,
);

const random = dice(Number(values.seed));
let answers = 0;
let answered = () => undefined;
const database = await createDatabase(values.database);
const plugin = await bundleServer();
const queue = {
  kind: 'bullmq',
  redis: redisUrl,
  prefix: `presence-crash-${process.pid}`,
};
const engine = {
  ...{ enabled: true, pollEvery: 200, lease: 2_000 },
  ...(values.engine === 'bullmq' ? queue : {}),
};
const problems = [];
const life = lives({ plugin, connection: database.connection, verbose: values.verbose });

if (values.mail) {
  const [readers, campaigns] = [Number(values.readers), Number(values.newsletters)];
  const run = { kills, readers, campaigns, life: (options) => life({ engine, ...options }), random, pause };
  problems.push(...(await crashMail(run)));
  await end('every mail arrived at most once, and each that may be missing is shown in doubt');
}

const outside = await startOutside({
  onAnswer: () => {
    answers += 1;
    answered();
  },
  pause: () => Math.floor(random() * 60),
});
const setup = life({
  engine: { enabled: false },
  setup: { entries, channels: [outside.bluesky, outside.webhook] },
});
if ((await setup.ended)[0] !== 0) throw new Error('the campaigns could not be made');
console.log(`${entries} campaigns with two channels each are scheduled`);

for (let kill = 1; kill <= kills; kill += 1) {
  const one = life({ engine });
  const left = total - (await done());
  // One in ten dies at any moment of its start; the others when their share of what is left was answered, and a moment later.
  const isEarly = random() < 0.1;
  const share = Math.ceil((2 * random() * left) / (kills - kill + 1));
  const from = answers;
  if (isEarly) await pause(random() * 4_000);
  else {
    await Promise.race([until(() => answers - from >= share), one.ended, pause(60_000)]);
    await pause(random() * 40);
  }
  one.child.kill('SIGKILL');
  await one.ended;
  console.log(
    `kill ${String(kill).padStart(3)}: ${isEarly ? 'while starting' : `after ${answers - from} answers`}, ${await done()} of ${total} there`,
  );
}

const last = life({ engine });
const { url, token } = await last.ready;
const states = async (state) => {
  const query = new URLSearchParams({ pageSize: '1', ...(state ? { state } : {}) });
  const response = await fetch(`${url}/presence/publications?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await response.json()).total;
};
const deadline = Date.now() + 300_000;
while ((await states('delivered')) < total && Date.now() < deadline) await pause(250);
const delivered = await states('delivered');
if (delivered !== total) problems.push(`${delivered} of ${total} publications are delivered`);
last.child.kill('SIGTERM');
const [code] = await last.ended;
if (code !== 0) problems.push(`the last process ended with ${code} instead of 0`);

const posts = await outside.posts();
const posted = posts.map(({ value }) => /Loaf \d+/.exec(value.text)?.[0]);
problems.push(...notOnce('posts on the Bluesky server', posted, entries));
const accepted = new Map();
for (const { id, body } of outside.received) {
  const before = accepted.get(id);
  if (before !== undefined && before !== body) problems.push(`webhook ${id} came with two different bodies`);
  accepted.set(id, body);
}
const titles = [...accepted.values()].map((body) => JSON.parse(body).data.title);
problems.push(...notOnce('webhooks by their id', titles, entries));
console.log(
  `${posts.length} posts, ${accepted.size} webhooks (${outside.received.length - accepted.size} sent again under the same id), ${kills} kills, seed ${values.seed}`,
);
await outside.stop();
await end('every post is there exactly once');

async function end(well) {
  if (values.engine === 'bullmq') await forget(queue.prefix);
  await database.drop();
  for (const problem of problems) console.error(`FAILED: ${problem}`);
  console.log(problems.length === 0 ? well : `${problems.length} problem(s)`);
  process.exit(problems.length === 0 ? 0 : 1);
}

async function done() {
  return (await outside.posts()).length + new Set(outside.received.map(({ id }) => id)).size;
}

async function until(is) {
  while (!is()) await new Promise((resolve) => (answered = resolve));
}
