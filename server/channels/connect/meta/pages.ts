import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { MetaApp } from '../../../../src/channels/connect/apps';
import type { FoundPlace } from '../../../../src/channels/connect/places';
import { placesOver } from '../../../../src/channels/connect/refusals';
import type { ConnectedSecret } from '../../../../src/channels/connect/connection';
import { fail, ok, type Result } from '../../../../src/shared/result';
import type { Outgoing } from '../../../http/outgoing';
import { graphCall, type GraphAccess } from '../../meta/graph';
import { notTold } from './rights';

const text = z.string().catch('');
const page = z.object({
  id: z.string().regex(/^\d{5,25}$/),
  name: text,
  // Left out where the person may do nothing by an app.
  access_token: z.string().min(1).optional(),
  tasks: z.array(z.string()).optional(),
  instagram_business_account: z
    .object({ id: z.string().regex(/^\d{5,25}$/), username: text })
    .optional()
    .catch(undefined),
});
export type ListedPage = z.output<typeof page>;
const list = z.object({
  data: z.array(page),
  paging: z
    .object({ next: z.string().optional(), cursors: z.object({ after: z.string() }).optional() })
    .optional()
    .catch(undefined),
});

/** As many parts of the list are read. */
const mostParts = 20;

/** The Pages that a person sees (developers.facebook.com/docs/pages-api/manage-pages), by their own token. */
export async function pagesOf(
  http: Outgoing,
  access: GraphAccess,
  now: () => number,
): Promise<Result<readonly ListedPage[]>> {
  const all: ListedPage[] = [];
  const fields = 'id,name,access_token,tasks,instagram_business_account{id,username}';
  let after = '';
  for (let part = 0; part < mostParts; part += 1) {
    const query = { fields, limit: '100', ...(after === '' ? {} : { after }) };
    const answer = await graphCall(http, access, { path: '/me/accounts', query, answer: list }, now);
    if (!answer.ok)
      return fail(
        'refusal' in answer && isOver(answer.refusal.code) ? placesOver : notTold(access.network, answer),
      );
    all.push(...answer.value.data);
    const { next, cursors } = answer.value.paging ?? {};
    if (next === undefined || cursors === undefined) break;
    after = cursors.after;
  }
  return ok(all);
}

const isOver = (code: number): boolean => code === 190 || code === 102;

/** Pages as places to post to. */
export const pagePlaces = (pages: readonly ListedPage[]): FoundPlace[] =>
  pages.map((one) => ({
    ...{ id: one.id, name: one.name || one.id, about: one.id, accessToken: one.access_token ?? null },
    problem: mayCreate(one) ? null : 'role',
  }));

/** The accounts of Instagram that belong to Pages; Pages without one are shown, so that nobody looks for theirs in vain. */
export const gramPlaces = (pages: readonly ListedPage[]): FoundPlace[] =>
  pages.map((one) => {
    const gram = one.instagram_business_account;
    return {
      ...{ id: gram?.id ?? `page ${one.id}`, accessToken: one.access_token ?? null },
      ...{ name: gram?.username ? `@${gram.username}` : one.name || one.id, about: gram ? one.name : one.id },
      problem: gram ? (mayCreate(one) ? null : 'role') : 'no-instagram',
    };
  });

/** Pages of the new experience name their tasks another way. */
const mayCreate = ({ access_token: token, tasks }: ListedPage): boolean =>
  token !== undefined && (tasks === undefined || tasks.some((task) => /(^|_)CREATE_CONTENT$/.test(task)));

/** The token by which the Pages of whoever allowed it are listed. */
export const personToken = ({ accessToken, connection }: ConnectedSecret): string =>
  connection.person?.accessToken ?? accessToken;

/** What shows that the app itself calls, and nobody who found the token (developers.facebook.com/docs/graph-api/guides/secure-requests). */
export const proofBy = (app: MetaApp | undefined, accessToken: string): string | null =>
  app ? proofOf(accessToken, app.clientSecret) : null;

export const proofOf = (accessToken: string, appSecret: string): string =>
  createHmac('sha256', appSecret).update(accessToken).digest('hex');
