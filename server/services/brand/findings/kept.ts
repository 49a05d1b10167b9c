import { fieldOf } from '../../../../src/brand/findings/mark';
import { gravest } from '../../../../src/brand/findings/report';
import { scoreOf } from '../../../../src/brand/findings/score';
import { usedWaivers } from '../../../../src/brand/findings/standing';
import type { EntryStand } from '../../../stores/brand-entries';
import type { NewFinding } from '../../../stores/brand-findings';
import type { LoadedEntry } from '../../entries';
import type { CheckedEntry } from './check';

/** What the index keeps of an entry: how it and its copies stand together, and the findings one by one. */
export interface KeptEntry {
  readonly entry: string;
  readonly stand: EntryStand;
  readonly findings: readonly NewFinding[];
  /** Ids of the waivers that answer for a finding. */
  readonly used: readonly string[];
}

/** A text of a hundred thousand words can break a rule in every one of them; the gravest are kept. */
const mostFindings = 2_000;

export function keptOf(
  entry: string,
  { key, model, content }: LoadedEntry,
  checked: CheckedEntry,
): KeptEntry {
  const parts = [{ copy: null, findings: checked.findings }, ...checked.copies];
  const all = parts.flatMap(({ findings }) => findings);
  const { score, lines, waived, baseline } = scoreOf(all);
  const count = (severity: string) => lines.find((line) => line.severity === severity)?.count ?? 0;
  const findings = parts.flatMap(({ copy, findings: own }) =>
    own.map(({ finding, mark, standing }, position): NewFinding => ({
      ...{ entry, uid: key.uid, locale: key.locale, position, mark },
      ...{ channel: copy?.channel.key ?? null, publication: copy?.publication ?? null },
      ...{ rule: finding.rule, severity: finding.severity, message: finding.message, quote: finding.quote },
      field: fieldOf(finding.place),
      standing: standing?.kind ?? null,
    })),
  );
  return {
    entry,
    stand: {
      title: content.roles.title ?? model.displayName,
      ...{ score, waived, baseline },
      ...{ errors: count('error'), warnings: count('warning'), suggestions: count('suggestion') },
    },
    findings: gravest(findings, mostFindings),
    used: [...new Set(parts.flatMap(({ findings: own }) => [...usedWaivers(own)]))],
  };
}
