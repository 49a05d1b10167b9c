import type { ChannelKind } from '../schema';
import { proportionNames, proportions, type Proportion } from './pictures/proportions';
import type { Currency } from '../settings/fields';
import type { VideoRules } from './video/rules';

/** One limit and where it is written. */
export interface Limit {
  readonly max: number;
  readonly source: string;
}

/** What pictures of a channel are advised to be like; the brand check judges by it. Absent parts are not looked at. */
export interface PictureLimits {
  /** Formats that everybody sees, as `sharp` names them. */
  readonly formats?: { readonly names: readonly string[]; readonly source: string };
  /** Pixels. */
  readonly least?: { readonly width: number; readonly height: number; readonly source: string };
  /** Width to height. */
  readonly ratio?: {
    readonly min: number;
    readonly max: number;
    readonly source: string;
    /** What becomes of others; left out: the channel cuts them. */
    readonly others?: 'padded';
  };
  /** Bytes of the file as it lies in the media library. */
  readonly weight?: Limit;
  /** Formats in which pictures that move also move there, as `sharp` names them, up to so many bytes. */
  readonly moving?: { readonly shown: readonly string[]; readonly weight?: number; readonly source: string };
}

/** The shape that a network refuses pictures outside of: what is sent is padded with white until it fits. */
export interface PictureFrame {
  /** Width to height. */
  readonly ratio: { readonly min: number; readonly max: number };
  /** Pixels. */
  readonly width: { readonly min: number; readonly max: number };
  readonly source: string;
}

/** How a network counts addresses that stand in the text: all of them as one length. */
export interface InlineLinks {
  readonly length: number;
  readonly source: string;
}

/** What the same account may post beneath a post. */
export interface ReplyRules {
  /** `thread`: each answers the one before; `comment`: it stands below the post. */
  readonly kind: 'thread' | 'comment';
  readonly most: Limit;
  /** Where a reply may be of another length than the post. */
  readonly text?: Pick<ChannelRules['text'], 'graphemes' | 'characters' | 'utf8Bytes'>;
}

/** What a channel accepts, as data. Counts are in the unit that the network itself counts in. */
export interface ChannelRules {
  readonly kind: ChannelKind;
  /** Shown to marketers: "Bluesky". */
  readonly label: string;
  readonly text: {
    readonly required: boolean;
    /** What a person sees as one character. */
    readonly graphemes?: Limit;
    /** In characters as the network counts what is sent, the address of the page behind it; in place of `graphemes`. */
    readonly characters?: Limit & { readonly measure: (text: string, link: string | null) => number };
    /** How long it may be beside pictures, where that is less; in the same unit. */
    readonly withPictures?: Limit;
    readonly utf8Bytes?: Limit;
    readonly hashtags?: Limit;
    /** How many accounts a text may name. */
    readonly mentions?: Limit;
    /** Numbers to call in the text, for which the network takes posts down. */
    readonly numbers?: { readonly found: (text: string) => readonly string[]; readonly source: string };
    /** Where the page has no place beside the text: its address goes behind it. */
    readonly inlineLinks?: InlineLinks;
  };
  readonly pictures: {
    /** Fewer are refused; absent: none is needed. */
    readonly min?: number;
    readonly max: number;
    /** A picture without alt text is an `error`, a `warning`, or fine. */
    readonly alt: 'required' | 'advised' | 'none';
    readonly altGraphemes?: Limit;
    readonly bytes?: Limit;
    readonly frame?: PictureFrame;
    readonly limits?: PictureLimits;
    /** Who loads pictures by their address, where they are not handed over: the network, or whoever reads it. */
    readonly loadedBy?: 'network' | 'reader';
    /** The network gets an address of this server that is signed and runs out, wherever the media library keeps the file. */
    readonly signed?: true;
  };
  /** Left out: nothing is posted beneath a post. */
  readonly replies?: ReplyRules;
  /** Left out: no video goes there. */
  readonly video?: VideoRules;
  /** How the page is shown: as a card beside the text, as an address inside it, or not at all. */
  readonly link: 'card' | 'field' | 'none';
  readonly title?: { readonly required: boolean; readonly graphemes?: Limit };
  readonly description?: { readonly graphemes?: Limit };
  /** For e-mail: the subject; longer ones are cut by most programs. */
  readonly subject?: { readonly required: boolean; readonly graphemes: Limit; readonly advised: Limit };
  readonly preheader?: { readonly advised: Limit };
  /** How many posts an account may make in a time (milliseconds). */
  readonly quota?: { readonly posts: number; readonly within: number; readonly source: string };
  /** What the network bills for one post, and for one with an address in it, in hundredths of the currency. */
  readonly price?: {
    readonly perPost: number;
    readonly withLink?: number;
    readonly currency: Currency;
    readonly source: string;
    /** It bills for looking at posts as well. */
    readonly billsReads?: boolean;
    /** A correction is a post of its own, and billed like one. */
    readonly billsCorrections?: boolean;
  };
  /** Whether a text has an address as the network bills it. */
  readonly isLinked?: (text: string, link: string | null) => boolean;
}

/** How long the text may be, beside so many pictures, in what the channel counts characters by; undefined: as long as you like. */
export const textLimitOf = ({ text }: Pick<ChannelRules, 'text'>, pictures: number): Limit | undefined =>
  (pictures > 0 ? text.withPictures : undefined) ?? text.characters ?? text.graphemes;

/** The proportions that a channel shows whole; none where it shows no pictures that we make. */
export function shapesFor({
  pictures: { max, bytes, frame, limits },
}: Pick<ChannelRules, 'pictures'>): Proportion[] {
  const shown = frame?.ratio ?? limits?.ratio;
  if (max === 0 || !bytes) return [];
  return proportionNames.filter(
    (name) => !shown || (proportions[name] >= shown.min && proportions[name] <= shown.max),
  );
}
