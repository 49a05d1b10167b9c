import type { StandingFinding } from '../../../src/brand/findings/schema';
import type { CopiesBrand } from './use-copies-brand';

/** One thing that is said differently, and the places that say it. */
export interface Disagreement {
  readonly key: string;
  readonly places: readonly [StandingFinding, ...StandingFinding[]];
}

/** What several places say of one fact stands together: the same rule, and the same sentence about it. */
export function disagreementsOf({ entry, copies }: Pick<CopiesBrand, 'entry' | 'copies'>): Disagreement[] {
  const groups = new Map<string, [StandingFinding, ...StandingFinding[]]>();
  const all = [...entry, ...[...copies.values()].flatMap(({ lines }) => lines)];
  for (const line of all) {
    const { finding, standing } = line;
    if (standing !== null || !finding.rule.startsWith('fact.')) continue;
    const key = `${finding.rule} ${finding.message}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups].map(([key, places]) => ({ key, places }));
}
