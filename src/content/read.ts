import { append, close, draft, pictureOf, type Found, type Origin } from './formats/draft';
import { readBlocks } from './formats/blocks';
import { readMarkdown } from './formats/markdown';
import { readPlain } from './formats/plain';
import { rootFields } from './model';
import { guessRoles } from './roles';
import type * as Schema from './schema';
import { isRecord, listOf, numberOf, textOf } from './formats/value';
import { leavesOf, type Leaf } from './walk';

type Gathered = Found & {
  readonly relations: Schema.ContentRelation[];
  readonly parts: Schema.ContentPart[];
};

/**
 * What an entry says, read in one walk in the model's order: texts with exact places, pictures, links, relations, and
 * the values of the fields that play a part. Never throws for content: what is malformed is stepped over.
 * Without `roles` they are guessed from the names and types of the fields.
 */
export function readContent(
  model: Schema.ContentModel,
  components: Schema.Components,
  document: Schema.EntryDocument,
  roles: Schema.FieldRoles = guessRoles(model, components),
): Schema.EntryContent {
  const gathered: Gathered = { texts: [], pictures: [], links: [], relations: [], parts: [] };
  const single = new Map<string, string>();
  for (const leaf of leavesOf(rootFields(model), components, document)) {
    const role = roleOf(leaf.field, roles);
    readLeaf(leaf, role, gathered);
    const text = typeof leaf.value === 'string' ? textOf(leaf.value) : null;
    if (text !== null) single.set(leaf.field, text.trim());
  }
  const valueOf = (path: string | null) => (path === null ? null : (single.get(path) ?? null));
  return {
    ...gathered,
    roles: {
      title: valueOf(roles.title),
      summary: valueOf(roles.summary),
      slug: valueOf(roles.slug),
      canonicalUrl: valueOf(roles.canonicalUrl),
      cover: gathered.pictures.find((picture) => picture.role === 'cover') ?? null,
    },
    fields: shortFields(model, document),
    locale: textOf(document['locale']),
  };
}

/** The part that a field plays: its own path or that of a field around it (`sections` for `sections[1].text`). */
function roleOf(field: string, roles: Schema.FieldRoles): Schema.Role | null {
  const bare = field.replace(/\[\d+\]/g, '');
  let best: Schema.Role | null = null;
  for (const [role, path] of Object.entries(roles) as [Schema.Role, string | null][]) {
    if (path === null || (bare !== path && !bare.startsWith(`${path}.`))) continue;
    if (best === null || path.length > (roles[best]?.length ?? 0)) best = role;
  }
  return best;
}

function readLeaf({ field, attribute, value }: Leaf, role: Schema.Role | null, gathered: Gathered): void {
  const origin: Origin = { field, type: attribute.type, role };
  switch (attribute.type) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'email':
    case 'enumeration':
    case 'uid':
      if (textOf(value) !== null) readTextField(String(value), origin, gathered);
      return;
    case 'blocks':
      if (!Array.isArray(value)) return;
      gathered.parts.push({ kind: 'blocks', field, role, value });
      return add(gathered, readBlocks(value, origin));
    case 'media':
      return readMedia(value, origin, attribute.multiple === true, gathered);
    case 'relation':
      return readRelation(value, field, attribute.target ?? null, gathered);
    default:
      return;
  }
}

/** An identifier in an address (`uid`) is no text that anybody reads. */
function readTextField(value: string, origin: Origin, gathered: Gathered): void {
  if (origin.type === 'uid') return;
  gathered.parts.push({ kind: 'text', ...origin, value });
  add(gathered, origin.type === 'richtext' ? readMarkdown(value, origin) : readPlain(value, origin));
}

function add(gathered: Gathered, { texts, pictures, links }: Found): void {
  for (const text of texts) gathered.texts.push(text);
  for (const picture of pictures) gathered.pictures.push(picture);
  for (const link of links) gathered.links.push(link);
}

function readMedia(value: unknown, origin: Origin, multiple: boolean, gathered: Gathered): void {
  listOf(value).forEach((file, index) => {
    if (!isRecord(file)) return;
    const field = multiple ? `${origin.field}[${index}]` : origin.field;
    const picture = pictureOf(file, { field, start: 0, end: 0 }, { ...origin, field });
    if (!picture) return;
    gathered.pictures.push(picture);
    gathered.parts.push({ kind: 'picture', field, role: origin.role, picture });
    readLabel(picture.alt, 'alt', { ...origin, field: `${field}.alternativeText` }, gathered);
    readLabel(picture.caption, 'plain', { ...origin, field: `${field}.caption` }, gathered);
  });
}

/** Alt text and caption belong to the media library: seen here, changed there. */
function readLabel(label: string | null, kind: Schema.PieceKind, origin: Origin, gathered: Gathered): void {
  if (label === null) return;
  const piece = draft();
  append(piece, label, { field: origin.field, start: 0, end: label.length }, { exact: true });
  close(gathered, piece, origin, kind, false);
}

function readRelation(value: unknown, field: string, target: string | null, gathered: Gathered): void {
  const documentIds = new Set(
    listOf(value).flatMap((item) => (isRecord(item) ? (textOf(item['documentId']) ?? []) : [])),
  );
  if (documentIds.size > 0) gathered.relations.push({ field, target, documentIds: [...documentIds] });
}

const short = /^(string|uid|enumeration|email|integer|biginteger|decimal|float|date|datetime|time)$/;

function shortFields(model: Schema.ContentModel, document: Schema.EntryDocument): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, { type }] of rootFields(model)) {
    if (!short.test(type)) continue;
    const value = document[name];
    const number = typeof value === 'number' ? numberOf(value) : null;
    const text = number === null ? textOf(value) : String(number);
    if (text !== null) fields[name] = text.trim();
  }
  return fields;
}
