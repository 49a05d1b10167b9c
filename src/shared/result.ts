import type { Code } from './codes';

/** Why something was refused: a stable code, a sentence for a person, and the place where it happened. */
export interface Problem {
  readonly code: Code;
  /** Says place, value, what is allowed and what to do next. */
  readonly message: string;
  /** Path of the value at fault, in dots and brackets: `copies[0].text`. */
  readonly path?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A refusal that a user can cause is a value; only a bug throws. */
export type Result<T, E = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = <E>(error: E): Result<never, E> => ({ ok: false, error });
