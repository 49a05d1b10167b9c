import { columnsOf } from '../../../../src/governance/board/columns';
import { rowOf } from '../../../../src/governance/board/row';
import { waitsOf, type WaitFacts } from '../../../../src/governance/board/waits';
import type { Card } from '../../../../src/governance/board/schema';
import type { Decision } from '../../../../src/governance/review/schema';
import { standingOf } from '../../../../src/governance/review/standing';
import type { Person } from '../../../../src/governance/schema';
import { defaultCalendar } from '../../../../src/governance/time/schema';
import type { Stage, Transition, Workflow } from '../../../../src/governance/workflow/schema';
import { standardRef, standardWorkflow } from '../../../../src/governance/workflow/standard';

const user = (id: string): Person => ({ kind: 'user', id, name: id });
const [rosa, emil, nora] = [user('rosa'), user('emil'), user('nora')];

/** Decisions one after the other: kind, where it led, by whom, through which principals. */
const taken = (
  ...list: readonly (readonly [Decision['kind'], string | null, Person, string[]?])[]
): Decision[] =>
  list.map(([kind, to, by, as = []], index) => ({
    key: `d${index}`,
    number: index + 1,
    kind,
    seal: 'A',
    copies: [],
    by,
    at: index + 1,
    comment: null,
    workflow: standardRef,
    transition: kind,
    from: '',
    to,
    as,
    checklist: [],
  }));

const approval = standardWorkflow.transitions.find(({ decision }) => decision === 'approve')!;
const withApprovals = (...approvals: Partial<Transition>[]): Workflow => ({
  ...standardWorkflow,
  transitions: [
    ...standardWorkflow.transitions.filter(({ decision }) => decision !== 'approve'),
    ...approvals.map((one, index) => ({ ...approval, key: `approve-${index}`, ...one })),
  ],
});

const waits = (decisions: Decision[], more: Partial<WaitFacts> = {}, seal = 'A'): string[] => {
  const workflow = more.workflow ?? standardWorkflow;
  return waitsOf({
    workflow,
    decisions,
    standing: standingOf(decisions, seal, workflow),
    edits: [{ by: emil, at: 0, after: 0 }],
    copies: [],
    facts: {
      uid: 'api::article.article',
      locale: 'en',
      roles: [],
      changed: ['price'],
      marked: [],
      score: 100,
      kinds: [],
      entryApproved: false,
    },
    fourEyes: true,
    assignees: [],
    mentioned: [],
    ...more,
  }).map(({ principal, why }) => `${principal} ${why}`);
};

const submitted = taken(['submit', 'in-review', emil]);
const copy = { key: 'k', seal: 'x', name: 'Bluesky', kind: 'bluesky', editedBy: 'nora' };

