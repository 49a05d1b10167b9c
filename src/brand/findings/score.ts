import type { Severity } from '../schema';
import type { Score, StandingFinding } from './schema';

const costs: readonly (readonly [Severity, number])[] = [
  ['error', 20],
  ['warning', 5],
  ['suggestion', 1],
];

/**
 * How well something keeps to the brand, from 100 down to 0, with the arithmetic. What a waiver or the baseline stands against
 * costs nothing.
 */
export function scoreOf(
  findings: readonly {
    readonly finding: { readonly severity: Severity };
    readonly standing: StandingFinding['standing'];
  }[],
): Score {
  const open = findings.filter(({ standing }) => standing === null);
  const lines = costs.map(([severity, cost]) => {
    const count = open.filter(({ finding }) => finding.severity === severity).length;
    return { severity, count, cost, total: count * cost };
  });
  return {
    score: Math.max(
      0,
      lines.reduce((left, { total }) => left - total, 100),
    ),
    lines,
    waived: findings.filter(({ standing }) => standing?.kind === 'waived').length,
    baseline: findings.filter(({ standing }) => standing?.kind === 'baseline').length,
  };
}
