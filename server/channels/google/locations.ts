import { z } from 'zod';
import { spoken } from '../../../src/channels/health/api-versions';
import type { Outgoing } from '../../http/outgoing';
import { Ended } from '../ended';
import { googleCall, googleValue, type GoogleAccount, type GoogleAnswer } from './api';
import { listOf, type Listed } from './lists';

const text = z.string().catch('');
const accounts = listOf(
  'accounts',
  z.object({ name: z.string().regex(/^accounts\/\d{1,30}$/), accountName: text }),
);
const locations = listOf(
  'locations',
  z.object({
    name: z.string().regex(/^locations\/\d{1,30}$/),
    title: text,
    // Google leaves out what is false.
    metadata: z.object({ canOperateLocalPost: z.boolean().default(false) }).optional(),
  }),
);

/** A location that the person manages. */
export interface GoogleLocation {
  /** `accounts/…/locations/…`, as posts name it. */
  readonly name: string;
  readonly title: string;
  /** Google takes posts for it. */
  readonly mayPost: boolean;
}

/** As many pages of a list are read; whoever manages more enters the location. */
const mostPages = 10;

/** Accounts of the person: their own, and those of the groups that they belong to. */
export const accountsOf = async (http: Outgoing, account: GoogleAccount, now: () => number) =>
  pages(async (at) => {
    const path = `/v1/accounts?pageSize=20${at}`;
    const answer = await googleCall(http, account, { at: 'accounts', path, answer: accounts }, now);
    return googleValue(answer, now());
  });

/** The locations that the person manages, each once, whichever of the accounts shows it. */
export async function locationsOf(
  http: Outgoing,
  account: GoogleAccount,
  now: () => number,
): Promise<readonly GoogleLocation[]> {
  const known = new Map<string, GoogleLocation>();
  for (const { name: of } of await accountsOf(http, account, now)) {
    const found = await pages(async (at) => {
      const path = `/v1/${of}/locations?readMask=name,title,metadata&pageSize=100${at}`;
      const answer = await googleCall(http, account, { at: 'locations', path, answer: locations }, now);
      return googleValue(answer, now());
    });
    for (const { name, title, metadata } of found)
      if (!known.has(name))
        known.set(name, {
          name: `${of}/${name}`,
          title,
          mayPost: metadata?.canOperateLocalPost ?? true,
        });
  }
  return [...known.values()];
}

async function pages<T>(read: (at: string) => Promise<Listed<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let at = '';
  for (let page = 0; page < mostPages; page += 1) {
    const { found, nextPageToken } = await read(at);
    all.push(...found);
    if (nextPageToken === undefined) break;
    at = `&pageToken=${encodeURIComponent(nextPageToken)}`;
  }
  return all;
}

/** Where it is posted; where that is not said, the only location there is that takes posts. */
export async function locationOf(http: Outgoing, account: GoogleAccount, now: () => number): Promise<string> {
  const { location } = account.settings;
  if (location !== null) return location;
  const found = (await locationsOf(http, account, now)).filter(({ mayPost }) => mayPost);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.name;
  throw new Ended(noLocation(found.length));
}

/** Why it is not known which location posts. */
export const noLocation = (count: number) =>
  ({
    kind: 'reauthorise',
    code: 'google.no-location',
    message:
      count === 0
        ? 'The person who connected this channel manages no location that Google takes posts for. Have the business verified by Google, or have its owner make that person a manager; then test the channel.'
        : 'The person who connected this channel manages several locations. Test the channel: it lists them. Enter the one that posts in its form.',
  }) as const;

const anything = listOf('localPosts', z.unknown());

/** Whether the location's posts may be read, which needs what posting needs. */
export const postsOf = (
  http: Outgoing,
  account: GoogleAccount,
  location: string,
  now: () => number,
): Promise<GoogleAnswer<unknown>> =>
  googleCall(
    http,
    account,
    {
      at: 'posts',
      path: `/${spoken['google-business']}/${location}/localPosts?pageSize=1`,
      answer: anything,
    },
    now,
  );
