import { componentFields, rootFields } from '../content/model';
import type { Attribute, Components, ContentModel } from '../content/schema';

/** Single components are followed so deep; lists and zones have no one field that could play a role. */
const deepest = 4;

/** The fields of a type that a role can be given to, with those of single components: `title`, `seo.description`. */
export const fieldPathsOf = (model: ContentModel, components: Components): { path: string; type: string }[] =>
  rootFields(model).flatMap(([name, field]) => pathsIn(name, field, components, 1));

function pathsIn(
  path: string,
  field: Attribute,
  components: Components,
  depth: number,
): { path: string; type: string }[] {
  if (field.type !== 'component' || field.repeatable || depth > deepest) return [{ path, type: field.type }];
  const inner = componentFields(components[field.component ?? '']?.attributes ?? {});
  return inner.flatMap(([name, child]) => pathsIn(`${path}.${name}`, child, components, depth + 1));
}
