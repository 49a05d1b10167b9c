import { callsOf, toldCodes } from '../../../src/channels/health/calls';
import { published, spoken } from '../../../src/channels/health/api-versions';
import { healthOf, type HealthFacts } from '../../../src/channels/health/health';
import { versionOf } from '../../../src/channels/health/version';
import { healthWords } from '../../../src/channels/health/words';
import { channelKinds } from '../../../src/channels/rules/kinds';

const now = Date.UTC(2026, 10, 27, 8);
const day = 86_400_000;
const hour = day / 24;

const facts = (some: Partial<HealthFacts>): HealthFacts => ({
  ...{ kind: 'linkedin', lasting: null, isSignedOut: false, version: null, quotas: [] },
  ...some,
});
const lasting = (endsAt: number | null, more: Partial<NonNullable<HealthFacts['lasting']>> = {}) => ({
  lasting: { endsAt, renewsItself: false, missingRights: [], ...more },
});
const version = (endsAt: number | null, isChosen = false) => ({
  version: { name: '202607', endsAt, isChosen },
});
const quota = (some: Partial<HealthFacts['quotas'][number]>) => ({
  quotas: [{ remaining: 3, resetAt: now + hour, closedUntil: null, ...some }],
});
const told = (some: Partial<HealthFacts>) =>
  healthOf(facts(some), now).map(({ code, severity, daysLeft }) => [code, severity, daysLeft]);

describe('the health of a channel', () => {
  it.each<[string, Partial<HealthFacts>, unknown[]]>([
    ['nothing known', {}, []],
    ['no day known', lasting(null), []],
    ['access for 60 days', lasting(now + 60 * day), [['channel.sign-in-ends', 'info', 60]]],
    ['15 days', lasting(now + 15 * day), [['channel.sign-in-ends', 'info', 15]]],
    ['14 days', lasting(now + 14 * day), [['channel.sign-in-ends', 'warning', 14]]],
    ['a begun day counts', lasting(now + 3 * day + 1), [['channel.sign-in-ends', 'warning', 4]]],
    ['3 days', lasting(now + 3 * day), [['channel.sign-in-ends', 'error', 3]]],
    ['an hour', lasting(now + hour), [['channel.sign-in-ends', 'error', 1]]],
    ['over', lasting(now), [['channel.sign-in-ended', 'error', 0]]],
    [
      'it renews itself',
      lasting(now + 2 * day, { renewsItself: true }),
      [['channel.sign-in-renews', 'info', null]],
    ],
    ['signed out before the day that is known', { ...lasting(now + 2 * day), isSignedOut: true }, []],
    [
      'signed out because the day has come',
      { ...lasting(now), isSignedOut: true },
      [['channel.sign-in-ended', 'error', 0]],
    ],
    [
      'rights are missing, also where no day is known',
      lasting(null, { missingRights: ['w_member_social'] }),
      [['channel.rights-missing', 'error', null]],
    ],
    [
      'it posts, but was not given all that was asked for',
      lasting(null, { fewerRights: [{ right: 'read_insights', purpose: 'figures' }] }),
      [['channel.rights-fewer', 'warning', null]],
    ],
    [
      'the certificate of a mail server',
      { kind: 'email', ...lasting(now + 7 * day) },
      [['channel.certificate-ends', 'warning', 7]],
    ],
    ['a version without an end', version(null), [['channel.version-spoken', 'info', null]]],
    ['a version, 91 days', version(now + 91 * day), [['channel.version-ends', 'info', 91]]],
    ['a version, 90 days', version(now + 90 * day), [['channel.version-ends', 'warning', 90]]],
    ['a version that is off', version(now - day), [['channel.version-ended', 'error', 0]]],
    ['a quota', quota({}), [['channel.quota-left', 'info', null]]],
    ['a quota of yesterday', quota({ resetAt: now }), []],
    [
      'a quota that is used up',
      quota({ closedUntil: now + 1 }),
      [['channel.quota-used-up', 'warning', null]],
    ],
    [
      'the gravest first',
      { ...version(null), ...quota({ closedUntil: now + 1 }), ...lasting(now) },
      [
        ['channel.sign-in-ended', 'error', 0],
        ['channel.quota-used-up', 'warning', null],
        ['channel.version-spoken', 'info', null],
      ],
    ],
  ])('%s', (_, some, expected) => {
    expect(told(some)).toEqual(expected);
  });
});

