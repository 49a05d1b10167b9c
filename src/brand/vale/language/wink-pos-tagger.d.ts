declare module 'wink-pos-tagger' {
  /** Makes a tagger; the word list is read in the same go. */
  const posTagger: () => {
    tagRawTokens(tokens: readonly string[]): readonly { readonly value: string; readonly pos?: string }[];
  };
  export default posTagger;
}
