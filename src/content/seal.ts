import { canonicalJson, sha256 } from './canonical';
import { componentFields, rootFields } from './model';
import { canonicalScalar } from './formats/scalar';
import type { Attribute, Components, ContentModel, EntryDocument } from './schema';
import { isRecord, listOf } from './formats/value';

/** Raised when the canonical form changes: old approvals are then void rather than wrongly valid. */
const form = 1;

/**
 * SHA-256 (64 hex digits) over the canonical form of everything that the entry says: what an approval is bound to.
 *
 * Equal for the draft and the published row of the same content and on every database; independent of key order.
 * Left out: row ids, dates and persons of saving, localizations, private fields and passwords, relations that the
 * other side owns (they change when another entry does), signed file addresses. Missing, null and empty are one.
 * The document must be populated as `populateOf` says.
 */
export const sealOf = (model: ContentModel, components: Components, document: EntryDocument): string =>
  sha256(canonicalJson({ form, content: canonicalFields(rootFields(model), components, document) }));

/** What each field says, in the form that the seal is made of; fields that say nothing are left out. */
export const canonicalContent = (
  model: ContentModel,
  components: Components,
  document: EntryDocument,
): Record<string, unknown> => canonicalFields(rootFields(model), components, document);

function canonicalFields(
  fields: readonly (readonly [string, Attribute])[],
  components: Components,
  values: EntryDocument,
  depth = 0,
): Record<string, unknown> {
  const canonical = Object.create(null) as Record<string, unknown>;
  for (const [name, field] of fields) {
    const value = Object.hasOwn(values, name)
      ? canonicalValue(field, components, values[name], depth)
      : undefined;
    if (value !== undefined) canonical[name] = value;
  }
  return canonical;
}

function canonicalValue(field: Attribute, components: Components, value: unknown, depth: number): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  switch (field.type) {
    case 'component':
    case 'dynamiczone':
      return filled(
        listOf(value)
          .filter(isRecord)
          .map((item) => canonicalComponent(field, components, item, depth + 1)),
      );
    case 'media':
      return filled(listOf(value).flatMap((file) => canonicalFile(file) ?? []));
    case 'relation':
      // A type without drafts refers to the draft and to the published row of one entry: that is one reference.
      return filled([...new Set(listOf(value).flatMap((item) => documentIdOf(item) ?? []))]);
    case 'blocks':
      return Array.isArray(value) ? filled(value) : value;
    default:
      return canonicalScalar(field.type, value);
  }
}

const filled = (list: readonly unknown[]): readonly unknown[] | undefined =>
  list.length > 0 ? list : undefined;

/** Deeper than any page, a component is taken as it is: a crafted document must not end in a stack overflow. */
const deepest = 50;

function canonicalComponent(
  field: Attribute,
  components: Components,
  item: EntryDocument,
  depth: number,
): unknown {
  const uid = field.type === 'component' ? field.component : item['__component'];
  const known = typeof uid === 'string' ? components[uid] : undefined;
  const { id: _row, ...rest } = item;
  if (!known || depth > deepest) return rest;
  const content = canonicalFields(componentFields(known.attributes), components, item, depth);
  return field.type === 'component' ? content : { component: uid, content };
}

const documentIdOf = (item: unknown): string | null =>
  isRecord(item) && typeof item['documentId'] === 'string' ? item['documentId'] : null;

/** The file is what its hash says; the address is left out because private stores sign it anew on every read. */
function canonicalFile(file: unknown): unknown {
  if (!isRecord(file)) return null;
  const { hash, ext, documentId, url } = file;
  const name = hash ? `${String(hash)}${String(ext ?? '')}` : (documentId ?? url ?? null);
  if (name === null) return null;
  return {
    file: name,
    alt: file['alternativeText'] || null,
    caption: file['caption'] || null,
    mime: file['mime'] ?? null,
    width: canonicalScalar('integer', file['width']) ?? null,
    height: canonicalScalar('integer', file['height']) ?? null,
    size: canonicalScalar('decimal', file['size']) ?? null,
    focus: file['focalPoint'] ?? null,
  };
}
