import { componentFields, rootFields } from './model';
import type { Attribute, Components, ContentModel } from './schema';

/** A value for `populate` of Strapi's document service. */
export interface Populate {
  [field: string]:
    true | { fields: string[] } | { populate?: Populate; on?: Record<string, { populate: Populate }> };
}

/** Components may hold components; a circle in the models ends here. */
const deepest = 10;

/**
 * What to populate so that a document carries all that `readContent` and `sealOf` look at: media, components and
 * dynamic zones at any depth, and of related entries the document id only.
 */
export const populateOf = (model: ContentModel, components: Components): Populate =>
  populateFields(rootFields(model), components, 0);

function populateFields(
  fields: readonly (readonly [string, Attribute])[],
  components: Components,
  depth: number,
): Populate {
  const populate: Populate = {};
  if (depth > deepest) return populate;
  const inside = (uid: string) =>
    populateFields(componentFields(components[uid]?.attributes ?? {}), components, depth + 1);
  for (const [name, field] of fields) {
    if (field.type === 'media') populate[name] = true;
    else if (field.type === 'relation') populate[name] = field.target ? { fields: ['documentId'] } : true;
    else if (field.type === 'component') populate[name] = { populate: inside(field.component ?? '') };
    else if (field.type === 'dynamiczone')
      populate[name] = {
        on: Object.fromEntries((field.components ?? []).map((uid) => [uid, { populate: inside(uid) }])),
      };
  }
  return populate;
}
