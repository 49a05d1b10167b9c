/** `cheap` as it begins a sentence. */
export const capitalised = (text: string): string =>
  text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Keeps a capital that the sentence asks for: “Cheap bread” becomes “Affordable bread”. */
export const inCaseOf = (said: string, avoid: string, prefer: string): string =>
  /^\p{Lu}/u.test(said) && /^\p{Ll}/u.test(avoid) ? capitalised(prefer) : prefer;
