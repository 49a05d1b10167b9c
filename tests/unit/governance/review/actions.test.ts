import { actionsOf, type ActionFacts } from '../../../../src/governance/review/actions';
import { standingOf } from '../../../../src/governance/review/standing';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { at, copyOf, decided, editor, emil, holder, owner, plain, rosa, type Step } from './facts';

const byEmil = [{ by: emil, at: at(0), after: 0 }];

const offered = (facts: Partial<ActionFacts>, ...steps: Step[]) => {
  const decisions = decided(...steps);
  return actionsOf({
    workflow: standardWorkflow,
    decisions,
    standing: standingOf(decisions, 'B', standardWorkflow),
    edits: byEmil,
    holder: holder(rosa, owner),
    facts: plain,
    fourEyes: true,
    copies: [],
    ...facts,
  }).map(({ decision, disabledCode }) => (disabledCode ? `(${decision})` : decision));
};

describe('the buttons of a person', () => {
  it.each<[string, Partial<ActionFacts>, Step[], string[]]>([
    ['owner, draft', {}, [], ['submit']],
    ['editor, draft', { holder: holder(emil, editor) }, [], ['submit']],
    ['guest, draft', { holder: holder(emil, ['may:read']) }, [], []],
    ['owner, in review', {}, [['submit', 'B']], ['approve', 'request-changes', 'withdraw']],
    ['editor, in review', { holder: holder(emil, editor) }, [['submit', 'B']], ['withdraw']],
    [
      'who edited last',
      { holder: holder(emil, owner) },
      [['submit', 'B']],
      ['(approve)', 'request-changes', 'withdraw'],
    ],
    [
      'who edited last, alone',
      { holder: holder(emil, owner), fourEyes: false },
      [['submit', 'B']],
      ['approve', 'request-changes', 'withdraw'],
    ],
    [
      'who edited a copy',
      { copies: [{ ...copyOf('bluesky', 'x'), editedBy: '1' }] },
      [['submit', 'B']],
      ['(approve)', 'request-changes', 'withdraw'],
    ],
    [
      'who edited before the last approval',
      { holder: holder(emil, owner), edits: [...byEmil, { by: rosa, at: at(5), after: 2 }] },
      [
        ['approve', 'A'],
        ['submit', 'B'],
      ],
      ['approve', 'request-changes', 'withdraw'],
    ],
    [
      'who edited since the last approval, and somebody else after them',
      {
        edits: [
          { by: rosa, at: at(5), after: 1 },
          { by: emil, at: at(6), after: 1 },
        ],
      },
      [
        ['approve', 'A'],
        ['submit', 'B'],
      ],
      ['(approve)', 'request-changes', 'withdraw'],
    ],
    [
      'a guest with the address of the editor',
      { holder: holder({ kind: 'guest', id: 'link', name: 'Emil', owner: '2' }, owner) },
      [['submit', 'B']],
      ['(approve)', 'request-changes', 'withdraw'],
    ],
    ['owner, approved', {}, [['approve', 'B']], ['(approve)', 'request-changes', 'withdraw']],
    [
      'owner, approved, with a new copy',
      { copies: [copyOf('bluesky', 'x')] },
      [['approve', 'B']],
      ['approve', 'request-changes', 'withdraw'],
    ],
    ['owner, approved and changed', {}, [['approve', 'A']], ['submit']],
  ])('%s', (_, facts, steps, expected) => expect(offered(facts, ...steps)).toEqual(expected));
});
