import { z } from 'zod';
import type { TestReport } from '../../../src/channels/schema';
import { facebookRules } from '../../../src/channels/rules/meta/facebook';
import type { Outgoing } from '../../http/outgoing';
import { failedReport } from '../report';
import type { FacebookPage } from './facebook-page';
import { figuresRight, type FiguresAt } from './figures-right';
import { graphCall, graphOutcome } from './graph';

const me = z.object({ id: z.string(), name: z.string().catch('') });
const about = z.object({
  id: z.string(),
  name: z.string().catch(''),
  link: z.string().optional().catch(undefined),
  followers_count: z.int().optional().catch(undefined),
  can_post: z.boolean().optional().catch(undefined),
});

const figures = ({ pageId }: FacebookPage): FiguresAt => ({
  ...{ path: `/${pageId}/insights`, query: { metric: 'page_media_view', period: 'day' } },
  ...{ right: 'read_insights', without: 'likes, comments and shares' },
});

/** Asks whose token it is and what the Page is. A token of a person, or of another Page, posts elsewhere or not at all. Nothing is published. */
export async function testFacebook(
  http: Outgoing,
  page: FacebookPage,
  now: () => number,
): Promise<TestReport> {
  const call = <T>(path: string, fields: string, answer: z.ZodType<T>) =>
    graphCall(http, page, { path, query: { fields }, answer }, now);
  const whose = await call('/me', 'id,name', me);
  if (!whose.ok) return failedReport(graphOutcome(whose, 'read', now()));
  if (whose.value.id !== page.pageId)
    return {
      state: 'reauthorise',
      message: `The access token is not that of this Page, but of ${whose.value.name || whose.value.id}. Take the one that belongs to the Page (me/accounts shows it), or correct the number of the Page.`,
      found: [],
    };
  const known = await call(`/${page.pageId}`, 'id,name,link,followers_count,can_post', about);
  if (!known.ok) return failedReport(graphOutcome(known, 'read', now()));
  const { name, link, followers_count: followers, can_post: mayPost } = known.value;
  const found = [
    { label: 'Page', value: name || page.pageId },
    ...(link ? [{ label: 'Address', value: link }] : []),
    ...(followers === undefined ? [] : [{ label: 'Followers', value: String(followers) }]),
    { label: 'Version of the API', value: page.version },
    { label: 'Pictures', value: `up to ${facebookRules.pictures.max}, or one video` },
    ...(await figuresRight(http, page, figures(page), now)),
  ];
  if (mayPost === false)
    return {
      state: 'reauthorise',
      message: `The access token may read ${name || 'the Page'}, but not post there. Let somebody make it who may create content on the Page, with the permission pages_manage_posts.`,
      found,
    };
  return { state: 'ready', message: `Signed in as ${name || 'the Page'}. Posts can go out.`, found };
}
