/** Formats of videos, by what their own header says. */
export const videoFormats = ['mp4', 'mov', 'webm'] as const;
export type VideoFormat = (typeof videoFormats)[number];

/** One limit and where it is written. */
interface Most {
  readonly max: number;
  readonly source: string;
}

/** What a channel takes of a video. A file is sent as it lies in the media library, so what does not fit is refused before it is sent. */
export interface VideoRules {
  readonly formats: { readonly names: readonly VideoFormat[]; readonly source: string };
  /** Codecs of the picture, as `VideoFacts` names them; absent: whatever the format holds. */
  readonly codecs?: { readonly names: readonly string[]; readonly source: string };
  /** Bytes of the file. */
  readonly bytes: Most & { readonly min?: number };
  readonly seconds?: { readonly min?: number; readonly max?: number; readonly source: string };
  /** Width to height, as it is shown. */
  readonly ratio?: { readonly min: number; readonly max: number; readonly source: string };
  /** Pixels of the longer side. */
  readonly side?: Most;
  /** The network loads it from an address of this server that is signed and runs out; left out: it is handed over. */
  readonly loadedBy?: 'network';
  /** A video without alt text is an `error`, a `warning`, or fine. */
  readonly alt: 'required' | 'advised' | 'none';
  readonly altGraphemes?: Most;
}
