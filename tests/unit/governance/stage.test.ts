import type { Decision } from '../../../src/governance/schema';
import { standingOf, unapprovedCopies } from '../../../src/governance/stage';
import { standardWorkflow } from '../../../src/governance/workflow';
import { copyOf, decided } from './facts';

describe('the stage of an entry that says B now', () => {
  it.each<[string, Decision[], string, boolean | null]>([
    ['nothing was decided', [], 'draft', null],
    ['somebody commented', decided(['comment', 'B']), 'draft', null],
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
    ['somebody commented after the approval', decided(['approve', 'B'], ['comment', 'B']), 'approved', true],
  ])('%s', (_, decisions, stage, valid) => {
    const standing = standingOf(decisions, 'B', standardWorkflow);
    expect([standing.stage, standing.approval?.valid ?? null]).toEqual([stage, valid]);
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
