import type { ChannelKind } from '../schema';

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
  readonly ratio?: { readonly min: number; readonly max: number; readonly source: string };
  /** Bytes of the file as it lies in the media library. */
  readonly weight?: Limit;
  /** Whether pictures that move also move there. */
  readonly moving?: { readonly shown: boolean; readonly source: string };
}

/** How a network counts addresses that stand in the text: all of them as one length. */
export interface InlineLinks {
  readonly length: number;
  readonly source: string;
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
    readonly utf8Bytes?: Limit;
    /** Where the page has no place beside the text: its address goes behind it. */
    readonly inlineLinks?: InlineLinks;
  };
  readonly pictures: {
    readonly max: number;
    /** A picture without alt text is an `error`, a `warning`, or fine. */
    readonly alt: 'required' | 'advised' | 'none';
    readonly altGraphemes?: Limit;
    readonly bytes?: Limit;
    readonly limits?: PictureLimits;
    /** Who loads pictures by their address, where they are not handed over: the network, or whoever reads it. */
    readonly loadedBy?: 'network' | 'reader';
  };
  /** How the page is shown: as a card beside the text, as an address inside it, or not at all. */
  readonly link: 'card' | 'field' | 'none';
  readonly title?: { readonly required: boolean; readonly graphemes?: Limit };
  readonly description?: { readonly graphemes?: Limit };
  /** For e-mail: the subject; longer ones are cut by most programs. */
  readonly subject?: { readonly required: boolean; readonly graphemes: Limit; readonly advised: Limit };
  readonly preheader?: { readonly advised: Limit };
  /** How many posts an account may make in a time (milliseconds). */
  readonly quota?: { readonly posts: number; readonly within: number; readonly source: string };
  /** What the network bills for one post, in the smallest unit of the currency. */
  readonly price?: { readonly perPost: number; readonly currency: string; readonly source: string };
}
