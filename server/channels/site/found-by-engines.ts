import { keyFileOf } from '../../../src/channels/site/index-now';
import { ofSite, sitemapOf } from '../../../src/channels/site/sitemap';
import type { WebsiteSettings } from '../../../src/channels/settings/website';
import type { Answer, Outgoing } from '../../http/outgoing';

/** What search engines and readers will find; `isRight`: nothing has to be mended. */
interface Looked {
  readonly label: string;
  readonly value: string;
  readonly isRight: boolean;
}

/** A sitemap may have 50 MB (sitemaps.org/protocol.html); so much is read of it. */
const mostOfSitemap = 10 * 1_048_576;

/** Looks at what the channel says that search engines and readers find. Nobody is told of anything. */
export async function foundByEngines(
  http: Outgoing,
  { indexNow, feed, sitemap }: WebsiteSettings,
  home: string,
): Promise<Looked[]> {
  const get = (url: string, maxBytes: number) => http.send({ method: 'GET', url, redirects: 5, maxBytes });
  const looks: Looked[] = [];
  if (indexNow) {
    const at = keyFileOf(indexNow, home);
    const trouble = troubleOf(await get(at, 4_096), (text) =>
      text.trim() === indexNow.key ? null : 'does not hold the key',
    );
    looks.push(look('Key of IndexNow', at, trouble ?? 'holds the key', trouble === null));
  }
  if (feed) {
    // In the feed itself, or in front of it (W3C WebSub, 4).
    const answer = await get(feed.url, mostOfSitemap);
    const before = answer.kind === 'answered' ? String(answer.headers['link'] ?? '') : '';
    const trouble = troubleOf(answer, (text) =>
      `${before} ${text.replaceAll('&amp;', '&')}`.includes(feed.hub)
        ? null
        : `does not name the hub ${feed.hub}`,
    );
    looks.push(look('Feed', feed.url, trouble ?? 'names its hub', trouble === null));
  }
  if (sitemap) {
    let lists = '';
    const trouble = troubleOf(await get(sitemap, mostOfSitemap), (text) => {
      const found = sitemapOf(text);
      if (!found) return 'is no sitemap';
      const count = found.lists === 'pages' ? ofSite(found, home) : found.urls.length;
      if (count === 0) return `lists no ${found.lists === 'pages' ? 'page of this website' : 'sitemap'}`;
      lists = `lists ${count} ${found.lists}`;
      return null;
    });
    looks.push(look('Sitemap', sitemap, trouble ?? lists, trouble === null));
  }
  return looks;
}

const look = (label: string, at: string, what: string, isRight: boolean): Looked => ({
  label,
  value: `${at} ${what}`,
  isRight,
});

function troubleOf(answer: Answer, read: (text: string) => string | null): string | null {
  if (answer.kind !== 'answered') return `does not answer: ${answer.message}`;
  if (answer.status !== 200) return `answers with status ${answer.status}`;
  return read(answer.bytes.toString('utf8'));
}
