import { z } from 'zod';
import { countsOf } from '../../../src/channels/counted/figures';
import { told } from '../../../src/channels/counted/told';
import type { Counts } from '../../../src/channels/schema';
import type { Outgoing } from '../../http/outgoing';
import { linkedinCall, linkedinValue, type LinkedinAccount } from './api';

const figures = z.object({
  elements: z.array(
    z.object({
      share: z.string().optional(),
      ugcPost: z.string().optional(),
      totalShareStatistics: z.record(z.string(), z.unknown()).catch({}),
    }),
  ),
});

/** The names of the two sorts of post, each with its parameter (learn.microsoft.com, Organization Share Statistics). */
const sorts = [
  ['urn:li:share:', 'shares'],
  ['urn:li:ugcPost:', 'ugcPosts'],
] as const;
const mostIds = 20;

/** Counts by post of a page. LinkedIn tells none for posts of a person, so those are left out. */
export async function linkedinCounts(
  http: Outgoing,
  account: LinkedinAccount,
  author: string,
  ids: readonly string[],
  now: () => number,
): Promise<ReadonlyMap<string, Counts>> {
  const found = new Map<string, Counts>();
  if (!author.startsWith('urn:li:organization:')) return found;
  for (const [prefix, parameter] of sorts) {
    const own = ids.filter((id) => id.startsWith(prefix));
    for (let start = 0; start < own.length; start += mostIds) {
      const list = own
        .slice(start, start + mostIds)
        .map(encodeURIComponent)
        .join(',');
      const path = `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encodeURIComponent(author)}&${parameter}=List(${list})`;
      const answer = await linkedinCall(http, account, { path, answer: figures }, now);
      for (const { share, ugcPost, totalShareStatistics } of linkedinValue(answer, now()).elements) {
        const id = share ?? ugcPost;
        const counts = countsOf(told.linkedin, totalShareStatistics);
        if (id !== undefined && Object.keys(counts).length > 0) found.set(id, counts);
      }
    }
  }
  return found;
}
