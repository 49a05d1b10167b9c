import { heroAlt, homePage } from '../content/home.mjs';
import { publishOnce } from './entry.mjs';

const teased = ['three-day-rye', 'butter-croissant', 'sunday-seed-loaf', 'cinnamon-snail'];

/** The home page in both languages. */
export async function homePages(strapi, library) {
  const found = await strapi
    .documents('api::product.product')
    .findMany({ filters: { slug: { $in: teased } }, locale: 'en', status: 'draft' });
  const products = teased
    .map((slug) => found.find((product) => product.slug === slug)?.documentId)
    .filter(Boolean);
  const data = {};
  for (const locale of ['en', 'de'])
    data[locale] = homePage(locale, {
      picture: await library.picture('shop-at-dusk', heroAlt(locale), locale),
      products,
    });
  await publishOnce(strapi, 'api::home.home', {}, data);
  return Object.keys(data).length;
}
