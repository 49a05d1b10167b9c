import { checkContent } from '../../src/brand/check';
import type { Finding } from '../../src/brand/schema';
import { applyFix } from '../../src/content/fix';
import { readContent } from '../../src/content/read';
import type { BrandContext } from '../../src/governance/schema';
import type { EntryDocument } from '../../src/content/schema';

// The same code as the server's gate. It brings the Markdown parser along, so it is loaded on its own.

/** Everything in the unsaved form that is not as the brand kit wants it. */
export function findingsOf(context: BrandContext, values: EntryDocument, locale: string | null): Finding[] {
  const content = readContent(context.model, context.components, values, context.roles);
  return checkContent(content, context.kit, { locale });
}

/** The value of the root field that a fix changes; null when the place no longer holds what was found. */
export function fixedField(
  values: EntryDocument,
  finding: Finding,
): { field: string; value: unknown } | null {
  if (!finding.fix) return null;
  const fixed = applyFix(values, finding.place, finding.fix.replacement, finding.quote);
  const field = /^[^.[]+/.exec(finding.place.field)?.[0];
  return fixed === values || !field ? null : { field, value: fixed[field] };
}
