import { z } from 'zod';
import { attribute, type Attribute, type Attributes, type Components, type ContentModel } from './schema';

/** Fields that Strapi keeps for itself at the root of an entry. None of them is content. */
const kept = new Set([
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'firstPublishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

/** Relations to these say who works on an entry, not what it says. */
const staff = /^(admin::|plugin::(review-workflows|content-releases|presence)\.)/;

const isContent = (name: string, field: Attribute): boolean =>
  !name.startsWith('strapi_') &&
  name !== '__proto__' &&
  field.private !== true &&
  field.type !== 'password' &&
  !(field.type === 'relation' && (Boolean(field.mappedBy) || staff.test(field.target ?? '')));

/** The fields of a type that are content, in the model's order: not Strapi's own, not private, no password. */
export const rootFields = (model: ContentModel): readonly (readonly [string, Attribute])[] =>
  componentFields(model.attributes).filter(([name]) => !kept.has(name));

/** The same for a component; its row id is not among its attributes. */
export const componentFields = (attributes: Attributes): readonly (readonly [string, Attribute])[] =>
  Object.entries(attributes).filter(([name, field]) => name !== 'id' && isContent(name, field));

const strapiSchema = z.object({
  uid: z.string(),
  kind: z.enum(['collectionType', 'singleType']).default('collectionType'),
  info: z.object({ displayName: z.string().optional() }).optional(),
  options: z.object({ draftAndPublish: z.boolean().optional() }).nullish(),
  pluginOptions: z.object({ i18n: z.object({ localized: z.boolean().optional() }).optional() }).nullish(),
  attributes: z.record(z.string(), z.unknown()),
});

/** Attributes that do not have Strapi's form are left out: a broken one must not hide the others. */
function attributesOf(raw: Readonly<Record<string, unknown>>): Record<string, Attribute> {
  const found: Record<string, Attribute> = {};
  for (const [name, value] of Object.entries(raw)) {
    const parsed = attribute.safeParse(value);
    if (parsed.success) found[name] = parsed.data;
  }
  return found;
}

/** Our model of a Strapi content type: takes `strapi.contentTypes[uid]` as it is. */
export function contentModelOf(schema: unknown): ContentModel {
  const { uid, kind, info, options, pluginOptions, attributes } = strapiSchema.parse(schema);
  return {
    uid,
    kind,
    displayName: info?.displayName ?? uid,
    draftAndPublish: options?.draftAndPublish === true,
    localized: pluginOptions?.i18n?.localized === true,
    attributes: attributesOf(attributes),
  };
}

/** Our model of the app's components: takes `strapi.components` as it is. */
export function componentsOf(
  schemas: Readonly<Record<string, { readonly attributes?: object }>>,
): Components {
  const list = Object.entries(schemas).map(
    ([uid, schema]) => [uid, { attributes: attributesOf({ ...schema.attributes }) }] as const,
  );
  return Object.fromEntries(list);
}
