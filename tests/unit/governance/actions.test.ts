import { actionsOf, type ActionFacts } from '../../../src/governance/actions';
import { standingOf } from '../../../src/governance/stage';
import { standardWorkflow } from '../../../src/governance/workflow';
import { at, copyOf, decided, emil, rosa, type Step } from './facts';

const editor = (permission: string) => ['read', 'review.submit'].includes(permission);
const everything = () => true;

const offered = (facts: Partial<ActionFacts>, ...steps: Step[]) =>
  actionsOf({
    workflow: standardWorkflow,
    standing: standingOf(decided(...steps), 'B', standardWorkflow),
    user: rosa,
    can: everything,
    fourEyes: true,
    lastEdit: { by: emil, at: at(0) },
    copies: [],
    ...facts,
  }).map(({ decision, disabledCode }) => (disabledCode ? `(${decision})` : decision));

describe('the buttons of a person', () => {
  it.each<[string, Partial<ActionFacts>, Step[], string[]]>([
    ['owner, draft', {}, [], ['submit', 'comment']],
    ['editor, draft', { can: editor }, [], ['submit', 'comment']],
    ['guest, draft', { can: () => false }, [], []],
    ['owner, in review', {}, [['submit', 'B']], ['approve', 'request-changes', 'withdraw', 'comment']],
    ['editor, in review', { can: editor }, [['submit', 'B']], ['withdraw', 'comment']],
    [
      'who edited last',
      { user: emil },
      [['submit', 'B']],
      ['(approve)', 'request-changes', 'withdraw', 'comment'],
    ],
    [
      'who edited last, alone',
      { user: emil, fourEyes: false },
      [['submit', 'B']],
      ['approve', 'request-changes', 'withdraw', 'comment'],
    ],
    [
      'who edited a copy',
      { copies: [{ ...copyOf('bluesky', 'x'), editedBy: '1' }] },
      [['submit', 'B']],
      ['(approve)', 'request-changes', 'withdraw', 'comment'],
    ],
    ['owner, approved', {}, [['approve', 'B']], ['(approve)', 'request-changes', 'withdraw', 'comment']],
    [
      'owner, approved, with a new copy',
      { copies: [copyOf('bluesky', 'x')] },
      [['approve', 'B']],
      ['approve', 'request-changes', 'withdraw', 'comment'],
    ],
    ['owner, approved and changed', {}, [['approve', 'A']], ['submit', 'comment']],
  ])('%s', (_, facts, steps, expected) => expect(offered(facts, ...steps)).toEqual(expected));
});
