/** A pattern of a pack, read: what it is made of, with the flags that hold at each part. */
export type PatternNode =
  | { readonly kind: 'char'; readonly code: number; readonly i: boolean }
  /** Any character; without `all` not the end of a line. */
  | { readonly kind: 'any'; readonly all: boolean }
  | {
      readonly kind: 'set';
      readonly negated: boolean;
      readonly items: readonly SetItem[];
      readonly i: boolean;
    }
  | { readonly kind: 'edge'; readonly at: Edge }
  /** `index` is the number of the capture, null where nothing is captured. */
  | { readonly kind: 'group'; readonly index: number | null; readonly body: PatternNode }
  | { readonly kind: 'atomic'; readonly body: PatternNode }
  | { readonly kind: 'look'; readonly ahead: boolean; readonly negated: boolean; readonly body: PatternNode }
  | { readonly kind: 'back'; readonly index: number; readonly i: boolean }
  | {
      readonly kind: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
      readonly body: PatternNode;
    }
  | { readonly kind: 'seq'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly options: readonly PatternNode[] };

/** Where an edge stands. `before-last-break` is `\Z`: the end, or before a line break at the end. */
export type Edge = 'start' | 'end' | 'line-start' | 'line-end' | 'before-last-break' | 'word' | 'inside-word';

export type SetItem =
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'class'; readonly name: 'd' | 'w' | 's'; readonly negated: boolean }
  | { readonly kind: 'property'; readonly name: string; readonly negated: boolean };

/** A read pattern, and how many captures it has. */
export interface Pattern {
  readonly node: PatternNode;
  readonly captures: number;
}

export type PatternReading =
  | { readonly ok: true; readonly value: Pattern }
  | { readonly ok: false; readonly message: string; readonly at: number };

export interface Flags {
  i: boolean;
  m: boolean;
  s: boolean;
  x: boolean;
}
