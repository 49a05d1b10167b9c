import type { Finding } from '../../../../src/brand/schema';
import { blockersOf, type GateFacts } from '../../../../src/governance/review/blockers';
import { isSamePerson } from '../../../../src/governance/review/person';
import { standingOf } from '../../../../src/governance/review/standing';
import type { Person } from '../../../../src/governance/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { at, copyOf, decided, emil, importer, rosa, type Step } from './facts';

const standing = (...steps: Step[]) => standingOf(decided(...steps), 'B', standardWorkflow);
const approved = standing(['submit', 'B', { by: emil }], ['approve', 'B']);

const finding = (severity: Finding['severity']): Finding => ({
  rule: 'brand.claim/cures',
  severity,
  message: 'We do not claim that.',
  place: { field: 'body', block: [0, 1], start: 3, end: 8 },
  quote: 'cures',
  fix: null,
});

const inCopy = (severity: Finding['severity']) => ({
  key: 'bluesky',
  name: 'Bluesky',
  findings: [finding(severity)],
});

const codes = (facts: Partial<GateFacts>): string[] =>
  blockersOf({
    standing: approved,
    lastEdit: { by: emil, at: at(0) },
    findings: [],
    copyFindings: [],
    copies: [],
    tally: null,
    ownApproval: null,
    zone: 'UTC',
    ...facts,
  }).map(({ code }) => code);

describe('why an entry may not go out', () => {
  it.each<[string, Partial<GateFacts>, string[]]>([
    ['approved as it is', {}, []],
    ['nobody decided', { standing: standing() }, ['review.not-approved']],
    ['waits for approval', { standing: standing(['submit', 'B']) }, ['review.not-approved']],
    ['changed since', { standing: standing(['approve', 'A']) }, ['review.changed-since-approval']],
    ['approved by somebody who had edited it', { ownApproval: rosa }, ['review.four-eyes']],
    [
      'one of two approvals',
      { standing: standing(['submit', 'B']), tally: { needed: 2, given: 1, missing: [['role:owner']] } },
      ['review.approvals-missing'],
    ],
    [
      'none of two approvals',
      { standing: standing(['submit', 'B']), tally: { needed: 2, given: 0, missing: [['role:owner']] } },
      ['review.not-approved'],
    ],
    [
      'an emergency',
      { standing: standing(['submit', 'B'], ['emergency', 'B']), findings: [finding('error')] },
      [],
    ],
    [
      'an emergency lets out no copy',
      { standing: standing(['emergency', 'B']), copies: [copyOf('bluesky', 'x')] },
      ['review.copy-not-approved'],
    ],
    ['nobody knows who edited', { lastEdit: null }, []],
    ['a brand error', { findings: [finding('error')] }, ['brand.error']],
    ['a brand warning', { findings: [finding('warning'), finding('suggestion')] }, []],
    ['a brand error in a copy', { copyFindings: [inCopy('error')] }, ['brand.copy-error']],
    ['a brand warning in a copy', { copyFindings: [inCopy('warning')] }, []],
    [
      'an emergency, which lets no copy out',
      {
        standing: standing(['submit', 'B'], ['emergency', 'B']),
        findings: [finding('error')],
        copyFindings: [inCopy('error')],
      },
      ['brand.copy-error'],
    ],
    ['a copy that nobody approved', { copies: [copyOf('bluesky', 'x')] }, ['review.copy-not-approved']],
    [
      'everything at once, in the order to solve it',
      { standing: standing(), findings: [finding('error')], copies: [copyOf('bluesky', 'x')] },
      ['review.not-approved', 'brand.error', 'review.copy-not-approved'],
    ],
  ])('%s', (_, facts, expected) => expect(codes(facts)).toEqual(expected));

  it('names who changed it and when, in the zone of the business', () => {
    const [blocker] = blockersOf({
      standing: standing(['approve', 'A']),
      lastEdit: { by: emil, at: at(30) },
      findings: [],
      copyFindings: [],
      copies: [],
      tally: null,
      ownApproval: null,
      zone: 'Europe/Berlin',
    });
    expect(blocker?.message).toContain('Emil changed it on 22 Nov 2026, 10:30, after Rosa approved it');
  });

  it('does not blame the editor where something else changed', () => {
    const [blocker] = blockersOf({
      standing: standing(['approve', 'A']),
      lastEdit: { by: emil, at: at(0) },
      findings: [],
      copyFindings: [],
      copies: [],
      tally: null,
      ownApproval: null,
      zone: 'UTC',
    });
    expect(blocker?.message).not.toContain('Emil');
  });

  it.each<[Person, Person, boolean]>([
    [rosa, rosa, true],
    [rosa, emil, false],
    [rosa, { ...importer, id: '1' }, false],
    [importer, importer, false],
    [rosa, { kind: 'guest', id: 'link', name: 'Rosa', owner: '1' }, true],
    [{ kind: 'guest', id: 'a', name: 'Ida' }, { kind: 'guest', id: 'a', name: 'Ida' }, false],
    [{ kind: 'system', id: '', name: 'Strapi' }, { kind: 'system', id: '', name: 'Strapi' }, false],
  ])('%j and %j are one person: %s', (a, b, same) => expect(isSamePerson(a, b)).toBe(same));
});
