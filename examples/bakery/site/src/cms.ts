import { contentApi } from '../../../../client';
import type { Article, Home, Locale, Picture, Product } from './content-types';

/** Address of the Strapi that the pages are built from. */
export const cms = process.env['CMS_URL'] ?? 'http://127.0.0.1:1337';

export const locales = ['en', 'de'] as const satisfies readonly Locale[];

/** Every page has one path per language. */
export const localePaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

const api = contentApi({ url: cms });
const asked = new Map<string, Promise<unknown>>();

/** One look for each question and build; a page that cannot be built stops the build, and the old site stays. */
function once<T>(question: string, ask: () => Promise<T>): Promise<T> {
  const known = asked.get(question);
  if (known) return known as Promise<T>;
  const answer = ask();
  asked.set(question, answer);
  return answer;
}

/** The blog in one language, newest first. */
export async function articles(locale: Locale): Promise<readonly Article[]> {
  const { data } = await once(`articles ${locale}`, () =>
    api.find<Article>('articles', {
      locale,
      populate: { cover: true, author: { populate: ['portrait'] }, localizations: { fields: ['slug'] } },
      pagination: { pageSize: 100 },
    }),
  );
  return [...data].sort(
    (a, b) => dateOf(b).localeCompare(dateOf(a)) || b.publishedAt.localeCompare(a.publishedAt),
  );
}

/** The day that is printed above an article: the one an editor chose, else the day it was published. */
export const dateOf = (article: Article): string => article.publishedOn ?? article.publishedAt.slice(0, 10);

export async function products(locale: Locale): Promise<readonly Product[]> {
  const { data } = await once(`products ${locale}`, () =>
    api.find<Product>('products', {
      locale,
      populate: ['photos'],
      pagination: { pageSize: 100 },
      sort: 'createdAt',
    }),
  );
  return data;
}

export async function home(locale: Locale): Promise<Home> {
  const page = await once(`home ${locale}`, () =>
    api.findOne<Home>('home', null, {
      locale,
      populate: {
        sections: {
          on: {
            'sections.hero': { populate: '*' },
            'sections.text': { populate: '*' },
            'sections.product-teaser': { populate: { products: { populate: ['photos'] } } },
            'sections.opening-hours': { populate: '*' },
            'sections.quote': { populate: '*' },
          },
        },
      },
    }),
  );
  if (!page) throw new Error(`There is no home page in ${locale}.`);
  return page;
}

/** Absolute addresses of a picture in the widths that the CMS keeps, for `src` and `srcset`. */
export function sources(picture: Picture): { readonly src: string; readonly srcset: string } {
  const absolute = (url: string): string => new URL(url, cms).href;
  const smaller = Object.values(picture.formats ?? {}).filter(
    ({ width }) => width >= 400 && width < picture.width,
  );
  const all = [...smaller, picture].map(({ url, width }) => `${absolute(url)} ${width}w`);
  return { src: absolute(picture.url), srcset: all.join(', ') };
}

/** What the tracker calls this entry: content type, document, language. */
export const entryId = api.entryOf;
