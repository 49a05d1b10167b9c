import type { Counts, Metric } from '../../src/channels/schema';

/** Something that was posted, as a practice network keeps it. */
export interface PracticePost {
  readonly network: string;
  /** As the network names it; sorts by time. */
  readonly id: string;
  readonly account: string;
  /** What keeps it from being there twice: an idempotency key, a record key, a message id. */
  readonly key: string;
  /** What a person reads. */
  readonly text: string;
  /** As the network keeps it: its own fields. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly media: readonly string[];
  /** One that is left out is one that the network tells no more. */
  readonly counts: Counts;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly deletedAt: number | null;
}

/** A picture that was handed over, made small, or a video, of which nothing is kept. */
export interface PracticeMedia {
  readonly network: string;
  readonly id: string;
  readonly account: string;
  readonly alt: string;
  /** Left out: a picture. */
  readonly kind?: 'video' | undefined;
  /** A JPEG of at most 480 pixels, in base64; empty for a video, and where it was no picture. */
  readonly preview: string;
  readonly createdAt: number;
}

export interface PracticeQuery {
  readonly network?: string;
  readonly account?: string;
  /** Only what was there before the post with this id. */
  readonly before?: string;
  readonly limit: number;
}

/** Where practice networks keep what they are given: in memory for tests, in a table inside Strapi. */
export interface PracticeShelf {
  /** False where the network has a post of this account under this key. */
  put(post: PracticePost): Promise<boolean>;
  byId(network: string, id: string): Promise<PracticePost | null>;
  byKey(network: string, account: string, key: string): Promise<PracticePost | null>;
  /** The newest first, those that were deleted left out. */
  list(query: PracticeQuery): Promise<readonly PracticePost[]>;
  change(network: string, id: string, next: Partial<PracticePost>): Promise<void>;
  putMedia(media: PracticeMedia): Promise<void>;
  media(network: string, ids: readonly string[]): Promise<readonly PracticeMedia[]>;
}

/** What a network counts of a post that nobody has met yet. */
export const noCounts: Readonly<Record<Metric, number>> = {
  ...{ likes: 0, reposts: 0, replies: 0, quotes: 0, shares: 0, saves: 0, views: 0, reach: 0, clicks: 0 },
};

/** A shelf for as long as the process lives. */
export function memoryShelf(): PracticeShelf & { clear(): void } {
  const posts: PracticePost[] = [];
  const pictures = new Map<string, PracticeMedia>();
  const at = (network: string, id: string): number =>
    posts.findIndex((post) => post.network === network && post.id === id);
  return {
    async put(post) {
      const isTaken = posts.some(
        ({ network, account, key }) =>
          network === post.network && account === post.account && key === post.key,
      );
      if (!isTaken) posts.push(post);
      return !isTaken;
    },
    byId: async (network, id) => posts[at(network, id)] ?? null,
    byKey: async (network, account, key) =>
      posts.find((post) => post.network === network && post.account === account && post.key === key) ?? null,
    async list({ network, account, before, limit }) {
      const end = before === undefined ? posts.length : posts.findIndex(({ id }) => id === before);
      return posts
        .slice(0, Math.max(end, 0))
        .reverse()
        .filter(
          (post) =>
            post.deletedAt === null &&
            (network === undefined || post.network === network) &&
            (account === undefined || post.account === account),
        )
        .slice(0, limit);
    },
    async change(network, id, next) {
      const index = at(network, id);
      const post = posts[index];
      if (post) posts[index] = { ...post, ...next };
    },
    putMedia: async (media) => void pictures.set(`${media.network} ${media.id}`, media),
    media: async (network, ids) =>
      ids.flatMap((id) => {
        const one = pictures.get(`${network} ${id}`);
        return one ? [one] : [];
      }),
    clear() {
      posts.length = 0;
      pictures.clear();
    },
  };
}
