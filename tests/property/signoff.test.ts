import fc from 'fast-check';
import { signOffDesk, type Shown } from '../../server/services/governance/signoff/desk';
import type { SignOffView } from '../../server/services/governance/signoff/view';
import type { SignOffRow, SignOffsStore } from '../../server/stores/signoffs';
import { postedOf } from '../../src/governance/signoff/answer';
import { stateOf } from '../../src/governance/signoff/link';
import type { LinkEnd } from '../../src/governance/signoff/schema';
import { linkToken } from '../../src/governance/signoff/token';
import { ok } from '../../src/shared/result';
import { tokensOf } from '../../src/shared/token';

const week = 7 * 86_400_000;
const begin = Date.UTC(2026, 5, 1);
const caller = { id: 'phone', isPerson: true };

/** The guarded updates of the store, on one row; each is one step, as in a database. */
function memoryStore(row: SignOffRow) {
  const change = async (isFree: boolean, next: Partial<SignOffRow>): Promise<boolean> => {
    if (isFree) Object.assign(row, next);
    return isFree;
  };
  const ended = ({ end, at }: { end: LinkEnd; at: number }) => ({ end, endedAt: at });
  return {
    row,
    store: {
      byKey: async (key) => (key === row.key ? { ...row } : null),
      answer: (_, ending) => change(row.end === null && row.expiresAt > ending.at, ended(ending)),
      close: (_, ending) => change(row.end === null, ended(ending)),
      expire: async (now) =>
        (await change(row.end === null && row.expiresAt <= now, ended({ end: 'expired', at: now }))) ? 1 : 0,
      opened: (_, at) => change(row.openedAt === null, { openedAt: at }),
    } as Partial<SignOffsStore> as SignOffsStore,
  };
}

function house() {
  const tokens = tokensOf(['secret']);
  const clock = { now: begin };
  const world = { seal: 'a'.repeat(64), taken: [] as { seal: string; at: number; wasOpen: boolean }[] };
  const { row, store } = memoryStore({
    ...{
      key: 'k',
      secretHash: 's',
      entry: 'api::a.a|d|',
      email: 'rosa@b.test',
      name: 'Rosa',
      language: 'en',
    },
    ...{ message: '', seal: world.seal, askedBy: { kind: 'user', id: '1', name: 'Emil' }, askedAt: begin },
    ...{
      expiresAt: begin + week,
      openedAt: null,
      end: null,
      endedAt: null,
      endedBy: null,
      decidedSeal: null,
    },
    ...{ comment: null, mail: 'sent', mailError: '', mailAttempts: 1 },
  });
  const action = { disabledReason: null, checklist: [], comment: 'optional' };
  const desk = signOffDesk({
    store,
    tokens,
    hash: (text) => text,
    views: {
      holderOf: async () => ({
        actor: { kind: 'guest', id: 'k', name: 'Rosa' },
        can: () => false,
        principals: new Set(),
      }),
      of: async (link) =>
        ({
          link,
          seal: world.seal,
          facts: [],
          approve: action,
          requestChanges: action,
          title: 'Rye',
        }) as unknown as SignOffView,
    },
    refusals: {
      lets: async () => true,
      letsPress: async () => true,
      refused: async () => undefined,
      since: async () => [],
      forget: async () => undefined,
    },
    decide: async (_, { seal }) => {
      if (seal !== world.seal)
        return { ok: false, error: { code: 'review.changed-meanwhile', message: 'changed' } };
      world.taken.push({ seal, at: clock.now, wasOpen: row.endedAt === clock.now });
      return ok({} as never);
    },
    comment: async () => ok(null),
    titleOf: async () => 'Rye',
    onAnswered: async () => undefined,
    audit: { record: async () => undefined },
    emit: async () => undefined,
    async inTransaction(work) {
      const before = { ...row };
      const result = await work();
      if (!result.ok) Object.assign(row, before);
      return result;
    },
    now: () => clock.now,
  });
  return { desk, clock, world, row, store, token: linkToken(tokens, { key: 'k', secret: 's' }) };
}

type Step =
  | { readonly kind: 'show' | 'press' | 'press twice' | 'edit' | 'revoke' | 'settle' | 'comment' }
  | { readonly kind: 'time'; readonly by: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Step>({ kind: 'show' }, { kind: 'press' }, { kind: 'press twice' }),
  },
  fc.constantFrom<Step>({ kind: 'edit' }, { kind: 'revoke' }, { kind: 'settle' }, { kind: 'comment' }),
  fc
    .constantFrom(500, 2_000, 3_600_000, 3 * 86_400_000, week, -2_000, -86_400_000, -week)
    .map((by): Step => ({ kind: 'time', by })),
);

describe('a link for sign-off, whatever happens in whatever order', () => {
  const steps = fc.array(step, { minLength: 1, maxLength: 40 });
  const decisions = fc.constantFrom('approve', 'request-changes');

  it('leads to one decision at most, to none after its end, and only about what was shown', () =>
    fc.assert(
      fc.asyncProperty(steps, decisions, async (order, decision) => {
        const { desk, clock, world, row, store, token } = house();
        let page = '';
        let shownSeal = '';
        let isOver = false;
        const keep = (shown: Shown): Shown => {
          if (shown.kind === 'page') [page, shownSeal] = [shown.token, world.seal];
          return shown;
        };
        const press = (what: string) =>
          desk.press(token, postedOf({ page, decision: what, confirm: 'yes', comment: 'x' }), caller);
        for (const one of order) {
          const taken = world.taken.length;
          const wasOver = isOver || stateOf(row, clock.now) !== 'open';
          const seal = shownSeal;
          switch (one.kind) {
            case 'show':
              keep(await desk.open(token, caller));
              break;
            case 'press':
              keep(await press(decision));
              break;
            case 'press twice':
              (await Promise.all([press(decision), press(decision)])).forEach(keep);
              break;
            case 'comment':
              keep(await press('comment'));
              break;
            case 'edit':
              world.seal = world.seal.startsWith('a') ? 'b'.repeat(64) : 'a'.repeat(64);
              break;
            case 'revoke':
              await store.close('k', { end: 'revoked', at: clock.now, by: null });
              break;
            case 'settle':
              await store.close('k', { end: 'settled', at: clock.now, by: null });
              break;
            case 'time':
              clock.now += one.by;
              break;
          }
          // Whoever looked at it while it was over has it over for good, whatever the clock says later.
          isOver ||= row.end !== null;
          const now = world.taken.slice(taken);
          expect(now.length).toBeLessThanOrEqual(wasOver ? 0 : 1);
          for (const { seal: decided } of now) expect(decided).toBe(seal);
          if (one.kind !== 'press' && one.kind !== 'press twice') expect(now).toEqual([]);
        }
        expect(world.taken.length).toBeLessThanOrEqual(1);
        expect(world.taken.length === 1).toBe(row.end === decision);
      }),
      { numRuns: 1_000 },
    ));

  it('leads to a decision where somebody looks, waits and presses', async () => {
    const { desk, clock, world, token } = house();
    const shown = await desk.open(token, caller);
    clock.now += 5_000;
    const page = shown.kind === 'page' ? shown.token : '';
    const done = await desk.press(token, postedOf({ page, decision: 'approve', confirm: 'yes' }), caller);
    expect([done.kind, world.taken.length]).toEqual(['done', 1]);
  });
});
