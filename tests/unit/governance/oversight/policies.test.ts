import en from '../../../../admin/translations/en.json';
import { accessOf } from '../../../../src/governance/oversight/access';
import type { OversightFacts } from '../../../../src/governance/oversight/facts';
import { overviewOf, policies } from '../../../../src/governance/oversight/overview';
import type { PolicyState, Reach } from '../../../../src/governance/oversight/schema';

const day = 86_400_000;
const now = Date.parse('2026-11-22T10:00:00Z');

const writer = (part: Partial<Reach>): Reach => ({
  kind: 'role',
  name: 'Public',
  isPublic: true,
  to: '/settings/users-permissions/roles/2',
  actions: ['create', 'update'],
  ...part,
});
const token = {
  name: 'Site',
  isFull: false,
  expiresAt: now + day,
  usedAt: now - day,
  createdAt: now - 400 * day,
};
const person = { name: 'Rosa Lindner', seenAt: now - day, createdAt: now - 400 * day };

/** A business that keeps everything it can. */
const facts = (
  part: { [Area in Exclude<keyof OversightFacts, 'now'>]?: Partial<OversightFacts[Area]> } = {},
): OversightFacts => ({
  now,
  content: {
    governed: ['Article'],
    types: 4,
    fourEyes: true,
    exceptions: 0,
    drift: { at: now - day, found: 0 },
    overdueReviews: 0,
    life: { dated: 1, live: 12, overdue: 0, gone: [], ownerless: 0 },
    ...part.content,
  },
  data: {
    retentionDays: 400,
    oldestTouchpoint: now - 100 * day,
    oldestVisitorKey: now - 1.4 * day,
    subscribers: 40,
    withoutProof: 0,
    erasures: 3,
    leftovers: 0,
    ...part.data,
  },
  security: {
    hasKey: true,
    channels: [{ name: 'Bluesky', secretAt: now - 30 * day, isReady: true, deliveredAt: now - day }],
    holders: { 'review.approve': ['Rosa Lindner', 'Nora Vogt'], 'settings.manage': ['Rosa Lindner'] },
    people: [person, { ...person, name: 'Nora Vogt' }, { ...person, name: 'Emil Hartmann' }],
    watchedSince: now - 200 * day,
    refusedLinks: 0,
    failingWebhooks: [],
    webhooks: 1,
    audit: { at: now - day, found: 0 },
    ...part.security,
  },
  api: {
    hasAccounts: true,
    access: [
      { uid: 'api::article.article', name: 'Article', readers: [writer({ actions: ['find'] })], writers: [] },
    ],
    tokens: [token],
    ...part.api,
  },
});

const life = facts().content.life;
const channel = facts().security.channels[0]!;

const judged = (given: OversightFacts, id: string) =>
  overviewOf(given).policies.find((policy) => policy.id === id);

