/// <reference path="./wink-pos-tagger.d.ts" />
/** A word with its class, as the Penn Treebank names it: `NN`, `VBD`. */
export interface TaggedWord {
  readonly text: string;
  readonly tag: string;
}

/** Says the class of each word of a sentence. */
export type Tagger = (tokens: readonly string[]) => readonly TaggedWord[];

let loading: Promise<Tagger> | null = null;

/** Loads the list of English word classes (13 MB), once, when somebody needs it. */
export function loadTagger(): Promise<Tagger> {
  loading ??= import('wink-pos-tagger').then((module) => {
    const wink = module.default();
    return (tokens) =>
      wink.tagRawTokens([...tokens]).map(({ value, pos }) => ({ text: value, tag: pos ?? pennSign(value) }));
  });
  return loading;
}

/** Signs are their own class. */
const pennSign = (text: string): string =>
  /^[.!?]+$/.test(text) ? '.' : /^[:;]|\.\.\.|--$/.test(text) ? ':' : text;
