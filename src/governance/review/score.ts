import type { Finding } from '../../brand/schema';

const cost: Readonly<Record<Finding['severity'], number>> = { error: 20, warning: 5, suggestion: 1 };

/** How well an entry keeps to the brand, from 100 (nothing found) down to 0: an error costs 20, a warning 5, a suggestion 1. */
export const scoreOf = (findings: readonly Pick<Finding, 'severity'>[]): number =>
  Math.max(
    0,
    findings.reduce((left, { severity }) => left - cost[severity], 100),
  );
