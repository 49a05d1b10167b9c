/** What stands first in a chain and is not empty fills in: the name of a placeholder, or words. */
export type Operand =
  { readonly kind: 'name'; readonly name: string } | { readonly kind: 'words'; readonly words: string };

export type Argument =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'chain'; readonly chain: readonly Operand[] };

export interface Placeholder {
  readonly kind: 'placeholder';
  readonly chain: readonly Operand[];
  readonly filters: readonly Applied[];
}

/** A filter as it stands in a template. */
export interface Applied {
  readonly name: string;
  readonly arguments: readonly Argument[];
}

/** Words as they stand, or a place that is filled in. */
export type Segment = { readonly kind: 'words'; readonly words: string } | Placeholder;
export type Line = readonly Segment[];

/** What a placeholder holds. */
export interface Value {
  readonly text: string;
  /** Cut nowhere: it stands whole or not at all. */
  readonly isWhole: boolean;
  /** It is shortened before others. */
  readonly givesWay?: boolean;
}
