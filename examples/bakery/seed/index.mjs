// Fills an empty bakery: languages, pictures, texts, products, people, roles and subscribers. What is there already is
// left as it is, so it can run again. Needs the app built once (`npm run build`) and the variables of `.env.example`.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { access } from './steps/access.mjs';
import { articles } from './steps/articles.mjs';
import { authors } from './steps/authors.mjs';
import { homePages } from './steps/home-pages.mjs';
import { locales } from './steps/locales.mjs';
import { openLibrary } from './steps/library.mjs';
import { products } from './steps/products.mjs';
import { subscribers } from './steps/subscribers.mjs';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = fileURLToPath(new URL('..', import.meta.url));
process.chdir(appDir);
process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';

const password = process.env.BAKERY_PASSWORD;
if (!password)
  throw new Error('Set BAKERY_PASSWORD: the password of the three people who work in the admin panel.');

const strapi = await createStrapi({ appDir, distDir: `${appDir}/dist` }).load();
try {
  strapi.log.level = 'error';
  await locales(strapi);
  const library = await openLibrary(strapi);
  const wrote = await authors(strapi, library);
  const counts = {
    articles: await articles(strapi, library, wrote),
    products: await products(strapi, library),
    pages: await homePages(strapi, library),
    people: await access(strapi, password),
    subscribers: await subscribers(strapi),
    pictures: library.count(),
  };
  console.log(JSON.stringify(counts));
} finally {
  await strapi.destroy();
}
process.exit(0);
