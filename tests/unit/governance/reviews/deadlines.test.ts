import { deadlines } from '../../../../server/services/governance/deadlines';
import type { NewNotice } from '../../../../server/services/notices';
import type { StoredReview, Telling } from '../../../../server/stores/reviews';
import type { Wait } from '../../../../src/governance/board/waits';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';

const review = (part: Partial<StoredReview>): StoredReview => ({
  id: 1,
  entry: 'api::article.article|d|en',
  uid: 'api::article.article',
  documentId: 'd',
  locale: 'en',
  title: 'Rye',
  seal: 'A',
  copies: [],
  workflow: 'standard@1',
  stage: 'in-review',
  meaning: 'review',
  since: 0,
  submittedBy: null,
  submittedAt: null,
  lastEditor: { kind: 'user', id: 'emil', name: 'Emil' },
  dueAt: 200,
  remindAt: 100,
  told: 'nothing',
  told_for: 200,
  tell_at: 100,
  ...part,
});

/** One office with a clock that is set by hand; two instances may look at the same rows. */
function office(
  rows: StoredReview[],
  parts: { waits?: Wait[]; given?: string[]; escalate?: string[]; broken?: number } = {},
) {
  const told: string[] = [];
  const clock = { now: 0 };
  const instance = () =>
    deadlines({
      store: {
        toTell: async (now, limit) =>
          rows.filter(({ tell_at: at }) => at !== null && at <= now).slice(0, limit),
        claimTell: async ({ id, tell_at: at }, next: Telling) => {
          const index = rows.findIndex((row) => row.id === id && row.tell_at === at);
          if (index === -1) return false;
          if (id === parts.broken) throw new Error('the database is away');
          rows[index] = { ...rows[index]!, told: next.told, told_for: next.toldFor, tell_at: next.tellAt };
          return true;
        },
        waits: async () => parts.waits ?? [{ principal: 'may:review.approve', why: 'decide' }],
      },
      assignments: {
        of: async ([entry = '']) =>
          (parts.given ?? []).map((principal) => ({
            entry,
            principal,
            by: { kind: 'user' as const, id: '1', name: '' },
            at: 0,
          })),
      },
      colleagues: { idsOf: async (principals) => principals.map((one) => one.replace(/^\w+:/, '')) },
      workflows: {
        byRef: async () => ({
          ...standardWorkflow,
          stages: standardWorkflow.stages.map((stage) => ({ ...stage, escalate: parts.escalate ?? [] })),
        }),
      },
      notices: {
        raise: async ({ code, audience }: NewNotice) => {
          told.push(`${code} ${audience?.kind === 'users' ? audience.ids.join() : ''}`);
        },
      },
      zone: async () => 'UTC',
      transaction: (work) => work(),
      now: () => clock.now,
    });
  return { told, clock, instance };
}

describe('due dates are told', () => {
  it('before and when they pass, each once', async () => {
    const { told, clock, instance } = office([review({})]);
    for (clock.now of [50, 100, 150, 199, 200, 250, 9_999]) await instance().tellDue();
    expect(told).toEqual(['review.due-soon review.approve', 'review.overdue review.approve']);
  });

  it('once, when two instances look at the same time', async () => {
    const { told, clock, instance } = office([review({})]);
    clock.now = 120;
    await Promise.all([instance().tellDue(), instance().tellDue()]);
    expect(told).toEqual(['review.due-soon review.approve']);
  });

  it('as one sentence, when both passed while nothing ran', async () => {
    const { told, clock, instance } = office([review({})]);
    clock.now = 5_000;
    await instance().tellDue();
    expect(told).toEqual(['review.overdue review.approve']);
  });

  it('not again, when the clock is set back', async () => {
    const { told, clock, instance } = office([review({})]);
    for (clock.now of [120, 60, 130, 201, 90, 202]) await instance().tellDue();
    expect(told).toEqual(['review.due-soon review.approve', 'review.overdue review.approve']);
  });

  it.each<[string, Parameters<typeof office>[1], string[]]>([
    ['those who have it, rather than all who may decide', { given: ['user:nora'] }, ['review.overdue nora']],
    ['who is to make changes', { waits: [{ principal: 'id:emil', why: 'change' }] }, ['review.overdue emil']],
    ['who wrote last, where it is nobody’s turn', { waits: [] }, ['review.overdue emil']],
    [
      'and those whom the stage names, when the time is over',
      { escalate: ['role:owner'] },
      ['review.overdue review.approve', 'review.escalated owner'],
    ],
  ])('to %s', async (_, parts, expected) => {
    const { told, clock, instance } = office([review({})], parts);
    clock.now = 300;
    await instance().tellDue();
    expect(told).toEqual(expected);
  });

  it('for all others, where one cannot be told', async () => {
    const { told, clock, instance } = office([review({}), review({ id: 2, title: 'Spelt' })], { broken: 1 });
    clock.now = 120;
    await expect(instance().tellDue()).rejects.toThrow('the database is away');
    expect(told).toHaveLength(1);
  });
});
