import { randomUUID } from 'node:crypto';
import type { Delivery, Outcome } from '../../src/channels/channel';
import { channelRules } from '../../src/channels/rules';
import { channelKind, type ChannelKind } from '../../src/channels/schema';
import { canCorrect } from '../../src/publishing/operations/correct';
import { recallWayOf } from '../../src/publishing/operations/recall-ways';
import {
  endOf,
  happenings,
  notByChat,
  notByGoogle,
  notByLinkedin,
  notByMail,
  notByPinterest,
} from './contract-faults';
import { contractRoom, strangers, type Case, type ContractRoom } from './contract-room';

const kinds = channelKind.options;
/** Words that nobody said before, without digits: Google takes down what looks like a telephone number. */
const mark = (): string => randomUUID().replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)));
const megabyte = 1_048_576;

/** Promises that cannot be asked of a channel, and why. That it is so is checked as well. */
const beyond: Readonly<
  Record<'again' | 'look' | 'credentials' | 'recall', Partial<Record<ChannelKind, string>>>
> = {
  again: {
    discord: 'Discord knows no key of ours, so what may be there is never sent again.',
    slack: 'Slack knows no key of ours, so what may be there is never sent again.',
    telegram: 'Telegram knows no key of ours, so what may be there is never sent again.',
  },
  look: {
    discord: 'A webhook lists no messages: a person looks.',
    slack: 'A webhook lists no messages: a person looks.',
    telegram: 'A bot cannot read what it posted: a person looks.',
    webhook: 'A receiver cannot be asked; it recognises the id, so sending again is safe.',
    website: 'Publishing the same entry again changes nothing, so there is nothing to look for.',
    email: 'The ledger knows each mail; what is in doubt is a mail, never the publication.',
    own: 'A notice hangs under the key of its publication, so sending again is safe.',
  },
  credentials: {
    website: 'Strapi itself publishes: nobody signs in.',
    slack: 'The address is all there is: one that nobody knows is a webhook that is gone.',
  },
  recall: {
    email: 'A mail cannot be called back.',
    instagram: 'Not every app may delete posts: a person does.',
    slack: 'A webhook gets no id of what it posted, so it cannot delete it.',
  },
};
/** What the notice board of the bakery can. */
const board = { recall: 'deletes', corrects: true } as const;
const wayOf = (kind: ChannelKind) => recallWayOf({ kind, own: board });
const within = (promise: keyof typeof beyond) => kinds.filter((kind) => !(kind in beyond[promise]));
const without = (promise: keyof typeof beyond) =>
  kinds.flatMap((kind) => (beyond[promise][kind] ? [[kind, beyond[promise][kind]] as const] : []));

let room: ContractRoom;
beforeAll(async () => (room = await contractRoom()));
afterAll(() => room?.stop());
afterEach(() => {
  for (const kind of kinds) room.caseOf(kind).heal();
});

/** Tries as the engine does: after an outcome that leaves a doubt it looks first, where the channel can. */
async function settled({ own: { adapter, account }, later }: Case, sent: Delivery): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    later();
    const outcome = await adapter.deliver(account, { ...sent, attempt });
    if (attempt === 5 || (outcome.kind !== 'unknown' && outcome.kind !== 'retry')) return outcome;
    const there = outcome.kind === 'unknown' ? await adapter.find?.(account, sent) : null;
    if (there) return { kind: 'duplicate', ...there };
  }
}

