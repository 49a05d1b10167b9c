/** What a refusal means to the caller; `server/errors.ts` turns each into the matching HTTP answer. */
export type Category =
  | 'invalid'
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable';

/** One code: what it means to the caller, and to a person. */
export interface CodeEntry {
  readonly category: Category;
  /** When it happens and what to do, in one or two sentences for a person; the reference page is made of these. */
  readonly means: string;
}
