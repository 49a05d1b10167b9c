import { originOf } from './origin';

/** What a sitemap lists: pages, or other sitemaps (sitemaps.org/protocol.html). */
export interface Sitemap {
  readonly lists: 'pages' | 'sitemaps';
  readonly urls: readonly string[];
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&apos;': "'", '&quot;': '"', '&gt;': '>', '&lt;': '<' },
};

/** Null: it is none. */
export function sitemapOf(xml: string): Sitemap | null {
  const kind = /<(?:\w+:)?(urlset|sitemapindex)[\s>]/.exec(xml)?.[1];
  if (!kind) return null;
  const places = xml.matchAll(/<loc>\s*(?:<!\[CDATA\[(.*?)\]\]>|([^<]*))\s*<\/loc>/gs);
  const urls = [...places].map(([, asIs, url = '']) =>
    (asIs ?? url.replace(/&\w+;/g, (one) => entities[one] ?? one)).trim(),
  );
  return { lists: kind === 'urlset' ? 'pages' : 'sitemaps', urls };
}

/** How many of the addresses belong to the website. */
export const ofSite = ({ urls }: Sitemap, home: string): number =>
  urls.filter((url) => originOf(url).host === originOf(home).host).length;
