import { z } from 'zod';
import { copyVideo } from '../../src/channels/schema';
import { practicePostView, type PracticePostView } from '../../src/channels/practice';
import type { Page } from '../../src/shared/page';
import { fail, ok, type Result } from '../../src/shared/result';
import type { PracticePost } from '../practice/shelf';
import type { PracticeStore } from '../stores/practice';

interface Deps {
  readonly store: PracticeStore;
  /** Also those that were removed: what they posted still names them. */
  readonly channelNames: () => Promise<readonly { readonly key: string; readonly name: string }[]>;
  /** Where a browser loads a file of the media library. */
  readonly absolute: (url: string) => Promise<string>;
  readonly now: () => number;
}

const mail = z.object({ subject: z.string(), html: z.string() });
const carded = z.object({ card: practicePostView.shape.card, alts: z.array(z.string()) });
const answering = z.object({ under: z.string().nullable() });
const edited = z.object({ newest: z.string() });
const filmed = z.object({ video: copyVideo });
const loaded = z.object({ images: practicePostView.shape.pictures });

export type Practice = ReturnType<typeof practice>;

/** What was posted in practice mode: looked at, and thrown away. */
export function practice({ store, channelNames, absolute, now }: Deps) {
  /** Where an edit makes a new post, what stands beneath the old one is shown beneath the new one. */
  async function newestOf(network: string, id: string): Promise<string> {
    const found = await store.shelf.byId(network, id);
    return edited.safeParse(found?.content).data?.newest ?? id;
  }

  async function viewOf(post: PracticePost, channelName: string): Promise<PracticePostView> {
    const { network, id, account, text, content, createdAt, editedAt } = post;
    const letter = mail.safeParse(content).data;
    const { card = null, alts = [] } = carded.safeParse(content).data ?? {};
    const { images = [] } = loaded.safeParse(content).data ?? {};
    const above = answering.safeParse(content).data?.under ?? null;
    const under = above && (await newestOf(network, above));
    const { video } = filmed.safeParse(content).data ?? {};
    const media = (await store.shelf.media(network, post.media)).filter(({ preview }) => preview !== '');
    return practicePostView.parse({
      ...{ kind: network, id, channel: account, channelName, text, card, under, createdAt, editedAt },
      video: video ? { src: await absolute(video.url), alt: video.alt } : null,
      ...{ subject: letter?.subject ?? null, html: letter?.html ?? null },
      pictures: [
        ...images,
        ...media.map(({ preview, alt }, index) => ({
          src: `data:image/jpeg;base64,${preview}`,
          alt: alt || (alts[index] ?? ''),
        })),
      ],
    });
  }

  return {
    async page(channel: string | null, page: number, pageSize: number): Promise<Page<PracticePostView>> {
      const [found, channels] = await Promise.all([store.page(channel, page, pageSize), channelNames()]);
      const names = new Map(channels.map(({ key, name }) => [key, name]));
      const items = await Promise.all(
        found.items.map((post) => viewOf(post, names.get(post.account) ?? post.account)),
      );
      return { ...found, items };
    },

    async remove(kind: string, id: string): Promise<Result<null>> {
      if (await store.remove(kind, id, now())) return ok(null);
      return fail({
        code: 'practice.not-found',
        message: 'This practice post is not there any more. Reload the list.',
      });
    },

    /** All of one channel, or all; how many posts. */
    clear: (channel: string | null): Promise<number> => store.clear(channel),
  };
}