describe('an entry waits for', () => {
  it.each<[string, string[], string[]]>([
    ['nobody, while it is written', waits([]), []],
    [
      'those who may approve, but not for who wrote it',
      waits(submitted),
      ['may:review.approve decide', 'id:emil not'],
    ],
    [
      'them all, where one person runs the business',
      waits(submitted, { fourEyes: false }),
      ['may:review.approve decide'],
    ],
    [
      'nobody, once it is approved',
      waits(taken(['submit', 'in-review', emil], ['approve', 'approved', rosa])),
      [],
    ],
    [
      'those who may approve again, where a copy was written since',
      waits(taken(['submit', 'in-review', emil], ['approve', 'approved', rosa]), { copies: [copy] }),
      ['may:review.approve decide', 'id:nora not'],
    ],
    [
      'who edited and who submitted, after changes were asked for',
      waits(taken(['submit', 'in-review', nora], ['request-changes', 'draft', rosa])),
      ['id:emil change', 'id:nora change'],
    ],
    [
      'nobody, once they made them',
      waits(taken(['submit', 'in-review', emil], ['request-changes', 'draft', rosa]), {
        edits: [
          { by: emil, at: 0, after: 0 },
          { by: emil, at: 9, after: 2 },
        ],
      }),
      [],
    ],
    [
      'those who have it and those who were named',
      waits([], { assignees: ['user:nora@bakery.test', 'role:editor'], mentioned: ['7'] }),
      ['user:nora@bakery.test assigned', 'role:editor assigned', 'id:7 mentioned'],
    ],
    [
      'the places that are still free, and not for who voted',
      waits(taken(['submit', 'in-review', emil], ['approve', null, rosa, ['role:owner']]), {
        workflow: withApprovals({
          who: ['role:owner', 'role:legal'],
          needs: [
            { count: 1, of: ['role:owner'] },
            { count: 1, of: ['role:legal'] },
          ],
        }),
      }),
      ['role:legal decide', 'id:rosa not', 'id:emil not'],
    ],
    [
      'whom the conditions name: the way that applies, and none behind it',
      waits(submitted, {
        workflow: withApprovals(
          { when: [{ on: 'changed', any: ['body'] }], who: ['role:legal'] },
          { when: [{ on: 'changed', any: ['price'] }], who: ['role:owner'] },
          { who: ['role:editor'] },
        ),
      }),
      ['role:owner decide', 'id:emil not'],
    ],
    [
      'the roles that a condition names',
      waits(submitted, {
        workflow: withApprovals({ when: [{ on: 'role', any: ['chief'] }] }, { who: ['role:editor'] }),
      }),
      ['role:chief decide', 'role:editor decide', 'id:emil not'],
    ],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('a machine wrote it: its owner may not decide', () => {
    const edits = [
      { by: { kind: 'token' as const, id: '1', name: 'Importer', owner: 'rosa' }, at: 0, after: 0 },
    ];
    expect(waits(submitted, { edits })).toContain('id:rosa not');
  });
});

describe('a row of the board', () => {
  const limited: Workflow = {
    ...standardWorkflow,
    stages: standardWorkflow.stages.map((stage) =>
      stage.key === 'in-review' ? { ...stage, days: 1, remind: 0.5 } : stage,
    ),
  };
  const row = (decisions: Decision[], dueOn: string | null = null) =>
    rowOf({
      key: { uid: 'api::article.article', documentId: 'd', locale: 'en' },
      title: 'Rye',
      seal: 'A',
      updatedAt: 5,
      workflow: { ref: 'standard@1', definition: limited },
      decisions,
      standing: standingOf(decisions, 'A', limited),
      lastEdit: { by: emil, at: 3 },
      copies: [copy],
      dueOn,
      calendar: defaultCalendar,
      zone: 'UTC',
    });

  it('stands since the decision, or since the last edit where there was none', () => {
    expect(row([])).toMatchObject({
      stage: 'draft',
      meaning: 'draft',
      since: 3,
      dueAt: null,
      submittedBy: null,
    });
    expect(row(submitted)).toMatchObject({
      stage: 'in-review',
      meaning: 'review',
      since: 1,
      submittedBy: emil,
    });
    expect(row(submitted).copies).toEqual([{ key: 'k', seal: 'x', name: 'Bluesky', kind: 'bluesky' }]);
  });

  it('is due as the stage allows, and never once it is approved', () => {
    // 1 January 1970 was a Thursday.
    expect(row(submitted).dueAt).toBe(86_400_001);
    const approved = taken(['submit', 'in-review', emil], ['approve', 'approved', rosa]);
    expect(row(approved, '2026-11-30').dueAt).toBeNull();
  });
});

describe('the columns of a board', () => {
  const stage = (key: string): Stage => ({ ...standardWorkflow.stages[0]!, key, name: key });
  const card = { entry: 'e' } as Card;
  it('are the stages of the newest version, and those of older ones where something still stands', () => {
    const found = columnsOf(
      [stage('draft'), stage('review'), stage('done')],
      [stage('draft'), stage('legal'), stage('gone'), stage('done')],
      [
        { stage: 'review', total: 1, cards: [card] },
        { stage: 'legal', total: 2, cards: [card] },
      ],
    );
    expect(found.map(({ key, total, cards }) => [key, total, cards.length])).toEqual([
      ['draft', 0, 0],
      ['review', 1, 1],
      ['legal', 2, 1],
      ['done', 0, 0],
    ]);
  });
});
