import {
  contentModel,
  components as componentsSchema,
  type Attribute,
  type Components,
  type ContentModel,
} from '../../../src/content/schema';

/** A collection type with these fields. */
export const typeWith = (attributes: Record<string, Attribute>): ContentModel =>
  contentModel.parse({
    uid: 'api::article.article',
    kind: 'collectionType',
    displayName: 'Article',
    draftAndPublish: true,
    localized: true,
    attributes,
  });

export const componentsWith = (list: Record<string, Record<string, Attribute>>): Components =>
  componentsSchema.parse(
    Object.fromEntries(Object.entries(list).map(([uid, attributes]) => [uid, { attributes }])),
  );

/** The fields of an ordinary article: one of every kind. */
export const article = typeWith({
  title: { type: 'string' },
  slug: { type: 'uid' },
  summary: { type: 'text' },
  body: { type: 'richtext' },
  story: { type: 'blocks' },
  contact: { type: 'email' },
  mood: { type: 'enumeration', enum: ['calm', 'festive'] },
  price: { type: 'decimal' },
  stock: { type: 'biginteger' },
  featured: { type: 'boolean' },
  eventAt: { type: 'datetime' },
  day: { type: 'date' },
  opens: { type: 'time' },
  extra: { type: 'json' },
  cover: { type: 'media' },
  gallery: { type: 'media', multiple: true },
  seo: { type: 'component', component: 'shared.seo' },
  hints: { type: 'component', component: 'shared.hint', repeatable: true },
  sections: { type: 'dynamiczone', components: ['section.text', 'section.group'] },
  author: { type: 'relation', relation: 'manyToOne', target: 'api::author.author' },
  tags: { type: 'relation', relation: 'manyToMany', target: 'api::tag.tag' },
  notes: { type: 'text', private: true },
  secret: { type: 'password' },
});

export const parts = componentsWith({
  'shared.seo': {
    metaTitle: { type: 'string' },
    metaDescription: { type: 'text' },
    shareImage: { type: 'media' },
  },
  'shared.hint': { text: { type: 'string' } },
  'section.text': { text: { type: 'richtext' } },
  'section.group': {
    heading: { type: 'string' },
    items: { type: 'component', component: 'shared.hint', repeatable: true },
  },
});

export const photo = (extra: Readonly<Record<string, unknown>> = {}) => ({
  id: 7,
  documentId: 'file1',
  name: 'rye.jpg',
  url: '/uploads/rye_1a2b.jpg',
  hash: 'rye_1a2b',
  ext: '.jpg',
  mime: 'image/jpeg',
  width: 1200,
  height: 800,
  size: 183.2,
  alternativeText: 'Rye bread on a board',
  caption: null,
  ...extra,
});