describe.each(kinds)('A channel of the kind %s keeps the contract', (kind) => {
  test('its test publishes nothing and says what it found', async () => {
    const { own, count } = room.caseOf(kind);
    const report = await own.adapter.test(own.account);
    expect(report).toMatchObject({ state: 'ready' });
    expect(report.found.length).toBeGreaterThan(0);
    expect(await count('')).toBe(0);
  });

  test('a copy is there once it is delivered', async () => {
    const { own, count, delivery } = room.caseOf(kind);
    const sent = await delivery(`Delivered ${mark()}`);
    expect(await own.adapter.deliver(own.account, sent)).toMatchObject({
      kind: 'delivered',
      remoteId: expect.stringMatching(/./),
    });
    expect(await count(textOf(kind, sent))).toBe(1);
  });

  test('the same publication again does not make a second one', async () => {
    const { own, count, delivery } = room.caseOf(kind);
    if (kind in beyond.again) return expect(own.adapter.inDoubt).toBe('ask');
    const sent = await delivery(`Once ${mark()}`);
    for (const attempt of [1, 1, 2, 3]) {
      const outcome = await own.adapter.deliver(own.account, { ...sent, attempt });
      expect(['delivered', 'duplicate']).toContain(outcome.kind);
    }
    expect(await count(textOf(kind, sent))).toBe(1);
  });

  test('what is refused for good says why, and is not there', async () => {
    const { refusable, count } = room.caseOf(kind);
    const { party, sent } = await refusable(`Refused ${mark()} `);
    expect(await party.adapter.deliver(party.account, sent)).toMatchObject({
      kind: 'rejected',
      code: expect.stringMatching(/^[a-z]+\.[a-z-]+$/),
      message: expect.stringMatching(/^[A-Z].*[.?]$/),
    });
    expect(await count(textOf(kind, sent))).toBe(0);
  });

  test('whoever lost the lease publishes nothing', async () => {
    const { own, count, delivery } = room.caseOf(kind);
    const sent = await delivery(`Lost ${mark()}`, { beat: async () => false });
    expect(await own.adapter.deliver(own.account, sent)).toMatchObject({ kind: 'retry' });
    expect(await count(textOf(kind, sent))).toBe(0);
  });

  test('where nobody listens, it is tried again', async () => {
    const { nowhere, delivery } = room.caseOf(kind);
    const outcome = await nowhere.adapter.deliver(nowhere.account, await delivery('Nowhere'));
    expect(outcome).toMatchObject({ kind: 'retry' });
    expect(await nowhere.adapter.test(nowhere.account)).toMatchObject({ state: 'failed' });
  });

  test('an address in a private network is not called', async () => {
    const { guarded, delivery } = room.caseOf(kind);
    expect(await guarded.adapter.deliver(guarded.account, await delivery('Inside'))).toMatchObject({
      kind: 'blocked',
      code: 'outgoing.refused',
    });
    expect(await guarded.adapter.test(guarded.account)).toMatchObject({ state: 'blocked' });
  });

  test('no message says a secret', async () => {
    const { own, nowhere, stranger, secrets, delivery } = room.caseOf(kind);
    const said: unknown[] = [];
    for (const { adapter, account } of [own, nowhere, ...(stranger ? [stranger] : [])])
      said.push(
        await adapter.test(account),
        await adapter.deliver(account, await delivery(`Quiet ${mark()}`)),
      );
    for (const secret of [...secrets, ...Object.values(strangers)])
      expect(JSON.stringify(said)).not.toContain(secret);
  });
});

/** The words by which a copy is recognised outside. */
const textOf = (kind: ChannelKind, { copy }: Delivery): string =>
  kind === 'email' ? (copy.subject ?? '') : copy.text;

/** Texts that programs like to spoil. Each is said once on each channel, so that no mark has to stand beside it. */
const unusual = [
  ['words that run from right to left', 'שלום מהמאפייה, לחם שיפון טרי'],
  ['words of both directions', 'خبز الجاودار الطازج من Bakery كل صباح، أهلا وسهلا!'],
  [
    'characters without width inside words',
    'Rog\u00adgen\u200bbrot, می\u200cخواهم, क्\u200dष, Brot\u2060zeit, \ufeffSemmel',
  ],
  ['marks of direction', '\u2067לחם\u2069 by \u200fBakery\u200e, \u2066rye\u2069'],
  ['an emoji family and flags', '👨‍👩‍👧‍👦 🇩🇪🇮🇱 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏳️‍🌈 👩🏽‍🍳 ❤️'],
  ['nothing but a link', 'https://bakery.test/%D7%9C%D7%97%D7%9D/rye?von=a&b=c_d*e#top'],
  ['nothing but hashtags', '#Roggenbrot #לחם #خبز #Bäckerei_Süd'],
] as const;

