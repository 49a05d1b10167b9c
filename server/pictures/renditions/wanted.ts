import type { PictureShape } from '../../../src/channels/pictures/shape';
import type { ChannelRules, PictureFrame } from '../../../src/channels/rules/rules';

/** How a channel wants a picture. */
export interface Wanted {
  /** Bytes. */
  readonly maxBytes: number;
  /** What the network refuses pictures outside of: they are padded with white. */
  readonly frame?: PictureFrame;
  /** Formats in which a picture that moves goes on moving; in others its first frame goes out. */
  readonly moving?: readonly string[];
  /** The proportions that a person chose for it. */
  readonly shape?: PictureShape;
}

/** By the rules of its kind; an account may take less, or more, than those say. */
export const wantedBy = (
  { pictures: { bytes, frame, limits } }: Pick<ChannelRules, 'pictures'>,
  maxBytes = bytes?.max ?? 0,
): Wanted => ({
  maxBytes,
  ...(frame ? { frame } : {}),
  ...(limits?.moving ? { moving: limits.moving.shown } : {}),
});
