import { canonicalJson, sha256 } from '../../content/canonical';
import { readBlocks } from '../../content/formats/blocks';
import { canonicalScalar } from '../../content/formats/scalar';
import { isRecord, listOf, textOf } from '../../content/formats/value';
import { componentFields, rootFields } from '../../content/model';
import type { Attribute, Components, ContentModel, EntryDocument } from '../../content/schema';
import { leavesOf, type Leaf } from '../../content/walk';
import type { EntrySnapshot, SnapshotField, SnapshotFile, SnapshotList } from './schema';

/** What an entry says, as a person compares it. The document must be populated as `populateOf` says. */
export const snapshotOf = (
  model: ContentModel,
  components: Components,
  document: EntryDocument,
  title: string | null,
): EntrySnapshot => ({
  title,
  fields: [...leavesOf(rootFields(model), components, document)].flatMap((leaf) => fieldOf(leaf) ?? []),
  lists: [...listsOf(rootFields(model), components, document)],
});

function fieldOf({ field, attribute, value }: Leaf): SnapshotField | null {
  if (value === null || value === undefined || value === '') return null;
  switch (attribute.type) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'enumeration':
      return { kind: 'text', field, pieces: paragraphsOf(String(value)), form: '' };
    case 'blocks':
      return Array.isArray(value) && value.length > 0 ? blocksOf(field, value) : null;
    case 'media': {
      const files = listOf(value).flatMap((file) => fileOf(file) ?? []);
      return files.length > 0 ? { kind: 'media', field, files } : null;
    }
    case 'relation': {
      const ids = new Set(
        listOf(value).flatMap((item) => (isRecord(item) ? (textOf(item['documentId']) ?? []) : [])),
      );
      return ids.size > 0
        ? { kind: 'relation', field, target: attribute.target ?? null, documentIds: [...ids] }
        : null;
    }
    default: {
      const scalar = canonicalScalar(attribute.type, value);
      return { kind: 'value', field, value: typeof scalar === 'string' ? scalar : canonicalJson(scalar) };
    }
  }
}

/** Markdown and plain texts as they are written, paragraph by paragraph. */
const paragraphsOf = (text: string): { kind: string; text: string }[] =>
  text.split(/\n[^\S\n]*\n\s*/).map((part) => ({ kind: 'paragraph', text: part }));

function blocksOf(field: string, value: readonly unknown[]): SnapshotField {
  const { texts } = readBlocks(value, { field, type: 'blocks', role: null });
  return {
    kind: 'text',
    field,
    pieces: texts.map(({ kind, text }) => ({ kind, text })),
    form: sha256(canonicalJson(value)),
  };
}

function fileOf(file: unknown): SnapshotFile | null {
  if (!isRecord(file)) return null;
  const url = textOf(file['url']) ?? '';
  const name = textOf(file['hash']) ?? textOf(file['documentId']) ?? url;
  if (name === '') return null;
  return {
    file: `${name}${textOf(file['ext']) ?? ''}`,
    name: textOf(file['name']) ?? name,
    url,
    mime: textOf(file['mime']),
    alt: textOf(file['alternativeText']),
    caption: textOf(file['caption']),
  };
}

/** Components may hold themselves in a crafted document; nobody's page is this deep. */
const deepest = 50;

function* listsOf(
  fields: readonly (readonly [string, Attribute])[],
  components: Components,
  document: EntryDocument,
  prefix = '',
  depth = 0,
): Generator<SnapshotList> {
  if (depth > deepest) return;
  for (const [name, attribute] of fields) {
    if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') continue;
    const isList = attribute.type === 'dynamiczone' || attribute.repeatable === true;
    const items = listOf(Object.hasOwn(document, name) ? document[name] : undefined).map((item) => {
      const uid =
        attribute.type === 'component' ? attribute.component : isRecord(item) && item['__component'];
      return { item, uid: typeof uid === 'string' ? uid : '' };
    });
    const field = `${prefix}${name}`;
    if (isList && items.length > 0) yield { field, components: items.map(({ uid }) => uid) };
    for (const [index, { item, uid }] of items.entries()) {
      const inner = components[uid]?.attributes;
      if (!inner || !isRecord(item)) continue;
      const inside = `${field}${isList ? `[${index}]` : ''}.`;
      yield* listsOf(componentFields(inner), components, item, inside, depth + 1);
    }
  }
}
