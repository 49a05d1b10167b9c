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

interface Entry {
  readonly category: Category;
  /** When it happens and what to do, in one or two sentences for a person; the reference page is made of these. */
  readonly means: string;
}

const list = {
  'request.invalid': {
    category: 'invalid',
    means:
      'A value in the request does not have the expected form. The message names the field and what is allowed.',
  },
  'entry.not-found': {
    category: 'not-found',
    means: 'The entry does not exist, or not in this language. It may have been deleted: reload the page.',
  },
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof list;

/**
 * Every code that Presence answers with. Codes are stable: they are never renamed or reused.
 * The page `docs/reference/codes.md` is generated from this list.
 */
export const codes: Readonly<Record<Code, Entry>> = list;
