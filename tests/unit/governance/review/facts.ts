import type { Holder } from '../../../../src/governance/review/person';
import type { CopyFacts, Decision, DecisionKind } from '../../../../src/governance/review/schema';
import type { Person } from '../../../../src/governance/schema';
import type { TransitionFacts } from '../../../../src/governance/workflow/conditions';
import { standardRef } from '../../../../src/governance/workflow/standard';

export const rosa: Person = { kind: 'user', id: '1', name: 'Rosa' };
export const emil: Person = { kind: 'user', id: '2', name: 'Emil' };
export const importer: Person = { kind: 'token', id: '9', name: 'Importer' };

export const editor = ['role:editor', 'may:read', 'may:review.submit'];
export const owner = [...editor, 'role:owner', 'may:review.approve'];

export const holder = (person: Person, principals: readonly string[]): Holder => ({
  person,
  principals: new Set(principals),
});

/** 22 November 2026, 09:00 UTC, and so many minutes later. */
export const at = (minutes: number): number => Date.UTC(2026, 10, 22, 9) + minutes * 60_000;

const leads: Readonly<Partial<Record<DecisionKind, string>>> = {
  submit: 'in-review',
  approve: 'approved',
  adopt: 'approved',
  migrate: 'in-review',
  'request-changes': 'draft',
  withdraw: 'draft',
  unlock: 'draft',
};

export type Step = [
  kind: DecisionKind,
  seal: string,
  more?: { by?: Person; comment?: string; copies?: CopyFacts[]; to?: string | null; as?: string[] },
];

/** The decisions of one entry in the standard workflow: number and time follow the order. */
export const decided = (...steps: Step[]): Decision[] =>
  steps.map(
    ([kind, seal, { by = rosa, comment, copies = [], to, as = ['may:review.approve'] } = {}], index) => ({
      key: `decision-${index + 1}`,
      number: index + 1,
      kind,
      seal,
      copies,
      by,
      at: at(index + 1),
      comment: comment ?? null,
      workflow: standardRef,
      transition: kind,
      from: 'in-review',
      to: to === undefined ? (leads[kind] ?? null) : to,
      as,
      checklist: [],
    }),
  );

export const copyOf = (key: string, seal: string): CopyFacts => ({ key, seal, name: key, kind: key });

/** Nothing that a condition asks about. */
export const plain: TransitionFacts = {
  uid: 'api::article.article',
  locale: 'en',
  roles: [],
  changed: [],
  marked: [],
  score: 100,
  kinds: [],
  entryApproved: false,
};
