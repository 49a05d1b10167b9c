import { products as counter } from '../content/products.mjs';
import { eachOf, publishOnce } from './entry.mjs';

const slugOf = (name) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-');

/** What lies on the counter. Answers with how many there are. */
export async function products(strapi, library) {
  const drawn = await eachOf(counter, async ({ picture, price, unit, allergens, ...texts }) => {
    const data = {};
    for (const [locale, { alt, ...fields }] of Object.entries(texts))
      data[locale] = {
        ...fields,
        slug: slugOf(fields.name),
        price,
        unit,
        allergens,
        photos: [await library.picture(picture, alt, locale)],
      };
    return data;
  });
  for (const data of drawn) await publishOnce(strapi, 'api::product.product', { slug: data.en.slug }, data);
  return drawn.length;
}
