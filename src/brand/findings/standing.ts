import type { EntryContent } from '../../content/schema';
import type { Finding, Severity } from '../schema';
import { markerOf } from './mark';
import { matchOf } from './match';
import type { FindingMark, StandingFinding, Waiver } from './schema';

/** A finding and what makes it the same one after edits around it. */
export type MarkedFinding = Pick<StandingFinding, 'finding' | 'mark'>;

/** Findings with their marks; `content` is what they were found in. */
export function marked(findings: readonly Finding[], content: EntryContent): MarkedFinding[] {
  const markFor = markerOf(content);
  return findings.map((finding) => ({ finding, mark: markFor(finding) }));
}

/**
 * What stands against each finding: a waiver that holds on this day, or a mark of the baseline. Each waiver and each mark answers for one
 * finding. A waiver for a warning does not cover what is an error by now. `today` is null where nobody can tell the day: then days
 * end nothing.
 */
export function standingOf(
  findings: readonly MarkedFinding[],
  waivers: readonly Waiver[],
  baseline: readonly FindingMark[],
  today: string | null,
): StandingFinding[] {
  const marks = findings.map(({ mark }) => mark);
  const holding = waivers.filter((waiver) => holds(waiver, today));
  const waived = matchOf(
    holding.map(({ mark }) => mark),
    marks,
    (waiver, finding) => covers(holding[waiver]?.severity, findings[finding]?.finding.severity),
  );
  const known = matchOf(baseline, marks);
  return findings.map(({ finding, mark }, index) => {
    const waiver = holding[waived.get(index) ?? -1];
    const standing = waiver
      ? ({ kind: 'waived', waiver } as const)
      : known.has(index)
        ? ({ kind: 'baseline' } as const)
        : null;
    return { finding, mark, standing };
  });
}

/** Findings that nothing stands against: these block and cost points. */
export const openFindings = (findings: readonly StandingFinding[]): Finding[] =>
  findings.filter(({ standing }) => standing === null).map(({ finding }) => finding);

/** Ids of the waivers that answer for a finding. */
export const usedWaivers = (findings: readonly StandingFinding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ standing }) => (standing?.kind === 'waived' ? [standing.waiver.id] : [])));

/** Whether a waiver counts on a day: somebody agreed, and its last day has not passed. */
const holds = ({ approvedBy, until }: Pick<Waiver, 'approvedBy' | 'until'>, today: string | null): boolean =>
  approvedBy !== null && !hasEnded({ until }, today);

/** Whether the last day of a waiver has passed. */
const hasEnded = ({ until }: Pick<Waiver, 'until'>, today: string | null): boolean =>
  until !== null && today !== null && until < today;

/** Where a waiver stands, from what is known of it. `isUsed`: what it is about was found when it was looked for last. */
export function waiverState(
  waiver: Pick<Waiver, 'approvedBy' | 'until'>,
  isUsed: boolean,
  today: string,
): Waiver['state'] {
  if (hasEnded(waiver, today)) return 'expired';
  if (waiver.approvedBy === null) return 'open';
  return isUsed ? 'holds' : 'unused';
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, suggestion: 0 };

const covers = (waived: Severity | undefined, found: Severity | undefined): boolean =>
  waived !== undefined && found !== undefined && gravity[waived] >= gravity[found];
