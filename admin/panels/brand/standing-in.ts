import { marked, standingOf } from '../../../src/brand/findings/standing';
import type { CheckFormAnswer, StandingFinding } from '../../../src/brand/findings/schema';
import type { Finding, Severity } from '../../../src/brand/schema';
import type { EntryContent } from '../../../src/content/schema';

/** Today where the reader sits: close enough to show until when a waiver holds; the server decides. */
const today = (): string => new Intl.DateTimeFormat('en-CA').format(new Date());

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, suggestion: 2 };

/** Findings of a form with what stands against each, the gravest first and in reading order among equals. */
export function standingIn(
  findings: readonly Finding[],
  content: EntryContent,
  answer: Pick<CheckFormAnswer, 'waivers' | 'baseline'> | null,
): readonly StandingFinding[] {
  const lines = standingOf(
    marked(findings, content),
    (answer?.waivers ?? []).filter(({ channel }) => channel === null),
    answer?.baseline ?? [],
    today(),
  );
  return lines
    .map((line, index) => ({ line, index }))
    .sort((a, b) => gravity[a.line.finding.severity] - gravity[b.line.finding.severity] || a.index - b.index)
    .map(({ line }) => line);
}
