import { componentsOf, contentModelOf, rootFields } from '../../../src/content/model';
import { populateOf } from '../../../src/content/populate';
import { guessRoles } from '../../../src/content/roles';
import type { Attribute } from '../../../src/content/schema';
import { article, componentsWith, parts, typeWith } from './builders';

test('a Strapi schema becomes a model; what is not content is known', () => {
  const model = contentModelOf({
    uid: 'api::page.page',
    kind: 'singleType',
    info: { displayName: 'Page', singularName: 'page' },
    options: { draftAndPublish: true },
    pluginOptions: { i18n: { localized: true } },
    attributes: {
      title: { type: 'string', pluginOptions: { i18n: { localized: true } }, maxLength: 80 },
      cover: { type: 'media', multiple: false, allowedTypes: ['images'] },
      author: { type: 'relation', relation: 'manyToOne', target: 'api::author.author', inversedBy: 'pages' },
      links: { type: 'relation', relation: 'oneToMany', target: 'api::link.link', mappedBy: 'page' },
      createdBy: { type: 'relation', relation: 'oneToOne', target: 'admin::user', private: true },
      strapi_stage: {
        type: 'relation',
        relation: 'oneToOne',
        target: 'plugin::review-workflows.workflow-stage',
      },
      publishedAt: { type: 'datetime' },
      locale: { type: 'string' },
      localizations: { type: 'relation', relation: 'oneToMany', target: 'api::page.page' },
      secret: { type: 'password' },
      broken: 5,
    },
  });
  expect(model).toMatchObject({
    uid: 'api::page.page',
    kind: 'singleType',
    displayName: 'Page',
    draftAndPublish: true,
    localized: true,
  });
  expect(rootFields(model).map(([name]) => name)).toEqual(['title', 'cover', 'author']);
});

test('a bare schema is a collection type without drafts', () => {
  expect(contentModelOf({ uid: 'api::a.a', attributes: {} })).toEqual({
    uid: 'api::a.a', kind: 'collectionType', displayName: 'api::a.a', draftAndPublish: false, localized: false, attributes: {},
  }); // prettier-ignore
});

test('populate reaches media, components and dynamic zones, and of relations the document id', () => {
  expect(populateOf(article, parts)).toEqual({
    cover: true,
    gallery: true,
    seo: { populate: { shareImage: true } },
    hints: { populate: {} },
    sections: {
      on: { 'section.text': { populate: {} }, 'section.group': { populate: { items: { populate: {} } } } },
    },
    author: { fields: ['documentId'] },
    tags: { fields: ['documentId'] },
  });
});

test('components that hold themselves end somewhere', () => {
  const circle = componentsWith({ 'a.a': { again: { type: 'component', component: 'a.a' } } });
  expect(
    JSON.stringify(populateOf(typeWith({ a: { type: 'component', component: 'a.a' } }), circle)).length,
  ).toBeLessThan(1000);
  expect(componentsOf({ 'a.a': { attributes: { text: { type: 'string' } } }, 'b.b': {} })).toEqual({
    'a.a': { attributes: { text: { type: 'string' } } },
    'b.b': { attributes: {} },
  });
});

describe('which field plays which part', () => {
  const string: Attribute = { type: 'string' };
  const text: Attribute = { type: 'text' };
  const rich: Attribute = { type: 'richtext' };
  const blocks: Attribute = { type: 'blocks' };
  const picture: Attribute = { type: 'media', allowedTypes: ['images'] };
  const film: Attribute = { type: 'media', allowedTypes: ['videos'] };
  test.each<[string, Record<string, Attribute>, object]>([
    [
      'by name',
      {
        title: string,
        summary: text,
        body: rich,
        cover: picture,
        slug: { type: 'uid' },
        canonicalUrl: string,
      },
      {
        title: 'title',
        summary: 'summary',
        body: 'body',
        cover: 'cover',
        slug: 'slug',
        canonicalUrl: 'canonicalUrl',
      },
    ],
    [
      'by German name',
      { titel: string, beschreibung: text, inhalt: blocks, titelbild: picture },
      { title: 'titel', summary: 'beschreibung', body: 'inhalt', cover: 'titelbild' },
    ],
    [
      'by type where no name says it',
      { label: string, story: blocks, first: picture, path_name: { type: 'uid' } },
      { title: 'label', body: 'story', cover: 'first', slug: 'path_name' },
    ],
    ['the better name first', { name: string, title: string }, { title: 'title' }],
    [
      'whatever the case and dashes',
      { Canonical_URL: string, 'Meta-Title': string },
      { canonicalUrl: 'Canonical_URL', title: 'Meta-Title' },
    ],
    ['a film is no cover', { film, image: picture }, { cover: 'image' }],
    ['a gallery is no cover', { image: { type: 'media', multiple: true } }, { cover: null }],
    ['one field, one part', { description: text }, { summary: 'description', body: null }],
    [
      'inside a component',
      { headline: string, seo: { type: 'component', component: 'shared.seo' } },
      { title: 'headline', summary: 'seo.metaDescription', cover: 'seo.shareImage' },
    ],
    [
      'a dynamic zone as body',
      { title: string, sections: { type: 'dynamiczone', components: [] } },
      { body: 'sections' },
    ],
    [
      'nothing in nothing',
      {},
      { title: null, summary: null, body: null, cover: null, slug: null, canonicalUrl: null },
    ],
    ['never a private field', { title: { ...string, private: true } }, { title: null }],
  ])('%s', (_case, attributes, expected) =>
    expect(guessRoles(typeWith(attributes), parts)).toMatchObject(expected),
  );
});