describe.each(kinds)('What stands on a channel of the kind %s is what was written', (kind) => {
  test.each(unusual)('%s', async (_, text) => {
    const { own, count, delivery } = room.caseOf(kind);
    const sent = alone(kind, await delivery(text));
    expect((await own.adapter.find?.(own.account, sent)) ?? null).toBeNull();
    const outcome = await own.adapter.deliver(own.account, sent);
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(await count(text)).toBe(1);
    if (outcome.kind !== 'delivered' || !own.adapter.find) return;
    expect(await own.adapter.find(own.account, sent)).toMatchObject({ remoteId: outcome.remoteId });
    expect(['delivered', 'duplicate']).toContain(
      (await own.adapter.deliver(own.account, { ...sent, attempt: 2 })).kind,
    );
    expect(await count(text)).toBe(1);
  });
});

/** Words with what gets lost on the way: white space around them, carriage returns, half an emoji, embedded directions, a ring beside its letter. */
const odd = '  Rye \uD83C and\tspelt\r\n\u202bלחם\u202c from A\u030angstro\u0308m \r\n ';
const whole = odd.replace('\uD83C', '\uFFFD');

/** Strapi publishes the entry itself: no words are sent. */
const sending = kinds.filter((kind) => kind !== 'website');

/** What stands there of them. */
const left = (kind: ChannelKind): string => {
  switch (kind) {
    case 'bluesky':
    case 'webhook':
      return whole;
    // Code of an app gets the words as they are.
    case 'own':
      return odd;
    // A subject is one line.
    case 'email':
      return 'Rye \uFFFD and spelt \u202bלחם\u202c from A\u030angstro\u0308m';
    // Telegram drops what TDLib cleans away; the ring is sent as one character with its letter.
    case 'telegram':
      return 'Rye \uFFFD and spelt\nלחם from \u00c5ngstro\u0308m';
    default:
      return whole.trimEnd();
  }
};

test.each(sending)(
  'What is lost of odd words on the way to a channel of the kind %s is known',
  async (kind) => {
    const { own, count, delivery } = room.caseOf(kind);
    const sent = alone(kind, await delivery(odd));
    const outcome = await own.adapter.deliver(own.account, sent);
    expect(outcome).toMatchObject({ kind: 'delivered' });
    expect(await count(left(kind))).toBe(1);
    if (outcome.kind === 'delivered' && own.adapter.find)
      expect(await own.adapter.find(own.account, sent)).toMatchObject({ remoteId: outcome.remoteId });
  },
);

/** Without the picture, where the channel takes words alone. */
function alone(kind: ChannelKind, sent: Delivery): Delivery {
  const needsPicture = kind !== 'own' && (channelRules[kind].pictures.min ?? 0) > 0;
  return needsPicture ? sent : { ...sent, copy: { ...sent.copy, pictures: [] } };
}

