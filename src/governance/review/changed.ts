import { canonicalJson, sha256 } from '../../content/canonical';
import { canonicalContent } from '../../content/seal';
import type { Components, ContentModel, EntryDocument } from '../../content/schema';

/** A digest of what each field says, by its path; single components are followed: `title`, `seo.description`. */
export type FieldDigests = Readonly<Record<string, string>>;

export function fieldDigests(
  model: ContentModel,
  components: Components,
  document: EntryDocument,
): FieldDigests {
  const digests: Record<string, string> = {};
  const walk = (prefix: string, values: Readonly<Record<string, unknown>>): void => {
    for (const [name, value] of Object.entries(values)) {
      const only = Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : null;
      const isSingle = prefix === '' && isOneComponent(model, name) && isPlain(only);
      if (isSingle) walk(`${name}.`, only);
      else digests[`${prefix}${name}`] = sha256(canonicalJson(value));
    }
  };
  walk('', canonicalContent(model, components, document));
  return digests;
}

/** Paths of the fields that say something else, in alphabetical order; all that say anything where nothing was before. */
export const changedFields = (before: FieldDigests | null, now: FieldDigests): string[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(now)])]
    .filter((path) => before?.[path] !== now[path])
    .sort();

/** The marks of changed fields: a mark on `price` is touched by `price.amount`, and one on `price.amount` by `price`. */
export const touchedMarks = (
  changed: readonly string[],
  marks: Readonly<Record<string, string>>,
): string[] => [
  ...new Set(
    Object.entries(marks)
      .filter(([marked]) => changed.some((path) => isWithin(path, marked) || isWithin(marked, path)))
      .map(([, mark]) => mark),
  ),
];

const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(`${root}.`);

const isOneComponent = ({ attributes }: ContentModel, name: string): boolean =>
  attributes[name]?.type === 'component' && attributes[name].repeatable !== true;

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
