import { z } from 'zod';
import { asJson, type PracticeAnswer } from '../network';
import { noCounts, type PracticePost, type PracticeShelf } from '../shelf';
import { imagesOf, newPin, pinChange, type NewPin } from './new-pin';
import type { PinterestUser } from './user';
import { boardNotFound, invalid, pinNotFound } from './words';

interface Sources {
  readonly shelf: PracticeShelf;
  /** Null where that account may pin this film. */
  readonly filmProblem: (user: PinterestUser, id: string) => PracticeAnswer | null;
  readonly now: () => number;
}

const network = 'pinterest';
const day = 86_400_000;
const figures = [
  ...['IMPRESSION', 'OUTBOUND_CLICK', 'PIN_CLICK', 'SAVE', 'SAVE_RATE'],
  ...['TOTAL_COMMENTS', 'TOTAL_REACTIONS', 'USER_FOLLOW', 'PROFILE_VISIT'],
];

const isList = (media: readonly string[] | PracticeAnswer): media is readonly string[] =>
  Array.isArray(media);

/** UTC, and it does not say so. */
const momentOf = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** The pins of everybody, as the API v5 gives them back. */
export function pinterestPins({ shelf, filmProblem, now }: Sources) {
  let last = 0;

  const own = async ({ account }: PinterestUser, id: string): Promise<PracticePost | null> => {
    const pin = await shelf.byId(network, id);
    return pin && pin.account === account && pin.deletedAt === null ? pin : null;
  };

  /** What a pin shows, kept; or why it takes none of it. */
  async function mediaOf(
    user: PinterestUser,
    pin: string,
    { media_source: source, alt_text: alt = '' }: NewPin,
  ): Promise<readonly string[] | PracticeAnswer> {
    if (source.source_type === 'video_id') return filmProblem(user, source.media_id) ?? [source.media_id];
    const images = await imagesOf(source);
    if (typeof images === 'string') return invalid(images);
    const { account } = user;
    for (const [index, { preview }] of images.entries())
      await shelf.putMedia({
        ...{ network, id: `${pin}-${index}`, account, alt, preview, createdAt: now() },
      });
    return images.map((_, index) => `${pin}-${index}`);
  }

  return {
    /** The same pin again is another pin. */
    async create(user: PinterestUser, body: unknown): Promise<PracticeAnswer> {
      const input = newPin.safeParse(body);
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      const { board_id: board, title = '', description = '', alt_text: alt = '', link = null } = input.data;
      if (!user.boards.some(({ id }) => id === board)) return boardNotFound;
      last = Math.max(last + 1, now() * 1_000);
      const id = String(last);
      const { account } = user;
      const media = await mediaOf(user, id, input.data);
      if (!isList(media)) return media;
      const isFilm = input.data.media_source.source_type === 'video_id';
      const card = link === null ? null : { url: link, title, description: '' };
      await shelf.put({
        ...{ network, id, account, key: id, media, counts: noCounts },
        text: [title, description].filter(Boolean).join('\n\n'),
        content: { board, title, description, link, alt, card, alts: media.map(() => alt), isFilm },
        ...{ createdAt: now(), editedAt: null, deletedAt: null },
      });
      const made = await shelf.byId(network, id);
      return made ? asJson(201, shownPin(made)) : pinNotFound;
    },

    async list(user: PinterestUser, board: string, { searchParams }: URL): Promise<PracticeAnswer> {
      const stray = [...searchParams.keys()].find((name) => !['page_size', 'bookmark'].includes(name));
      if (stray !== undefined) return invalid(`Unknown parameter ${stray}`);
      if (!user.boards.some(({ id }) => id === board)) return boardNotFound;
      const size = Number(searchParams.get('page_size') ?? '25');
      if (!Number.isInteger(size) || size < 1 || size > 250) return invalid('page_size is not 1 to 250');
      const start = Number(searchParams.get('bookmark') ?? '0');
      const all = await shelf.list({ network, account: user.account, limit: 10_000 });
      const there = all.filter((pin) => pin.content['board'] === board);
      const end = start + size;
      return asJson(200, {
        items: there.slice(start, end).map(shownPin),
        bookmark: end < there.length ? String(end) : null,
      });
    },

    /** What is not named stays as it was. */
    async change(user: PinterestUser, id: string, body: unknown): Promise<PracticeAnswer> {
      const input = pinChange.safeParse(body);
      if (!input.success) return invalid(input.error.issues[0]?.message ?? '');
      const pin = await own(user, id);
      if (!pin) return pinNotFound;
      const content = { ...pin.content, ...input.data };
      const { title, description } = said.parse(content);
      const text = [title, description].filter(Boolean).join('\n\n');
      await shelf.change(network, id, { text, content, editedAt: now() });
      return asJson(200, shownPin({ ...pin, content }));
    },

    async remove(user: PinterestUser, id: string): Promise<PracticeAnswer> {
      if (!(await own(user, id))) return pinNotFound;
      await shelf.change(network, id, { deletedAt: now() });
      return { status: 204, body: '' };
    },

    async analytics(user: PinterestUser, id: string, { searchParams }: URL): Promise<PracticeAnswer> {
      const [from, to] = ['start_date', 'end_date'].map((name) => dayOf(searchParams.get(name)));
      const asked = (searchParams.get('metric_types') ?? '').split(',');
      if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to))
        return invalid('start_date and end_date are days');
      if (from < now() - 91 * day || to < from || to > now() + day)
        return invalid('start_date is more than 90 days back');
      if (!asked.every((name) => figures.includes(name)))
        return invalid('Invalid pins analytics parameters.');
      const pin = await own(user, id);
      if (!pin) return pinNotFound;
      const { likes, replies, saves, views, clicks } = pin.counts;
      const lifetime: Record<string, number | undefined> = {
        TOTAL_COMMENTS: replies,
        TOTAL_REACTIONS: likes,
      };
      const summary = { SAVE: saves, IMPRESSION: views, OUTBOUND_CLICK: clicks };
      const of = (values: Record<string, number | undefined>) =>
        Object.fromEntries(asked.filter((name) => name in values).map((name) => [name, values[name]]));
      return asJson(200, {
        all: { lifetime_metrics: of(lifetime), daily_metrics: [], summary_metrics: of(summary) },
      });
    },
  };
}

const said = z.object({ title: z.string(), description: z.string() });

const dayOf = (text: string | null): number =>
  /^\d{4}-\d\d-\d\d$/.test(text ?? '') ? Date.parse(`${text}T00:00:00Z`) : NaN;

function shownPin({ id, content, createdAt, media }: PracticePost): object {
  const { board, title, description, link, alt } = content;
  const images = { '600x': { width: 600, height: 900, url: `https://i.pinimg.com/600x/${id}.jpg` } };
  return {
    ...{ id, board_id: board, title, description, link, alt_text: alt, parent_pin_id: null },
    ...{ created_at: momentOf(createdAt), is_owner: true, is_standard: true, board_section_id: null },
    media: content['isFilm']
      ? { media_type: 'video', cover_image_url: `https://i.pinimg.com/600x/${id}.jpg`, images }
      : media.length === 1
        ? { media_type: 'image', images }
        : { media_type: 'multiple_images', items: media.map(() => ({ item_type: 'image', images })) },
  };
}