describe('the versions of networks', () => {
  it('is the one that the channel names, with the day that its network published', () => {
    expect(versionOf('facebook', { version: 'v21.0' })).toEqual({
      ...{ name: 'v21.0', endsAt: Date.UTC(2027, 0, 21), isChosen: true },
    });
    expect(versionOf('linkedin', {})).toEqual({
      ...{ name: '202607', endsAt: Date.UTC(2027, 6, 1), isChosen: false },
    });
    // No day is made up, neither for a version that the network does not list nor for a name of every object.
    for (const name of ['v99.0', 'constructor'])
      expect(versionOf('facebook', { version: name })).toMatchObject({ name, endsAt: null });
    expect(channelKinds.filter((kind) => versionOf(kind, {}) === null)).toEqual(
      channelKinds.filter((kind) => !Object.hasOwn(spoken, kind)),
    );
  });

  it.each(Object.entries(published))(
    '%s: each has a source and days in order',
    (_, { source, asOf, endsAt }) => {
      expect(source).toMatch(/^[\w.-]+\.\w+\/\S+$/);
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const days = Object.values(endsAt);
      expect(days).toEqual([...days].sort((one, other) => one - other));
    },
  );
});

describe('who looks after channels is told', () => {
  /** The steps told when somebody looks every hour from `from` to `to` days before the end. */
  const steps = (some: (left: number) => Partial<HealthFacts>, from: number, to: number): string[] => {
    const marks = new Set<string>();
    for (let left = from * day; left >= to * day; left -= hour)
      for (const { mark } of callsOf(healthOf(facts(some(left)), now)))
        marks.add(mark.split(' ').at(-1) ?? '');
    return [...marks];
  };
  // The end stands still while the days pass: here the days pass by moving the end, so marks are told apart by their step alone.
  const access = (left: number) => lasting(now + left);

  it('14, 7, 3 and 1 days before access ends, and once it is over', () => {
    expect(steps(access, 60, -5)).toEqual(['14', '7', '3', '1', '0']);
    expect(steps((left) => version(now + left), 120, -5)).toEqual(['90', '30', '14', '7', '3', '1', '0']);
  });

  it('of the latest step alone where nobody looked for a while', () => {
    expect(steps(access, 5, 4)).toEqual(['7']);
  });

  it('of each step under one mark, and of another end under another', () => {
    const mark = (endsAt: number, at: number) => callsOf(healthOf(facts(lasting(endsAt)), at))[0]?.mark;
    const end = now + 10 * day;
    expect(mark(end, now)).toBe(mark(end, now + 2 * day));
    expect(mark(end, now)).not.toBe(mark(end, now + 4 * day));
    expect(mark(end, now)).not.toBe(mark(end + day, now + day));
  });

  it('never of what renews itself, nor of quotas and versions without an end', () => {
    const quiet = { ...lasting(now + day, { renewsItself: true }), ...version(null), ...quota({}) };
    expect(callsOf(healthOf(facts(quiet), now))).toEqual([]);
  });

  it('in words that name the channel, the day and what to do, under codes that are settled', () => {
    const about = { name: 'Bakery', canConnect: true, day: '2026-12-04' };
    const all = [
      lasting(now + 7 * day),
      lasting(now + hour),
      lasting(now - 1),
      { kind: 'email' as const, ...lasting(now + 7 * day) },
      { kind: 'email' as const, ...lasting(now - 1) },
      lasting(null, { missingRights: ['w_member_social'] }),
      lasting(null, {
        fewerRights: [
          { right: 'read_insights', purpose: 'figures' },
          { right: 'threads_delete', purpose: 'recall' },
        ],
      }),
      version(now + 7 * day),
      version(now - 1, true),
    ].flatMap((some) => callsOf(healthOf(facts(some), now)));
    expect(new Set(all.map(({ item }) => item.code))).toEqual(new Set(toldCodes));
    const words = all.map(({ item }) => healthWords(item, about));
    expect(words[0]).toBe(
      'The access of “Bakery” ends in 7 days, on 2026-12-04, and what is due after that will wait. Open the channel and connect it again before.',
    );
    expect(words[1]).toContain('ends within a day, on');
    for (const one of words) expect(one).toMatch(/“Bakery”.*\.$/);
    expect(words.at(-1)).toContain('enter a newer version');
    expect(words.at(-2)).toContain('update the plugin before');
  });
});