describe('Reading back', () => {
  test.each(within('look'))('what was never sent is not found, what was sent is: %s', async (kind) => {
    const { own, delivery } = room.caseOf(kind);
    const sent = await delivery(`Sought ${mark()}`);
    expect(await own.adapter.find?.(own.account, sent)).toBeNull();
    const outcome = await own.adapter.deliver(own.account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    expect(await own.adapter.find?.(own.account, sent)).toMatchObject({ remoteId: outcome.remoteId });
  });

  test.each(without('look'))('%s has no place for it: %s', (kind) => {
    expect(room.caseOf(kind).own.adapter.find).toBeUndefined();
    const { inDoubt } = room.caseOf(kind).own.adapter;
    expect(inDoubt).toBe(kind in beyond.again ? 'ask' : 'send');
  });
});

describe('Credentials that nobody knows', () => {
  test.each(within('credentials'))('are asked for anew, in the test and while sending: %s', async (kind) => {
    const { stranger, count, delivery } = room.caseOf(kind);
    if (!stranger) throw new Error(`${kind} has no stranger`);
    const sent = await delivery(`Stranger ${mark()}`);
    expect(await stranger.adapter.deliver(stranger.account, sent)).toMatchObject({ kind: 'reauthorise' });
    expect(await stranger.adapter.test(stranger.account)).toMatchObject({ state: 'reauthorise' });
    expect(await count(textOf(kind, sent))).toBe(0);
  });

  test.each(without('credentials'))('%s knows none: %s', (kind) => {
    expect(room.caseOf(kind).stranger).toBeNull();
    for (const one of happenings) expect(endOf(one, kind)).not.toBe('reauthorise');
  });
});

describe('Taking back', () => {
  test.each(within('recall'))('ends the same, however often it is asked for: %s', async (kind) => {
    const {
      own: { adapter, account },
      count,
      delivery,
    } = room.caseOf(kind);
    const sent = await delivery(`Back ${mark()}`);
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: Date.now() };
    const ends = [await adapter.recall?.(account, published), await adapter.recall?.(account, published)];
    const isKept = wayOf(kind) === 'tells';
    // LinkedIn says the same to a second call: it is deleted.
    const second = kind === 'linkedin' ? 'recalled' : 'gone';
    expect(ends.map((end) => end?.kind)).toEqual(isKept ? ['told', 'told'] : ['recalled', second]);
    expect(await count(textOf(kind, sent))).toBe(isKept ? 1 : 0);
  });

  test.each(within('recall'))('that failed says so, and says no secret: %s', async (kind) => {
    const { nowhere, stranger, secrets, delivery } = room.caseOf(kind);
    const published = { ...(await delivery('Nowhere')), remoteId: '1', url: null, recalledAt: Date.now() };
    for (const { adapter, account } of [nowhere, ...(stranger ? [stranger] : [])]) {
      const end = await adapter.recall?.(account, published);
      expect(end).toMatchObject({ kind: 'failed', message: expect.stringMatching(/./) });
      for (const secret of secrets) expect(JSON.stringify(end)).not.toContain(secret);
    }
  });

  test.each(without('recall'))('%s cannot: %s', async (kind) => {
    const { own, count, delivery } = room.caseOf(kind);
    if (wayOf(kind) === 'keeps') return expect(own.adapter.recall).toBeUndefined();
    expect(wayOf(kind)).toBe('by-hand');
    const sent = await delivery(`Kept ${mark()}`);
    const outcome = await own.adapter.deliver(own.account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url, recalledAt: Date.now() };
    expect(await own.adapter.recall?.(own.account, published)).toMatchObject({
      kind: 'kept',
      message: expect.stringContaining('by hand'),
    });
    expect(await count(textOf(kind, sent))).toBe(1);
  });
});

