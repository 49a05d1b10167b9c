import { z } from 'zod';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { linkedinCall, linkedinValue, type LinkedinAccount, type LinkedinAnswer } from './api';

const me = z
  .object({ sub: z.string().regex(/^[\w-]{1,60}$/), name: z.string().catch('') })
  .transform(({ sub, name }) => ({ author: `urn:li:person:${sub}`, name }));
export type Myself = z.output<typeof me>;

/** Whose token it is; needs the scopes `openid` and `profile`. */
export const myself = (
  http: Outgoing,
  account: LinkedinAccount,
  now: () => number,
): Promise<LinkedinAnswer<Myself>> => linkedinCall(http, account, { path: '/v2/userinfo', answer: me }, now);

/** Roles by which a page's posts are made (learn.microsoft.com, Posts API, Permissions); the second has two names. */
const mayPost: ReadonlySet<string> = new Set(['ADMINISTRATOR', 'CONTENT_ADMIN', 'CONTENT_ADMINISTRATOR']);

const pages = z
  .object({
    elements: z.array(
      z.object({
        organization: z.string().optional(),
        organizationTarget: z.string().optional(),
        role: z.string(),
        state: z.string(),
      }),
    ),
  })
  .transform(({ elements }): readonly PageRole[] => {
    const held = new Map<string, boolean>();
    for (const { organization, organizationTarget, role, state } of elements) {
      const page = organization ?? organizationTarget ?? '';
      if (state !== 'APPROVED' || !/^urn:li:organization:\d{1,20}$/.test(page)) continue;
      // Somebody may have several roles at one page.
      held.set(page, held.get(page) === true || mayPost.has(role));
    }
    return [...held].map(([page, may]) => ({ page, mayPost: may }));
  });

/** A page at which a person has a role, by name `urn:li:organization:…`, and whether it lets them post. */
export interface PageRole {
  readonly page: string;
  readonly mayPost: boolean;
}

/** The pages at which the person has a role. */
export const rolesOf = (
  http: Outgoing,
  account: LinkedinAccount,
  now: () => number,
): Promise<LinkedinAnswer<readonly PageRole[]>> =>
  linkedinCall(
    http,
    account,
    { path: '/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=100', answer: pages },
    now,
  );

/** The pages that the person may post as. */
export async function pagesOf(
  http: Outgoing,
  account: LinkedinAccount,
  now: () => number,
): Promise<LinkedinAnswer<readonly string[]>> {
  const answer = await rolesOf(http, account, now);
  if (!answer.ok) return answer;
  return { ...answer, value: answer.value.flatMap(({ page, mayPost: may }) => (may ? [page] : [])) };
}

const named = z.object({ localizedName: z.string() });

/** How people call a page; empty where LinkedIn does not say. */
export async function pageName(
  http: Outgoing,
  account: LinkedinAccount,
  page: string,
  now: () => number,
): Promise<string> {
  const path = `/rest/organizations/${page.split(':').at(-1)}`;
  const answer = await linkedinCall(http, account, { path, answer: named }, now);
  return answer.ok ? answer.value.localizedName : '';
}

/** As whom it is posted; where that is not said, the person, or the only page there is. */
export async function authorOf(http: Outgoing, account: LinkedinAccount, now: () => number): Promise<string> {
  const { author, as } = account.settings;
  if (author !== null) return author;
  if (as === 'person') return linkedinValue(await myself(http, account, now), now()).author;
  const found = linkedinValue(await pagesOf(http, account, now), now());
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new Ended(noAuthor(found.length));
}

/** Why it is not known which page posts. */
export const noAuthor = (count: number) =>
  ({
    kind: 'reauthorise',
    code: 'linkedin.no-author',
    message:
      count === 0
        ? 'The person who connected this channel may post as no page. Have somebody make them administrator or content administrator of the page, then test the channel.'
        : 'The person who connected this channel may post as several pages. Test the channel: it lists them. Enter the one that posts in its form.',
  }) as const;
