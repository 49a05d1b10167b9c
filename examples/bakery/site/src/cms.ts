import type { Article, Home, Locale, Picture, Product } from './content-types';

/** Address of the Strapi that the pages are built from. */
export const cms = process.env['CMS_URL'] ?? 'http://127.0.0.1:1337';

export const locales = ['en', 'de'] as const satisfies readonly Locale[];

/** Every page has one path per language. */
export const localePaths = () => locales.map((locale) => ({ params: { locale }, props: { locale } }));

const answers = new Map<string, Promise<unknown>>();

/** One look per address and build; a page that cannot be built stops the build, and the old site stays. */
function read<T>(path: string, query: Record<string, string>): Promise<{ readonly data: T }> {
  const url = `${cms}/api/${path}?${new URLSearchParams(query)}`;
  const known = answers.get(url);
  if (known) return known as Promise<{ readonly data: T }>;
  const answer = fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
    return (await response.json()) as { readonly data: T };
  });
  answers.set(url, answer);
  return answer;
}

/** The blog in one language, newest first. */
export async function articles(locale: Locale): Promise<readonly Article[]> {
  const { data } = await read<readonly Article[]>('articles', {
    locale,
    'populate[cover]': 'true',
    'populate[author][populate]': 'portrait',
    'populate[localizations][fields]': 'slug',
    'pagination[pageSize]': '100',
  });
  return [...data].sort((a, b) => dateOf(b).localeCompare(dateOf(a)) || b.publishedAt.localeCompare(a.publishedAt));
}

/** The day that is printed above an article: the one an editor chose, else the day it was published. */
export const dateOf = (article: Article): string => article.publishedOn ?? article.publishedAt.slice(0, 10);

export async function products(locale: Locale): Promise<readonly Product[]> {
  const { data } = await read<readonly Product[]>('products', {
    locale,
    'populate[photos]': 'true',
    'pagination[pageSize]': '100',
    sort: 'createdAt',
  });
  return data;
}

export async function home(locale: Locale): Promise<Home> {
  const { data } = await read<Home>('home', {
    locale,
    'populate[sections][on][sections.hero][populate]': '*',
    'populate[sections][on][sections.text][populate]': '*',
    'populate[sections][on][sections.product-teaser][populate][products][populate]': 'photos',
    'populate[sections][on][sections.opening-hours][populate]': '*',
    'populate[sections][on][sections.quote][populate]': '*',
  });
  return data;
}

/** Absolute addresses of a picture in the widths that the CMS keeps, for `src` and `srcset`. */
export function sources(picture: Picture): { readonly src: string; readonly srcset: string } {
  const absolute = (url: string): string => new URL(url, cms).href;
  const smaller = Object.values(picture.formats ?? {}).filter(({ width }) => width >= 400 && width < picture.width);
  const all = [...smaller, picture].map(({ url, width }) => `${absolute(url)} ${width}w`);
  return { src: absolute(picture.url), srcset: all.join(', ') };
}

/** What the tracker calls this entry: content type, document, language. */
export const entryId = (uid: string, { documentId, locale }: { readonly documentId: string; readonly locale: Locale }): string =>
  `${uid}|${documentId}|${locale}`;
