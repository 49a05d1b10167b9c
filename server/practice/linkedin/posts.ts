import { z } from 'zod';
import { readLinkedinText } from '../../../src/channels/counters/linkedin';
import { asJson, type PracticeAnswer } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { mayPostAs, type LinkedinMember } from './member';
import { duplicateOf, forbidden, invalid, notFound, unpermitted } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  readonly imagesProblem: (ids: readonly string[], author: string) => PracticeAnswer | null;
  readonly videoProblem: (id: string, author: string) => PracticeAnswer | null;
  readonly now: () => number;
}

const network = 'linkedin';
const image = z.strictObject({
  id: z.string().regex(/^urn:li:image:[\w-]+$/),
  altText: z.string().max(4_086).optional(),
});

const video = z.strictObject({
  id: z.string().regex(/^urn:li:video:[\w-]+$/),
  title: z.string().min(1).max(400).optional(),
});

/** What the posts API reads of a post; anything else is refused. */
const newPost = z.strictObject({
  author: z.string(),
  commentary: z.string().max(3_000),
  visibility: z.literal('PUBLIC'),
  distribution: z.strictObject({
    feedDistribution: z.literal('MAIN_FEED'),
    targetEntities: z.array(z.unknown()).max(0),
    thirdPartyDistributionChannels: z.array(z.unknown()).max(0),
  }),
  content: z
    .union([
      z.strictObject({ media: z.union([image, video]) }),
      z.strictObject({ multiImage: z.strictObject({ images: z.array(image).min(2).max(20) }) }),
      z.strictObject({
        article: z.strictObject({
          source: z.url(),
          title: z.string().min(1).max(400),
          description: z.string().max(4_086).optional(),
        }),
      }),
    ])
    .optional(),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.literal(false),
});
const patch = z.strictObject({
  patch: z.strictObject({ $set: z.strictObject({ commentary: newPost.shape.commentary }) }),
});
type Image = z.output<typeof image>;
type Video = z.output<typeof video>;
type Content = NonNullable<z.output<typeof newPost>['content']>;

const plain = String.raw`(?:\\.|[^\\|{}@[\]()<>#*_~])+`;
/** The next piece of a text: a mention, a hashtag, or words whose markup is escaped. */
const piece = new RegExp(
  String.raw`@\[([^[\]()\\]+)\]\(urn:li:(?:organization|person):[\w-]+\)|\{hashtag\|\\?[#＃]\|(${plain})\}|(${plain})`,
  'suy',
);

/** What readers see of a text, which ends, without a word, at the first character of markup that is neither escaped nor of an element. */
function kept(commentary: string): string {
  let shown = '';
  piece.lastIndex = 0;
  for (let found = piece.exec(commentary); found; found = piece.exec(commentary)) {
    const [, name, tag, words = ''] = found;
    shown += name ?? (tag === undefined ? readLinkedinText(words) : `#${readLinkedinText(tag)}`);
  }
  return shown;
}

const mediaIn = (content: Content | undefined): readonly (Image | Video)[] => {
  if (content === undefined || 'article' in content) return [];
  return 'media' in content ? [content.media] : content.multiImage.images;
};
const isVideo = ({ id }: Image | Video): boolean => id.startsWith('urn:li:video:');

