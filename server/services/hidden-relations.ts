import type { Entries, LoadedEntry } from './entries';

/**
 * Whether a published version differs from its draft only by references to entries that nobody can see yet. Strapi leaves
 * those out and adds them when their targets are published, so that is no change of what was approved.
 */
export async function lacksOnlyHidden(
  entries: Pick<Entries, 'unpublished'>,
  draft: LoadedEntry,
  published: LoadedEntry,
): Promise<boolean> {
  if (draft.base() !== published.base()) return false;
  const drafted = byField(draft);
  const shown = byField(published);
  for (const [field, { documentIds }] of shown)
    if (documentIds.some((id) => !drafted.get(field)?.documentIds.includes(id))) return false;
  for (const [field, { target, documentIds }] of drafted) {
    const missing = documentIds.filter((id) => !shown.get(field)?.documentIds.includes(id));
    if (missing.length === 0) continue;
    if (target === null) return false;
    const hidden = await entries.unpublished(target, missing, draft.key.locale);
    if (hidden.length !== missing.length) return false;
  }
  return true;
}

const byField = ({ content }: LoadedEntry) =>
  new Map(content.relations.map((relation) => [relation.field, relation]));