describe('Correcting', () => {
  const correctable = kinds.filter((kind) => canCorrect({ kind, own: board }));

  test.each(correctable)('has it say the new words, however often it is asked for: %s', async (kind) => {
    const {
      own: { adapter, account },
      count,
      delivery,
    } = room.caseOf(kind);
    const sent = await delivery(`Wrong ${mark()}`);
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const text = `Right ${mark()}`;
    const published = { ...sent, remoteId: outcome.remoteId, url: outcome.url };
    const correction = { ...published, copy: { ...sent.copy, text } };
    const ends = [await adapter.correct?.(account, correction), await adapter.correct?.(account, correction)];
    expect(ends.map((end) => end?.kind)).toEqual(['corrected', 'corrected']);
    expect([await count(sent.copy.text), await count(text)]).toEqual([0, 1]);
    await adapter.recall?.(account, { ...published, recalledAt: Date.now() });
    expect(await adapter.correct?.(account, correction)).toMatchObject({ kind: 'gone' });
    expect(await count(text)).toBe(0);
  });

  test.each(correctable)('that was cut off is asked for again, and the end is the same: %s', async (kind) => {
    const one = room.caseOf(kind);
    const { adapter, account } = one.own;
    const sent = await one.delivery(`Wrong ${mark()}`);
    const outcome = await adapter.deliver(account, sent);
    if (outcome.kind !== 'delivered') throw new Error(outcome.kind);
    const text = `Right ${mark()}`;
    const correction = {
      ...{ ...sent, remoteId: outcome.remoteId, url: outcome.url },
      copy: { ...sent.copy, text },
    };
    expect(one.befall({ kind: 'cut', accepted: true })).toBe(true);
    expect(await adapter.correct?.(account, correction)).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('is not known'),
    });
    one.heal();
    expect(await adapter.correct?.(account, correction)).toMatchObject({ kind: 'corrected' });
    expect(await one.count(text)).toBe(1);
  });

  test.each(correctable)('that failed says so, and says no secret: %s', async (kind) => {
    const { nowhere, stranger, secrets, delivery } = room.caseOf(kind);
    // Facebook names no thing by so small a number.
    const remoteId = kind === 'facebook' ? '10000001_1' : '1';
    const correction = { ...(await delivery('Nowhere')), remoteId, url: null };
    for (const { adapter, account } of [nowhere, ...(stranger ? [stranger] : [])]) {
      const end = await adapter.correct?.(account, correction);
      expect(end).toMatchObject({ kind: 'failed', message: expect.stringMatching(/./) });
      for (const secret of secrets) expect(JSON.stringify(end)).not.toContain(secret);
    }
  });

  test.each(kinds.filter((kind) => !canCorrect({ kind, own: board })))('%s keeps its words', (kind) => {
    expect(room.caseOf(kind).own.adapter.correct).toBeUndefined();
  });
});

/** Channels on which an end that the network names closes the gate of the account for everybody who shares it. */
const closesGate: readonly ChannelKind[] = [
  'bluesky',
  'mastodon',
  'facebook',
  'x',
  'instagram',
  'threads',
  'linkedin',
  'google-business',
  'pinterest',
  'discord',
  'slack',
  'telegram',
  'webhook',
];

/** Where the quota is that of the app, which all accounts share. */
const sharesQuota: Partial<Record<ChannelKind, true>> = { 'google-business': true };

describe.each(kinds)('What happens on the way to a channel of the kind %s', (kind) => {
  const rows = happenings.filter((one) => endOf(one, kind) !== null).map((one) => [one.what, one] as const);

  test.each(rows)('%s', async (_, happening) => {
    const one = room.caseOf(kind);
    const { own, count, delivery } = one;
    const { fault } = happening;
    const sent = await delivery(`Fault ${mark()}`);
    room.heard();
    expect(one.befall(fault)).toBe(true);
    const first = await own.adapter.deliver(own.account, sent);
    expect(first.kind).toBe(endOf(happening, kind));
    for (const secret of one.secrets) expect(JSON.stringify(first)).not.toContain(secret);
    expect(Math.max(0, ...room.heard())).toBeLessThanOrEqual(4 * megabyte);
    const saysWhen = ('retryAfter' in fault && fault.retryAfter !== undefined) || fault.kind === 'quota';
    if (saysWhen && closesGate.includes(kind))
      expect(first.limits).toMatchObject([{ scope: kind in sharesQuota ? 'app' : 'account', remaining: 0 }]);
    if (saysWhen && first.kind === 'retry') expect(first.after).toBeGreaterThan(0);
    if (first.kind === 'parked') expect(first.until).toEqual(expect.any(Number));
    one.heal();
    const wasTaken = !('accepted' in fault) || fault.accepted !== false;
    if (first.kind === 'unknown' && own.adapter.find)
      expect((await own.adapter.find(own.account, sent)) !== null).toBe(wasTaken);
    // Nobody but a person can tell, and nothing is sent again.
    if (first.kind === 'unknown' && own.adapter.inDoubt === 'ask')
      return expect(await count(textOf(kind, sent))).toBe(wasTaken ? 1 : 0);
    if (['unknown', 'retry', 'parked'].includes(first.kind))
      expect(['delivered', 'duplicate']).toContain((await settled(one, sent)).kind);
    const isThere = !['reauthorise', 'blocked', 'rejected'].includes(first.kind);
    expect(await count(textOf(kind, sent))).toBe(isThere ? 1 : 0);
  });
});

