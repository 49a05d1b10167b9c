import { bluesky } from '../../../../server/channels/bluesky';
import { linkedin } from '../../../../server/channels/linkedin/linkedin';
import { mastodon } from '../../../../server/channels/mastodon';
import { facebook } from '../../../../server/channels/meta/facebook';
import { instagram } from '../../../../server/channels/meta/instagram';
import { threads } from '../../../../server/channels/meta/threads';
import { pinterest } from '../../../../server/channels/pinterest/pinterest';
import { x } from '../../../../server/channels/x';
import { blueskyPractice } from '../../../../server/practice/bluesky';
import { inside } from '../../../../server/practice/inside';
import { linkedinPractice } from '../../../../server/practice/linkedin';
import { mastodonPractice } from '../../../../server/practice/mastodon';
import { facebookPractice } from '../../../../server/practice/meta/facebook';
import { instagramPractice } from '../../../../server/practice/meta/instagram';
import { threadsPractice } from '../../../../server/practice/meta/threads';
import type { PracticeAnswer, PracticeNetwork, PracticeRequest } from '../../../../server/practice/network';
import { pinterestPractice } from '../../../../server/practice/pinterest';
import { memoryShelf } from '../../../../server/practice/shelf';
import { practiceWorld } from '../../../../server/practice/world';
import { xPractice } from '../../../../server/practice/x';
import { linkedinScopes } from '../../../../src/channels/settings/linkedin';
import { pinterestScopes } from '../../../../src/channels/settings/pins/pinterest';
import type { Account, ChannelAdapter } from '../../../../src/channels/channel';
import type { ChannelKind, Counts } from '../../../../src/channels/schema';
import { loadedFrom } from '../../video/source';
import { sourceOf } from '../../pictures/source';

const at = Date.UTC(2026, 10, 27);
const server = 'https://practice.invalid';
const page = '104857600000000';
const user = '17841400000000000';
const board = { id: '111', name: 'Bread' };
const keys = {
  ...{ consumerKey: 'app', consumerSecret: 's' },
  ...{ accessToken: 'token', accessTokenSecret: 's' },
};
/** An id of X that was made an hour ago. */
const ofX = String((BigInt(at - 3_600_000) - 1_288_834_974_657n) << 22n);

/** An answer of our own in place of that of the network, which may be looked at first; null: the network's. */
type Instead = (
  request: PracticeRequest,
  real: () => Promise<PracticeAnswer>,
) => Promise<PracticeAnswer | null> | PracticeAnswer | null;

const ids: Partial<Record<ChannelKind, string>> = {
  bluesky: 'at://did:plc:bakery/app.bsky.feed.post/3mabcdefghijk',
  facebook: `${page}_1`,
  linkedin: 'urn:li:share:1',
  x: ofX,
};

/** A channel to a practice network that has one post, counted as it is said. */
export async function countingRoom(kind: ChannelKind, counts: Counts, mayReadInsights = true) {
  const shelf = memoryShelf();
  const world = { now: at, instead: (() => null) as Instead };
  const asked: URL[] = [];
  const now = () => world.now;
  const kept = new Map<string, unknown>();
  const sources = {
    ...{ shelf, now, pictures: sourceOf(null), ...loadedFrom(), sleep: async () => undefined },
    sessions: {
      load: async (key: string) => kept.get(key) ?? null,
      save: async (key: string, value: unknown) => void kept.set(key, value),
    },
    served: async () => ({ url: `${server}/a.jpg` }),
  };
  const may = { mayReadInsights: () => mayReadInsights };
  const tokens = () => ({ account: 'bakery', scopes: ['read', 'write'] });
  const made: Partial<
    Record<
      ChannelKind,
      [PracticeNetwork, (http: ReturnType<typeof inside>) => ChannelAdapter, object, object]
    >
  > = {
    bluesky: [
      blueskyPractice({ ...sources, tokens }),
      (http) => bluesky({ ...sources, http }),
      { service: server, identifier: 'bakery.test', appViewUrl: server, countsFrom: 'appview' },
      { appPassword: 'pass' },
    ],
    mastodon: [
      mastodonPractice({ ...sources, tokens, origin: server }),
      (http) => mastodon({ ...sources, http }),
      { server },
      { accessToken: 'token' },
    ],
    facebook: [
      facebookPractice({ ...sources, ...may, pageOf: () => ({ account: 'bakery', page }) }),
      (http) => facebook({ ...sources, http }),
      { pageId: page, server },
      { accessToken: 'EAA' },
    ],
    instagram: [
      instagramPractice({ ...sources, ...may, accountOf: () => ({ account: 'bakery', user }) }),
      (http) => instagram({ ...sources, http }),
      { server, userId: user, login: 'facebook' },
      { accessToken: 'IGAA' },
    ],
    threads: [
      threadsPractice({ ...sources, ...may, profileOf: () => 'bakery' }),
      (http) => threads({ ...sources, http }),
      { server },
      { accessToken: 'THAA' },
    ],
    x: [
      xPractice({ ...sources, keysOf: () => ({ ...keys, account: 'bakery' }) }),
      (http) => x({ ...sources, http }),
      {},
      keys,
    ],
    linkedin: [
      linkedinPractice({
        ...{ ...sources, origin: server },
        memberOf: () => ({
          ...{ account: 'bakery', person: 'r0Sa', pages: [{ id: '111', name: 'Bakery' }] },
          scopes: linkedinScopes.organization,
        }),
      }),
      (http) => linkedin({ ...sources, http }),
      { server },
      { accessToken: 'token' },
    ],
    pinterest: [
      pinterestPractice({
        ...sources,
        origin: server,
        userOf: () => ({ account: 'bakery', boards: [board], scopes: pinterestScopes }),
      }),
      (http) => pinterest({ ...sources, http }),
      { server },
      { accessToken: 'token' },
    ],
  };
  const parts = made[kind];
  if (!parts) throw new Error(`${kind} counts nothing`);
  const [network, adapterOf, settings, secret] = parts;
  const http = inside(
    practiceWorld({
      networks: [
        {
          ...network,
          async answer(request, hints) {
            asked.push(request.url);
            const real = () => network.answer(request, hints);
            return (await world.instead(request, real)) ?? real();
          },
        },
      ],
      ...{ now, sleep: async () => undefined },
    }),
    kind,
  );
  const account: Account = { key: 'k', kind, name: kind, settings, secret };
  const id = ids[kind] ?? '1';
  await shelf.put({
    ...{ network: kind, id, account: 'bakery', key: id, text: 'Rye', media: [], counts },
    content: {
      ...{ link: null, images: [{}], visibility: 'public', language: 'en', board: board.id },
      author: 'urn:li:organization:111',
    },
    ...{ createdAt: at - 3_600_000, editedAt: null, deletedAt: null },
  });
  const adapter = adapterOf(http);
  const counted = async (): Promise<Counts> => (await adapter.counts?.(account, [id]))?.get(id) ?? {};
  return { adapter, account, world, asked, shelf, id, counted };
}
