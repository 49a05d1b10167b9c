import { fail, ok, type Result } from '../../../shared/result';

/** What was found out about how long a pattern takes, as far as it is read here. */
export type Judgement =
  | { readonly kind: 'safe' }
  /** `length` of a text, in characters, on which it takes longer than anybody waits. */
  | { readonly kind: 'exponential'; readonly length: number | null }
  | { readonly kind: 'polynomial'; readonly degree: number }
  /** Nobody could tell in time. */
  | { readonly kind: 'unknown' };

/** The pattern as JavaScript reads it; the sentence names what is wrong where it is none. */
export function compiled(pattern: string, ignoreCase: boolean): Result<RegExp> {
  try {
    return ok(new RegExp(pattern, flagsOf(ignoreCase)));
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : '';
    return fail({
      code: 'brand.pattern-invalid',
      message: `“${pattern}” is no regular expression: ${why}. Correct it; a backslash before a sign takes it as it is written.`,
      path: 'pattern',
    });
  }
}

export const flagsOf = (ignoreCase: boolean): string => (ignoreCase ? 'giu' : 'gu');

/**
 * What becomes of a pattern after it was judged. One that takes twice as long for every further character is refused: no limit
 * makes it useful. One that takes longer than the text grows runs on the server only, in a worker that is stopped in time.
 */
export function verdictOf(pattern: string, judged: Judgement): Result<'linear' | 'slow'> {
  switch (judged.kind) {
    case 'safe':
      return ok('linear');
    case 'polynomial':
    case 'unknown':
      return ok('slow');
    case 'exponential':
      return fail({
        code: 'brand.pattern-too-slow',
        message: `“${pattern}” can take longer than anybody waits${
          judged.length === null ? '' : `: a text of ${judged.length} characters is enough`
        }. Each further character doubles the time. Something that repeats stands inside something that repeats, as in (a+)+; repeat only one of them.`,
        path: 'pattern',
      });
    default:
      return judged satisfies never;
  }
}
