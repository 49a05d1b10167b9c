import { isAtHome } from '../../src/channels/reach/at-home';
import { shapeFromWord, shapeWord, type PictureShape } from '../../src/channels/pictures/shape';
import type { BuiltInKind, CopyPicture } from '../../src/channels/schema';
import type { Tokens } from '../../src/shared/token';

/** A picture as its channel takes it. */
interface Made {
  readonly bytes: Buffer;
  readonly mime: string;
}

interface Deps {
  readonly tokens: Tokens;
  /** Where the public API is reached: `https://cms.bakery.test/api/presence`. */
  readonly publicBase: () => Promise<string>;
  /** The bytes of a file of the media library; null where there are none. */
  readonly load: (hash: string) => Promise<Uint8Array | null>;
  /** As a channel takes it, in the shape that was chosen; null where the bytes are no picture that can be read, or nobody knows of such a channel. */
  readonly made: (bytes: Uint8Array, taker: string, shape: PictureShape | null) => Promise<Made | null>;
  readonly now: () => number;
}

/** Who takes a picture: a kind of channel, or a type that an app brings. */
export type Taker = BuiltInKind | `own:${string}`;

/** Where a network loads a picture from, or that it cannot, because nobody outside reaches this server. */
export type ServedAddress = { readonly url: string } | { readonly atHome: string };

const purpose = 'picture';
/** A network loads a picture within minutes; a container lives a day. */
const lives = 24 * 3_600_000;

export type ServedPictures = ReturnType<typeof servedPictures>;

/**
 * Pictures for networks that load them by an address: made small and without metadata, under an address that is signed and runs out.
 * Nobody gets at the media library by it.
 */
export function servedPictures({ tokens, publicBase, load, made, now }: Deps) {
  return {
    async addressOf(
      { hash, shape }: Pick<CopyPicture, 'hash' | 'shape'>,
      taker: Taker,
    ): Promise<ServedAddress> {
      const base = await publicBase();
      if (isAtHome(base)) return { atHome: base };
      // Whole hours, so that tries soon after each other give the same address.
      const until = Math.floor((now() + lives) / 3_600_000) + 1;
      const token = tokens.sign(purpose, [
        ...[hash, taker, until.toString(36)],
        ...(shape ? [shapeWord(shape)] : []),
      ]);
      return { url: `${base}/picture/${token}.jpg` };
    },

    /** Null for an address that is not ours or has run out, and for a picture that is not there any more. */
    async open(token: string): Promise<Made | null> {
      const [file, taker, until, word] = tokens.read(purpose, token) ?? [];
      if (file === undefined || taker === undefined || until === undefined) return null;
      if (Number.parseInt(until, 36) * 3_600_000 <= now()) return null;
      const bytes = await load(file);
      return bytes && made(bytes, taker, word === undefined ? null : shapeFromWord(word));
    },
  };
}
