import { linesOf, type LineColumn } from '../catalogue/texts/line-column';
import { contentOfText, type LooseText } from '../catalogue/texts/text-content';
import type { Checker, SubjectInput } from '../engine/checker';
import type { Finding } from '../schema';

/** A finding in a text that is no entry, with its place in lines; null for Blocks, which have none. */
export type PlacedFinding = Finding & {
  readonly from: LineColumn | null;
  readonly to: LineColumn | null;
};

/** Checks a text as if it were the one field of an entry. */
export function checkText(
  checker: Pick<Checker, 'check'>,
  text: LooseText,
  about: Omit<SubjectInput, 'content'> = {},
): PlacedFinding[] {
  const findings = checker.check({ ...about, content: contentOfText(text, about.locale ?? null) });
  if (text.format === 'blocks') return findings.map((finding) => ({ ...finding, from: null, to: null }));
  const lineColumn = linesOf(text.value);
  return findings.map((finding) => ({
    ...finding,
    from: lineColumn(finding.place.start),
    to: lineColumn(finding.place.end),
  }));
}
