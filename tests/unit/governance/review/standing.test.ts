import type { Decision } from '../../../../src/governance/review/schema';
import { standingOf, unapprovedCopies } from '../../../../src/governance/review/standing';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { at, copyOf, decided, emil } from './facts';

describe('the stage of an entry that says B now', () => {
  it.each<[string, Decision[], string, boolean | null]>([
    ['nothing was decided', [], 'draft', null],
    ['it was submitted', decided(['submit', 'B']), 'in-review', null],
    ['it was submitted and changed since', decided(['submit', 'A']), 'in-review', null],
    ['it was approved', decided(['submit', 'B'], ['approve', 'B']), 'approved', true],
    ['it was approved and changed since', decided(['submit', 'A'], ['approve', 'A']), 'draft', false],
    ['it was approved, changed and submitted', decided(['approve', 'A'], ['submit', 'B']), 'in-review', null],
    [
      'it was approved, changed and approved',
      decided(['approve', 'A'], ['submit', 'B'], ['approve', 'B']),
      'approved',
      true,
    ],
    [
      'an old approval fits again, and a newer does not',
      decided(['approve', 'B'], ['submit', 'C'], ['approve', 'C']),
      'draft',
      false,
    ],
    ['changes were requested', decided(['submit', 'B'], ['request-changes', 'B']), 'draft', null],
    [
      'changes were requested after an approval',
      decided(['approve', 'B'], ['request-changes', 'B']),
      'draft',
      null,
    ],
    ['it was withdrawn', decided(['submit', 'B'], ['withdraw', 'B']), 'draft', null],
    ['the approval was withdrawn', decided(['approve', 'B'], ['withdraw', 'B']), 'draft', null],
    ['the approval was ended by an unlock', decided(['approve', 'B'], ['unlock', 'B']), 'draft', null],
    ['one of two approved', decided(['submit', 'B'], ['approve', 'B', { to: null }]), 'in-review', null],
    ['what was published past the gate was adopted', decided(['adopt', 'B']), 'approved', true],
    ['something else was adopted', decided(['adopt', 'A']), 'draft', false],
    ['it went over to another version', decided(['submit', 'A'], ['migrate', 'A']), 'in-review', null],
    ['its stage is gone from the workflow', decided(['submit', 'B', { to: 'legal' }]), 'draft', null],
    ['an emergency moves nothing', decided(['submit', 'B'], ['emergency', 'B']), 'in-review', null],
  ])('%s', (_, decisions, stage, valid) => {
    const standing = standingOf(decisions, 'B', standardWorkflow);
    expect([standing.stage, standing.approval?.valid ?? null]).toEqual([stage, valid]);
  });
});

describe('what else a standing says', () => {
  const standing = (...steps: Parameters<typeof decided>) =>
    standingOf(decided(...steps), 'B', standardWorkflow);

  it('counts the approvals of this very content since the last step, one a person', () => {
    const { votes } = standing(
      ['approve', 'B', { to: null }],
      ['submit', 'B'],
      ['approve', 'A', { to: null, by: emil }],
      ['approve', 'B', { to: null }],
      ['approve', 'B', { to: null }],
      ['approve', 'B', { to: null, by: emil }],
    );
    expect(votes.map(({ number }) => number)).toEqual([5, 6]);
  });

  it('lets an emergency hold for exactly what was seen, until the next step', () => {
    expect(standing(['submit', 'B'], ['emergency', 'B']).emergency?.number).toBe(2);
    expect(standing(['submit', 'B'], ['emergency', 'A']).emergency).toBeNull();
    expect(standing(['emergency', 'B'], ['submit', 'B']).emergency).toBeNull();
  });

  it('knows since when it stands there, and not where an approval is void', () => {
    expect(standing(['submit', 'A']).since).toBe(at(1));
    expect(standing(['approve', 'A']).since).toBeNull();
  });
});

describe('the copies that an approval does not cover', () => {
  const copies = [copyOf('bluesky', 'x'), copyOf('email', 'y')];
  it.each<[string, Decision[], string[]]>([
    ['all, where nothing is approved', [], ['bluesky', 'email']],
    ['none, where both were approved as they are', decided(['approve', 'B', { copies }]), []],
    ['the one that was written later', decided(['approve', 'B', { copies: copies.slice(0, 1) }]), ['email']],
    [
      'the one that was changed',
      decided(['approve', 'B', { copies: [copyOf('bluesky', 'old'), copyOf('email', 'y')] }]),
      ['bluesky'],
    ],
    ['all, where the entry was changed', decided(['approve', 'A', { copies }]), ['bluesky', 'email']],
    [
      'the latest approval counts',
      decided(['approve', 'B', { copies }], ['approve', 'B']),
      ['bluesky', 'email'],
    ],
  ])('%s', (_, decisions, keys) => {
    const standing = standingOf(decisions, 'B', standardWorkflow);
    expect(unapprovedCopies(standing, copies).map(({ key }) => key)).toEqual(keys);
  });
});
