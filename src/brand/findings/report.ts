import { csvLine } from '../../shared/csv';
import type { Severity } from '../schema';
import type { StandingFinding } from './schema';

/** A finding as the index over all content keeps it: what the report and its file show. */
export interface KeptFinding {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string;
  /** Name of the channel whose copy it is about; null for the entry. */
  readonly channel: string | null;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly field: string;
  readonly quote: string;
  readonly standing: NonNullable<StandingFinding['standing']>['kind'] | null;
  readonly checkedAt: number;
}

const heads = [
  'entry',
  'type',
  'locale',
  'document id',
  'channel',
  'severity',
  'rule',
  'what the rule looks for',
  'finding',
  'field',
  'quote',
  'standing',
  'checked',
] as const;

/** The first line of the report as CSV (RFC 4180). */
export const reportHead = (): string => csvLine(heads);

/** One finding as a line of the report; instants in UTC. `explanation`: what its rule says of itself. */
export const reportLine = (finding: KeptFinding, explanation: string | null): string =>
  csvLine([
    finding.title,
    finding.uid,
    finding.locale ?? '',
    finding.documentId,
    finding.channel ?? '',
    finding.severity,
    finding.rule,
    explanation ?? '',
    finding.message,
    finding.field,
    finding.quote,
    finding.standing ?? 'open',
    new Date(finding.checkedAt).toISOString(),
  ]);

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

/** The gravest few of an entry's findings, in reading order among equals. */
export const gravest = <T extends { readonly severity: Severity }>(
  findings: readonly T[],
  count: number,
): T[] =>
  findings
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => gravity[a.finding.severity] - gravity[b.finding.severity] || a.index - b.index)
    .slice(0, count)
    .map(({ finding }) => finding);
