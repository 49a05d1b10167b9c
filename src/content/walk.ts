import { componentFields } from './model';
import type { Attribute, Components, EntryDocument } from './schema';
import { isRecord, listOf } from './formats/value';

/** A field that holds a value, not a component. */
export interface Leaf {
  /** Path from the root: `seo.metaTitle`, `sections[1].text`. */
  readonly field: string;
  readonly attribute: Attribute;
  readonly value: unknown;
}

/** Components may hold themselves in a crafted document; nobody's page is this deep. */
const deepest = 50;

/** Every field of a document in the model's order, those of components and dynamic zones among them. */
export function* leavesOf(
  fields: readonly (readonly [string, Attribute])[],
  components: Components,
  document: EntryDocument,
  prefix = '',
  depth = 0,
): Generator<Leaf> {
  if (depth > deepest) return;
  for (const [name, attribute] of fields) {
    const field = `${prefix}${name}`;
    const value = Object.hasOwn(document, name) ? document[name] : undefined;
    if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') {
      yield { field, attribute, value };
      continue;
    }
    const isList = attribute.type === 'dynamiczone' || attribute.repeatable === true;
    for (const [index, item] of listOf(value).entries()) {
      if (!isRecord(item)) continue;
      const uid = attribute.type === 'component' ? attribute.component : item['__component'];
      const attributes = typeof uid === 'string' ? components[uid]?.attributes : undefined;
      if (!attributes) continue;
      const inside = `${field}${isList ? `[${index}]` : ''}.`;
      yield* leavesOf(componentFields(attributes), components, item, inside, depth + 1);
    }
  }
}
