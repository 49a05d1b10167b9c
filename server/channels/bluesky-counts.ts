import { z } from 'zod';
import { countsOf } from '../../src/channels/counted/figures';
import { told } from '../../src/channels/counted/told';
import type { Counts } from '../../src/channels/schema';
import type { BlueskySettings } from '../../src/channels/settings/bluesky';
import type { Outgoing } from '../http/outgoing';
import { xrpc, type XrpcCall } from './bluesky-xrpc';

type Tally = Record<'likes' | 'reposts' | 'replies' | 'quotes', number>;

/** What is counted by post; throws when they cannot be told. */
export const blueskyCounts = (
  http: Outgoing,
  settings: BlueskySettings,
  uris: readonly string[],
): Promise<ReadonlyMap<string, Counts>> =>
  settings.countsFrom === 'appview'
    ? fromAppView(http, settings.appViewUrl, uris)
    : fromServer(http, settings.service, uris);

const posts = z.object({ posts: z.array(z.looseObject({ uri: z.string() })) });

/** An AppView knows the whole network; it takes 25 posts at a time (lexicon app.bsky.feed.getPosts). */
async function fromAppView(
  http: Outgoing,
  service: string,
  uris: readonly string[],
): Promise<Map<string, Counts>> {
  const found = new Map<string, Counts>();
  for (let from = 0; from < uris.length; from += 25) {
    const query = { uris: uris.slice(from, from + 25) };
    const answer = await read(http, { service, method: 'app.bsky.feed.getPosts', query, answer: posts });
    for (const post of answer.posts) found.set(post.uri, countsOf(told.bluesky, post));
  }
  return found;
}

const repos = z.object({
  cursor: z.string().optional(),
  repos: z.array(z.object({ did: z.string(), active: z.boolean().default(true) })),
});
const records = z.object({
  cursor: z.string().optional(),
  records: z.array(z.object({ uri: z.string(), value: z.unknown() })),
});

/**
 * A server knows the repositories that it holds: what its members liked, reposted, answered and quoted. For a community
 * that hosts itself; the cost grows with its members, so it is for hundreds, not for thousands. Bookmarks stand in no repository.
 */
async function fromServer(
  http: Outgoing,
  service: string,
  uris: readonly string[],
): Promise<Map<string, Counts>> {
  const found = new Map<string, Tally>(
    uris.map((uri) => [uri, { likes: 0, reposts: 0, replies: 0, quotes: 0 }]),
  );
  const exists = new Set<string>();
  const add = (uri: string | undefined, what: keyof Tally): void => {
    const tally = uri === undefined ? undefined : found.get(uri);
    if (tally) tally[what] += 1;
  };
  for await (const did of membersOf(http, service)) {
    for await (const { value } of recordsOf(http, service, did, 'app.bsky.feed.like'))
      add(subjectOf(value), 'likes');
    for await (const { value } of recordsOf(http, service, did, 'app.bsky.feed.repost'))
      add(subjectOf(value), 'reposts');
    for await (const { uri, value } of recordsOf(http, service, did, 'app.bsky.feed.post')) {
      exists.add(uri);
      add(parentOf(value), 'replies');
      add(quotedBy(value), 'quotes');
    }
  }
  return new Map([...found].filter(([uri]) => exists.has(uri)));
}

async function* membersOf(http: Outgoing, service: string): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const query = { limit: '500', ...(cursor === undefined ? {} : { cursor }) };
    const page = await read(http, { service, method: 'com.atproto.sync.listRepos', query, answer: repos });
    // A closed account is still listed, but no longer shows what it holds.
    yield* page.repos.filter(({ active }) => active).map(({ did }) => did);
    cursor = page.repos.length < 500 ? undefined : page.cursor;
  } while (cursor !== undefined);
}

async function* recordsOf(http: Outgoing, service: string, repo: string, collection: string) {
  let cursor: string | undefined;
  do {
    const query = { repo, collection, limit: '100', ...(cursor === undefined ? {} : { cursor }) };
    const page = await read(http, {
      service,
      method: 'com.atproto.repo.listRecords',
      query,
      answer: records,
    });
    yield* page.records;
    cursor = page.records.length < 100 ? undefined : page.cursor;
  } while (cursor !== undefined);
}

const ref = z.object({ uri: z.string() });
const subjectOf = (value: unknown): string | undefined =>
  z.object({ subject: ref }).safeParse(value).data?.subject.uri;
const parentOf = (value: unknown): string | undefined =>
  z.object({ reply: z.object({ parent: ref }) }).safeParse(value).data?.reply.parent.uri;

/** `embed.record`, or inside `recordWithMedia` one level deeper. */
const quotedBy = (value: unknown): string | undefined =>
  z
    .object({
      embed: z.object({
        record: z.union([ref, z.object({ record: ref }).transform(({ record }) => record)]),
      }),
    })
    .safeParse(value).data?.embed.record.uri;

async function read<T>(http: Outgoing, call: XrpcCall<T>): Promise<T> {
  const answer = await xrpc(http, call);
  if (answer.ok) return answer.value;
  throw new Error(
    'refusal' in answer
      ? `${call.method} was refused: ${answer.refusal.error} ${answer.refusal.message}`
      : answer.noAnswer.message,
  );
}