test(`What nobody can help on a chat is known to be so. ${notByChat}`, () => {
  for (const kind of ['discord', 'slack', 'telegram'] as const)
    expect(happenings.filter((one) => endOf(one, kind) === null).map(({ what }) => what)).toEqual([
      'the request arrives twice',
    ]);
});

test(`What cannot happen on LinkedIn is known to be so. ${notByLinkedin}`, () => {
  expect(happenings.filter((one) => endOf(one, 'linkedin') === null).map(({ what }) => what)).toEqual([
    'half an answer',
  ]);
});

test(`What nobody can help on Google is known to be so. ${notByGoogle}`, () => {
  expect(happenings.filter((one) => endOf(one, 'google-business') === null).map(({ what }) => what)).toEqual([
    'the request arrives twice',
  ]);
});

test(`What nobody can help on Pinterest is known to be so. ${notByPinterest}`, () => {
  expect(happenings.filter((one) => endOf(one, 'pinterest') === null).map(({ what }) => what)).toEqual([
    'the request arrives twice',
  ]);
});

test(`What cannot happen to a mail is known to be so. ${notByMail}`, () => {
  const { befall } = room.caseOf('email');
  for (const one of happenings)
    expect([one.what, befall(one.fault)]).toEqual([one.what, endOf(one, 'email') !== null]);
});

/** Networks whose answers are read: what they answer may be nonsense, at any step. */
const read = [
  ['bluesky', ['read', 'upload']],
  ['mastodon', ['read', 'upload']],
  ['facebook', ['read', 'upload']],
  ['x', ['upload']],
  ['instagram', ['read', 'upload']],
  ['threads', ['read', 'upload']],
  ['linkedin', ['read', 'upload']],
  ['google-business', ['read']],
  ['pinterest', ['read']],
  ['discord', ['read']],
  ['telegram', ['read']],
] as const;
const badReplies = happenings.filter(({ fault: { kind } }) =>
  ['html', 'error-in-200', 'truncated', 'huge', 'redirect'].includes(kind),
);

describe.each(read)('Bad replies to what %s is asked before it publishes', (kind, steps) => {
  test.each(badReplies.flatMap(({ what, fault }) => steps.map((on) => [what, on, fault] as const)))(
    '%s (%s)',
    async (_, on, fault) => {
      const one = room.caseOf(kind);
      const { own, count, delivery } = one;
      const sent = await delivery(`Nonsense ${mark()}`);
      room.heard();
      one.befall(fault, on, 100);
      const outcome = await own.adapter.deliver(own.account, { ...sent, attempt: 2 });
      expect(['delivered', 'duplicate']).not.toContain(outcome.kind);
      expect(outcome).toMatchObject({ message: expect.stringMatching(/^[A-Z0-9].*[.?]$/) });
      expect(await count(sent.copy.text)).toBe(0);
      if (on === 'read') expect((await own.adapter.test(own.account)).state).not.toBe('ready');
      expect(Math.max(...room.heard())).toBeLessThanOrEqual(4 * megabyte);
      one.heal();
      expect((await settled(one, sent)).kind).toBe('delivered');
      expect(await count(sent.copy.text)).toBe(1);
    },
  );
});
