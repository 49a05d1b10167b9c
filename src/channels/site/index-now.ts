import type { IndexNow } from '../settings/website';
import { originOf } from './origin';

/** Where the site serves the key. */
export const keyFileOf = ({ key, keyLocation }: IndexNow, page: string): string =>
  keyLocation ?? `${originOf(page).origin}/${key}.txt`;

/** The body that tells of a page that is new, changed or gone (indexnow.org/documentation, Submitting set of URLs). */
export const indexNowBody = (settings: IndexNow, page: string): string =>
  JSON.stringify({
    host: originOf(page).host,
    key: settings.key,
    keyLocation: keyFileOf(settings, page),
    urlList: [page],
  });

/** What an answer means, in a sentence (indexnow.org/documentation, Response format). */
export function indexNowSaid(status: number, keyFile: string): string {
  switch (status) {
    case 200:
      return 'Search engines were told by IndexNow.';
    case 202:
      return 'Search engines were told by IndexNow, which still checks the key.';
    case 400:
      return 'IndexNow did not understand the request (400). Search engines were not told.';
    case 403:
      return `IndexNow does not take the key (403): it has to stand in ${keyFile}. Search engines were not told.`;
    case 422:
      return `IndexNow says that the page does not belong to the key (422): ${keyFile} has to be on the same host, and above the page. Search engines were not told.`;
    case 429:
      return 'IndexNow was told too often (429) and took nothing. Search engines were not told.';
    default:
      return `IndexNow answered with status ${status}. Search engines were not told.`;
  }
}
