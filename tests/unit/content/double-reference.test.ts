import { contentModelOf } from '../../../src/content/model';
import { readContent } from '../../../src/content/read';
import { sealOf } from '../../../src/content/seal';

const model = contentModelOf({
  uid: 'api::note.note',
  attributes: { products: { type: 'relation', relation: 'manyToMany', target: 'api::product.product' } },
});
const draftOnly = { products: [{ id: 1, documentId: 'rye' }] };
const draftAndPublished = {
  products: [
    { id: 1, documentId: 'rye' },
    { id: 2, documentId: 'rye' },
  ],
};

describe('a type without drafts, which Strapi links to the draft and to the published row of an entry', () => {
  it('says the same before and after that entry is published', () =>
    expect(sealOf(model, {}, draftAndPublished)).toBe(sealOf(model, {}, draftOnly)));

  it('refers to it once', () =>
    expect(readContent(model, {}, draftAndPublished).relations).toEqual([
      { field: 'products', target: 'api::product.product', documentIds: ['rye'] },
    ]));
});
