import { wired } from '../../server/wire';
import { bootStrapi, databases, type App } from './boot';
import { article, product } from './newsroom';

/** Made on SQLite; every database has to give the same for the same content. */
const expected = '960f8a56de86d873178d6b61740c544f80eba63b7dd7db6017a3f42206ed7d19';

describe.each(databases())('the seal of one and the same entry on %s', (db) => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterAll(() => app.stop());

  const pictures = ['cover', 'one', 'two'];

  async function picture(name: string): Promise<number> {
    const { id } = await app.strapi.db.query('plugin::upload.file').create({
      data: {
        name: `${name}.png`,
        alternativeText: `The ${name} picture`,
        hash: `${name}_hash`,
        ext: '.png',
        mime: 'image/png',
        size: 12.34,
        width: 1200,
        height: 630,
        url: `/uploads/${name}_hash.png`,
        provider: 'local',
      },
    });
    return Number(id);
  }

  it('is the known one, for the draft and for what is published', async () => {
    const [cover, one, two] = await Promise.all(pictures.map(picture));
    await app.strapi.db
      .query(product)
      .create({ data: { documentId: 'aaaaaaaaaaaaaaaaaaaaaaaa', name: 'Rye', publishedAt: null } });
    const data = {
      title: 'Bread & “rolls” — für alle 🥖',
      slug: 'bread',
      summary: 'Line one\nline two',
      body: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Fresh ' },
            { type: 'text', text: 'daily', bold: true },
          ],
        },
      ],
      notes: '# Rye\n\n![Loaf](/loaf.png)',
      cover,
      price: 4.5,
      featured: true,
      eventAt: '2026-11-22T08:30:00.000Z',
      onSale: '2026-11-22',
      opens: '06:30:00.000',
      reads: '9007199254740991',
      kind: 'recipe',
      contact: 'owner@bakery.test',
      extra: { z: 1, a: [true, null, 'x'] },
      seo: {
        description: 'Best bread',
        canonicalUrl: 'https://b.test/bread',
        links: [
          { label: 'Shop', url: '/shop' },
          { label: 'Visit', url: null },
        ],
      },
      sections: [
        { __component: 'shared.text', text: 'Some **text**', link: { label: 'More', url: '/more' } },
        { __component: 'shared.gallery', caption: 'Our shop', pictures: [two, one] },
      ],
      products: ['aaaaaaaaaaaaaaaaaaaaaaaa'],
    };
    await app.strapi.documents(product).publish({ documentId: 'aaaaaaaaaaaaaaaaaaaaaaaa' });
    const { documentId } = await app.strapi
      .documents(article)
      .create({ data: data as object, status: 'published' });
    const key = { uid: article, documentId, locale: 'en' };
    const { entries } = wired(app.strapi);
    const draft = await entries.load(key, 'draft');
    const published = await entries.load(key, 'published');
    expect(draft?.content.relations).toMatchObject([
      { field: 'products', documentIds: ['aaaaaaaaaaaaaaaaaaaaaaaa'] },
    ]);
    expect([draft?.seal, published?.seal]).toEqual([expected, expected]);
  });
});