describe('a policy', () => {
  it.each(policies.map(({ id }) => id))('%s is kept where all is well', (id) => {
    expect(judged(facts(), id)).toMatchObject({ state: 'kept' });
  });

  type Case = [
    id: string,
    about: string,
    part: Parameters<typeof facts>[0],
    state: PolicyState,
    said: string,
  ];
  const cases: readonly Case[] = [
    ['governed', 'nothing is governed', { content: { governed: [] } }, 'broken', 'broken'],
    ['four-eyes', 'it is off', { content: { fourEyes: false } }, 'broken', 'broken'],
    ['exceptions', 'one went past', { content: { exceptions: 1 } }, 'broken', 'broken'],
    ['approved', 'no scan ran', { content: { drift: null } }, 'unknown', 'never'],
    [
      'approved',
      'the scan is old',
      { content: { drift: { at: now - 9 * day, found: 0 } } },
      'unknown',
      'old',
    ],
    [
      'approved',
      'the scan is from the future',
      { content: { drift: { at: now + 9 * day, found: 0 } } },
      'unknown',
      'old',
    ],
    [
      'approved',
      'the scan found something',
      { content: { drift: { at: now, found: 2 } } },
      'broken',
      'broken',
    ],
    ['approved', 'nothing is governed', { content: { governed: [] } }, 'unknown', 'none'],
    ['reviews-in-time', 'nothing is governed', { content: { governed: [] } }, 'unknown', 'none'],
    ['reviews-in-time', 'one is late', { content: { overdueReviews: 1 } }, 'broken', 'broken'],
    ['looked-at', 'no type has dates', { content: { life: { ...life, dated: 0 } } }, 'unknown', 'none'],
    [
      'looked-at',
      'an entry is past its day',
      { content: { life: { ...life, overdue: 3 } } },
      'broken',
      'broken',
    ],
    [
      'owners',
      'the owner left',
      { content: { life: { ...life, gone: ['user:a@b.test'] } } },
      'broken',
      'gone',
    ],
    ['owners', 'there is none', { content: { life: { ...life, ownerless: 1 } } }, 'broken', 'broken'],
    ['owners', 'no type has dates', { content: { life: { ...life, dated: 0 } } }, 'unknown', 'none'],
    ['retention', 'something is older', { data: { oldestTouchpoint: now - 402 * day } }, 'broken', 'broken'],
    [
      'retention',
      'the sweep is about to run',
      { data: { oldestTouchpoint: now - 400.5 * day } },
      'kept',
      'kept',
    ],
    ['retention', 'there is nothing', { data: { oldestTouchpoint: null } }, 'kept', 'empty'],
    ['visitor-keys', 'a key is older', { data: { oldestVisitorKey: now - 2.1 * day } }, 'broken', 'broken'],
    ['visitor-keys', 'there is none', { data: { oldestVisitorKey: null } }, 'kept', 'empty'],
    ['consents', 'a proof is missing', { data: { withoutProof: 1 } }, 'broken', 'broken'],
    ['consents', 'nobody subscribed', { data: { subscribers: 0 } }, 'kept', 'empty'],
    ['erasures', 'something is left', { data: { leftovers: 1 } }, 'broken', 'broken'],
    ['erasures', 'nobody asked', { data: { erasures: 0 } }, 'kept', 'empty'],
    ['encryption', 'there is no key', { security: { hasKey: false } }, 'broken', 'broken'],
    [
      'credentials',
      'they are old',
      { security: { channels: [{ ...channel, secretAt: now - 366 * day }] } },
      'broken',
      'broken',
    ],
    [
      'credentials',
      'there are none',
      { security: { channels: [{ ...channel, secretAt: null }] } },
      'kept',
      'empty',
    ],
    [
      'channels',
      'one is out of order',
      { security: { channels: [{ ...channel, isReady: false }] } },
      'broken',
      'broken',
    ],
    [
      'channels',
      'nothing went out yet',
      { security: { channels: [{ ...channel, deliveredAt: null }] } },
      'kept',
      'new',
    ],
    ['channels', 'there is none', { security: { channels: [] } }, 'unknown', 'none'],
    ['approvers', 'nobody may approve', { security: { holders: {} } }, 'broken', 'nobody'],
    [
      'approvers',
      'one alone may',
      { security: { holders: { 'review.approve': ['Rosa Lindner'] } } },
      'broken',
      'one',
    ],
    [
      'powers',
      'everybody may',
      { security: { holders: { 'settings.manage': ['A', 'B', 'C'] } } },
      'broken',
      'broken',
    ],
    [
      'idle-people',
      'one was away',
      { security: { people: [{ ...person, seenAt: now - 91 * day }] } },
      'broken',
      'broken',
    ],
    [
      'idle-people',
      'one was never seen',
      { security: { people: [{ ...person, seenAt: null }] } },
      'broken',
      'broken',
    ],
    [
      'idle-people',
      'we look since yesterday',
      { security: { people: [{ ...person, seenAt: null }], watchedSince: now - day } },
      'unknown',
      'young',
    ],
    [
      'idle-people',
      'somebody is new',
      { security: { people: [{ ...person, seenAt: null, createdAt: now - day }] } },
      'kept',
      'kept',
    ],
    ['links', 'somebody guesses', { security: { refusedLinks: 21 } }, 'broken', 'broken'],
    ['webhooks', 'one fails', { security: { failingWebhooks: ['Site'] } }, 'broken', 'broken'],
    ['webhooks', 'there is none', { security: { failingWebhooks: null } }, 'unknown', 'none'],
    ['audit', 'it was never checked', { security: { audit: null } }, 'unknown', 'never'],
    ['audit', 'a line was changed', { security: { audit: { at: now, found: 1 } } }, 'broken', 'broken'],
    [
      'public-writes',
      'everybody may write',
      { api: { access: [{ uid: 'a', name: 'Article', readers: [], writers: [writer({})] }] } },
      'broken',
      'broken',
    ],
    [
      'public-writes',
      'only accounts may write',
      {
        api: { access: [{ uid: 'a', name: 'Article', readers: [], writers: [writer({ isPublic: false })] }] },
      },
      'kept',
      'kept',
    ],
    ['public-writes', 'there are no accounts', { api: { hasAccounts: false } }, 'kept', 'empty'],
    ['public-writes', 'nothing is governed', { api: { access: [] } }, 'unknown', 'none'],
    [
      'account-writes',
      'accounts may write',
      {
        api: { access: [{ uid: 'a', name: 'Article', readers: [], writers: [writer({ isPublic: false })] }] },
      },
      'broken',
      'broken',
    ],
    [
      'account-writes',
      'a token may write',
      {
        api: {
          access: [
            { uid: 'a', name: 'Article', readers: [], writers: [writer({ kind: 'token', isPublic: false })] },
          ],
        },
      },
      'kept',
      'kept',
    ],
    ['account-writes', 'there are no accounts', { api: { hasAccounts: false } }, 'kept', 'empty'],
    ['account-writes', 'nothing is governed', { api: { access: [] } }, 'unknown', 'none'],
    [
      'full-tokens',
      'one may do everything',
      { api: { tokens: [{ ...token, isFull: true }] } },
      'broken',
      'broken',
    ],
    [
      'old-tokens',
      'one is not used',
      { api: { tokens: [{ ...token, usedAt: now - 91 * day }] } },
      'broken',
      'broken',
    ],
    [
      'old-tokens',
      'it is over anyway',
      { api: { tokens: [{ ...token, usedAt: now - 91 * day, expiresAt: now - day }] } },
      'kept',
      'kept',
    ],
    ['old-tokens', 'there is none', { api: { tokens: [] } }, 'kept', 'empty'],
    [
      'endless-tokens',
      'one never ends',
      { api: { tokens: [{ ...token, expiresAt: null }] } },
      'broken',
      'broken',
    ],
    ['endless-tokens', 'there is none', { api: { tokens: [] } }, 'kept', 'empty'],
    ['audit', 'the check is old', { security: { audit: { at: now - 9 * day, found: 0 } } }, 'unknown', 'old'],
  ];
  it.each(cases)('%s, when %s, is %j', (id, _, part, state, said) => {
    expect(judged(facts(part), id)).toMatchObject({ state, said });
  });

  it('has a name and a sentence for everything that can be said, and no other', () => {
    const kept = policies.map(({ id }) => `presence.oversight.${id}.${judged(facts(), id)?.said}`);
    const seen = new Set([...kept, ...cases.map(([id, , , , said]) => `presence.oversight.${id}.${said}`)]);
    const words = Object.keys(en).filter((word) => /^presence\.oversight\.[a-z-]+\.[a-z]+$/.test(word));
    const own = policies.map(({ id }) => id);
    const sentences = words.filter((word) => own.includes(word.split('.')[2] ?? ''));
    expect([...seen].sort()).toEqual(sentences.sort());
    for (const id of own) expect(Object.keys(en)).toContain(`presence.oversight.${id}`);
  });

  it('leads to the one role at fault', () => {
    const access = [{ uid: 'a', name: 'Article', readers: [], writers: [writer({})] }];
    expect(judged(facts({ api: { access } }), 'public-writes')).toMatchObject({
      mend: { kind: 'public-roles', to: '/settings/users-permissions/roles/2' },
      names: ['Article: create, update (Public)'],
    });
  });

  it('counts in the summary', () => {
    const { counts } = overviewOf(facts({ content: { fourEyes: false, drift: null } }));
    expect(counts).toEqual({ kept: policies.length - 2, broken: 1, unknown: 1 });
  });
});

describe('who reaches a type', () => {
  const types = [{ uid: 'api::article.article', name: 'Article' }];
  const way = { kind: 'token', name: 'T', isPublic: false, to: '/x' } as const;
  it.each([
    ['all', ['find', 'findOne'], ['create', 'update', 'delete']],
    ['read', ['find', 'findOne'], []],
    [['api::article.article.find', 'api::product.product.create'], ['find'], []],
    [['api::article.article.update', 'api::article.article.promote'], [], ['update', 'promote']],
    [['plugin::upload.content-api.upload', 'api::article.article-copy.create'], [], []],
  ] as const)('with %j: reads %j and writes %j', (grants, reads, writes) => {
    const [view] = accessOf(types, [{ ...way, grants }]);
    expect(view?.readers.flatMap(({ actions }) => actions)).toEqual(reads);
    expect(view?.writers.flatMap(({ actions }) => actions)).toEqual(writes);
  });
});
