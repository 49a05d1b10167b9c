// Every network of the fault run at once: Bluesky's own server, Mastodon and a receiver of webhooks on the practice network, and a mail
// server. What goes wrong on them is decided by the dice of the run.
import { startSmtp } from '../network/smtp.mjs';
import { notOnce, pause } from './life.mjs';
import { listening, slowLine, startOutside } from './outside.mjs';
import { startPractice } from './practice.mjs';

const breaks = ['before', 'after', 'gateway'];
/** Faults of a mail server; each meets one mail. `451` and `452` mean later, `554` never, `cut` that the answer is lost. */
const mailFaults = [
  () => ({ at: 'rcpt', code: 451, text: '4.7.1 Greylisted, try again later' }),
  () => ({ at: 'cut' }),
  () => ({ at: 'data', code: 452, text: '4.2.2 Quota exceeded' }),
  (random) => ({ at: 'hold', until: pause(2_000 + random() * 8_000) }),
  () => ({ at: 'data', code: 554, text: '5.7.1 Refused' }),
  () => ({ at: 'connect', code: 421, text: '4.3.2 Too busy' }),
];

/** `isCalm` says whether nothing more goes wrong. */
export async function startNetworks({ random, isCalm }) {
  const problems = [];
  let broken = 0;
  const outside = await startOutside({
    onAnswer: () => undefined,
    pause: () => Math.floor(random() * 400),
    fault: () => (isCalm() || random() > 0.08 ? null : breaks[broken++ % breaks.length]),
  });
  const practice = await startPractice(random);
  const bodies = new Map();
  const line = slowLine(practice.url, {
    isWrite: ({ method }) => method === 'POST',
    wait: () => pause(random() * 400),
    onAnswer: () => undefined,
    onWrite({ headers, url }, body) {
      const id =
        headers['webhook-id'] ?? (url.endsWith('/statuses') ? headers['idempotency-key'] : undefined);
      if (id === undefined) return;
      // A picture has another number each time that it is handed over.
      const words = body.replace(/"media_ids":\[[^\]]*\]/, '');
      const sent = bodies.get(id) ?? { tries: 0, words };
      if (sent.words !== words) problems.push(`${id} was sent with two different bodies`);
      bodies.set(id, { ...sent, tries: sent.tries + 1 });
    },
  });
  const address = await listening(line);
  const users = { news: 'flour-0' };
  const smtp = await startSmtp({ users, pause: () => pause(random() * 200) });
  const happened = new Map();
  const note = (what) => happened.set(what, (happened.get(what) ?? 0) + 1);
  let appPassword = outside.bluesky.secret;
  let mailFault = 0;

  return {
    problems,
    smtp,
    /** The channels as Presence is told of them first. */
    channels: [
      outside.bluesky,
      {
        ...{ kind: 'mastodon', name: 'Mastodon', settings: { instance: address } },
        secret: { accessToken: practice.token() },
      },
      {
        ...{ kind: 'webhook', name: 'Partner' },
        settings: { url: practice.receiver.url.replace(practice.url, address) },
        secret: { signingSecret: practice.receiver.secret },
      },
    ],
    mailbox: { port: smtp.port, user: 'news', password: users.news },
    /** The secrets that the networks take now. */
    secrets: () => ({
      bluesky: appPassword,
      mastodon: { accessToken: practice.token() },
      email: { password: users.news },
    }),

    /** Log-ins that end, each once a share of the publications is there. */
    logIns: [
      [0.1, 'a Bluesky session ran out', () => outside.expire()],
      [0.2, 'the Mastodon token was replaced', () => practice.rotate()],
      [0.3, 'the Bluesky app password was replaced', async () => (appPassword = await outside.rotate())],
      [0.35, 'the password of the mail server was replaced', () => (users.news = `flour-${random()}`)],
      [0.5, 'a Bluesky session ran out', () => outside.expire()],
      [0.65, 'the Mastodon token was replaced', () => practice.rotate()],
      [0.8, 'a Bluesky session ran out', () => outside.expire()],
    ].map(([share, what, end]) => ({ share, what, end: async () => (note(what), await end()) })),

    /** Orders what goes wrong next, as long as not too much waits to happen; whether it did. */
    async trouble() {
      await practice.slowMedia();
      if ((await practice.pending()) > 2) return false;
      await practice.order();
      return true;
    },
    mailTrouble() {
      if (smtp.pending() > 1) return false;
      const fault = mailFaults[mailFault++ % mailFaults.length](random);
      smtp.fault({ ...fault, times: 1 });
      note(`mail server: ${fault.code ?? fault.at}`);
      return true;
    },
    async heal() {
      await practice.heal();
      smtp.heal();
    },

    /** How many posts are there. */
    async there() {
      const [blue, toots, hooks] = await Promise.all([
        outside.posts(),
        practice.posts('mastodon'),
        practice.posts('webhook'),
      ]);
      return blue.length + toots.length + hooks.length;
    },

    /** What is there more or less often than once, and a sentence about what happened. */
    async read(entries) {
      const titles = (posts) => posts.map(({ text }) => /Loaf \d+/.exec(text)?.[0]);
      const blue = titles((await outside.posts()).map(({ value }) => value));
      const [toots, hooks] = [await practice.posts('mastodon'), await practice.posts('webhook')];
      const again = [...bodies.values()].filter(({ tries }) => tries > 1).length;
      const list = (counts) => [...counts].map(([name, times]) => `${name} ${times}`).join(', ');
      return {
        problems: [
          ...problems,
          ...notOnce('posts on the Bluesky server', blue, entries),
          ...notOnce('posts on Mastodon', titles(toots), entries),
          ...notOnce('webhooks by their id', titles(hooks), entries),
        ],
        sentence: `${blue.length} posts at Bluesky, ${toots.length} on Mastodon, ${hooks.length} webhooks, ${smtp.mails.length} mails; ${again} sent more than once under one key; lines broken to Bluesky: ${broken}; faults ordered: ${list(practice.ordered)}; ${list(happened)}`,
      };
    },

    async stop() {
      line.closeAllConnections();
      line.close();
      await Promise.all([outside.stop(), practice.stop(), smtp.stop()]);
    },
  };
}
