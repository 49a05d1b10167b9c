import { indexNowBody, indexNowSaid, keyFileOf } from '../../../src/channels/site/index-now';
import { hubBody, hubSaid } from '../../../src/channels/site/web-sub';
import type { Feed, IndexNow, WebsiteSettings } from '../../../src/channels/settings/website';
import type { Outgoing } from '../../http/outgoing';

/**
 * Tells search engines and readers of a feed that a page is new, changed or gone, where the channel says so. What came of it, in
 * sentences; empty where nobody is to be told. It is a courtesy: whatever happens, the page is where it should be.
 */
export async function tellOfPage(
  http: Outgoing,
  { indexNow, feed }: Pick<WebsiteSettings, 'indexNow' | 'feed'>,
  page: string | null,
): Promise<string> {
  const said = await Promise.all([
    indexNow && page ? tellSearchEngines(http, indexNow, page) : '',
    feed ? tellHub(http, feed) : '',
  ]);
  return said.filter(Boolean).join(' ');
}

async function tellSearchEngines(http: Outgoing, settings: IndexNow, page: string): Promise<string> {
  const answer = await http.send({
    method: 'POST',
    url: settings.endpoint,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: indexNowBody(settings, page),
    maxBytes: 4_096,
  });
  return answer.kind === 'answered'
    ? indexNowSaid(answer.status, keyFileOf(settings, page))
    : `IndexNow could not be told: ${answer.message}`;
}

async function tellHub(http: Outgoing, feed: Feed): Promise<string> {
  const answer = await http.send({
    method: 'POST',
    url: feed.hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: hubBody(feed),
    maxBytes: 4_096,
  });
  return answer.kind === 'answered'
    ? hubSaid(answer.status)
    : `The hub of the feed could not be told: ${answer.message}`;
}