/** The posts of everybody, as the posts API and the figures of shares give them back. */
export function linkedinPosts({ shelf, imagesProblem, videoProblem, now }: Sources) {
  let last = 0;
  const own = (post: PracticePost | null, author: string): boolean =>
    post !== null &&
    post.deletedAt === null &&
    post.content['author'] === author &&
    typeof post.content['under'] !== 'string';

  return {
    async create(member: LinkedinMember, body: unknown): Promise<PracticeAnswer> {
      const input = newPost.safeParse(body);
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const { author, commentary, content } = input.data;
      if (!mayPostAs(member, author)) return forbidden('partnerApiPostsExternal.CREATE');
      const shown = mediaIn(content);
      const media = shown.map(({ id }) => id);
      const [film] = shown.filter(isVideo);
      const problem = film ? videoProblem(film.id, author) : imagesProblem(media, author);
      if (problem) return problem;
      const { account } = member;
      const recent = await shelf.list({ network, account, limit: 100 });
      const same = recent.find((one) => own(one, author) && one.content['commentary'] === commentary);
      if (same) return duplicateOf(same.id);
      last = Math.max(last + 1, now() * 1_000);
      const id = `urn:li:share:${last}`;
      const card = content && 'article' in content ? content.article : null;
      await shelf.put({
        ...{ network, id, account, key: id, text: kept(commentary), media, counts: noCounts },
        content: {
          author,
          commentary,
          content,
          card,
          alts: shown.map((one) => ('altText' in one && one.altText) || ''),
        },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      });
      return { status: 201, headers: { 'x-restli-id': id }, body: '' };
    },

    async list(member: LinkedinMember, url: URL): Promise<PracticeAnswer> {
      const names = ['q', 'author', 'count', 'start', 'sortBy'];
      const stray = [...url.searchParams.keys()].find((name) => !names.includes(name));
      if (stray !== undefined) return invalid(`Query parameter ${stray} is not allowed`);
      const author = url.searchParams.get('author') ?? '';
      if (!/[?&]author=urn%3Ali%3A/.test(url.search)) return invalid('Syntax exception in author');
      if (!author.startsWith('urn:li:organization:') || !mayPostAs(member, author))
        return forbidden('partnerApiPostsExternal.FINDER-author');
      const count = Number(url.searchParams.get('count') ?? '10');
      const start = Number(url.searchParams.get('start') ?? '0');
      if (count > 100) return invalid('count is more than 100');
      const found = await shelf.list({ network, account: member.account, limit: 1_000 });
      const elements = found
        .filter((post) => own(post, author))
        .slice(start, start + count)
        .map(({ id, content, createdAt }) => ({
          ...{ id, author, commentary: content['commentary'], content: content['content'] },
          ...{ createdAt, publishedAt: createdAt, lifecycleState: 'PUBLISHED', visibility: 'PUBLIC' },
        }));
      return asJson(200, { elements, paging: { start, count, links: [] } });
    },

    /** Only the commentary may change here. */
    async edit(member: LinkedinMember, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = patch.safeParse(body);
      if (!input.success) return unpermitted(input.error.issues[0]?.message ?? '');
      const post = await shelf.byId(network, id);
      if (!post || post.deletedAt !== null) return notFound(id);
      if (post.account !== member.account) return forbidden('partnerApiPostsExternal.PARTIAL_UPDATE');
      const { commentary } = input.data.patch.$set;
      const next = { text: kept(commentary), content: { ...post.content, commentary }, editedAt: now() };
      await shelf.change(network, id, next);
      return { status: 204, body: '' };
    },

    /** Alike for a post that is there, and for one that was deleted before. */
    async remove(member: LinkedinMember, id: string): Promise<PracticeAnswer> {
      if (!/^urn:li:(share|ugcPost):\d+$/.test(id)) return invalid(`${id} is no name of a post`);
      const post = await shelf.byId(network, id);
      if (post && post.account !== member.account) return forbidden('partnerApiPostsExternal.DELETE');
      const below = await shelf.list({ network, limit: 1_000 });
      // What was said below a post goes with it.
      if (post && post.deletedAt === null)
        for (const one of [post, ...below.filter(({ content }) => content['under'] === id)])
          await shelf.change(network, one.id, { deletedAt: now() });
      return { status: 204, body: '' };
    },

    async figures(member: LinkedinMember, { search, searchParams }: URL): Promise<PracticeAnswer> {
      const author = searchParams.get('organizationalEntity') ?? '';
      const [, sort, list] = /[?&](shares|ugcPosts)=List\(([^()]*)\)(?:&|$)/.exec(search) ?? [];
      if (sort === undefined || list === undefined) return invalid('shares is no List(…)');
      if (!mayPostAs(member, author)) return forbidden('organizationalEntityShareStatistics.FINDER');
      const ids = list.split(',').map(decodeURIComponent);
      const posts = await Promise.all(ids.map((id) => shelf.byId(network, id)));
      const elements = posts
        .filter((post): post is PracticePost => own(post, author))
        .map(({ id, counts }) => ({
          ...{ organizationalEntity: author, [sort === 'shares' ? 'share' : 'ugcPost']: id },
          totalShareStatistics: {
            ...{ likeCount: counts.likes, shareCount: counts.reposts, commentCount: counts.replies },
            ...{ impressionCount: counts.views, uniqueImpressionsCount: counts.reach },
            ...{ clickCount: counts.clicks, engagement: 0 },
          },
        }));
      return asJson(200, { elements, paging: { start: 0, count: 10, links: [] } });
    },
  };
}
