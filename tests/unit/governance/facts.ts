import type { CopyFacts, Decision, DecisionKind, Person } from '../../../src/governance/schema';

export const rosa: Person = { kind: 'user', id: '1', name: 'Rosa' };
export const emil: Person = { kind: 'user', id: '2', name: 'Emil' };
export const importer: Person = { kind: 'token', id: '9', name: 'Importer' };

/** 22 November 2026, 09:00 UTC, and so many minutes later. */
export const at = (minutes: number): number => Date.UTC(2026, 10, 22, 9) + minutes * 60_000;

export type Step = [
  kind: DecisionKind,
  seal: string,
  more?: { by?: Person; comment?: string; copies?: CopyFacts[] },
];

/** The decisions of one entry: number and time follow the order. */
export const decided = (...steps: Step[]): Decision[] =>
  steps.map(([kind, seal, { by = rosa, comment, copies = [] } = {}], index) => ({
    key: `decision-${index + 1}`,
    number: index + 1,
    kind,
    seal,
    copies,
    by,
    at: at(index + 1),
    comment: comment ?? null,
  }));

export const copyOf = (key: string, seal: string): CopyFacts => ({ key, seal, name: key });
