import { z } from 'zod';

/** A page of a list, and where the next one begins. */
export interface Listed<T> {
  readonly found: readonly T[];
  readonly nextPageToken: string | undefined;
}

const nextPageToken = z.string().min(1).optional();
const absent = z.never().optional();

/**
 * What Google says yes with, whatever it adds to it one day. One that speaks of an error is none: Google answers errors with another
 * status, so it is somebody else's.
 */
export const saidYes = z.looseObject({ error: absent, errors: absent });

/**
 * A list as Google gives it: one that is empty is left out of the answer, so an answer without it is an empty list, unless it says
 * something else: an error, or things in a list of another name.
 */
export const listOf = <T>(name: string, item: z.ZodType<T>): z.ZodType<Listed<T>> =>
  z.union([
    z.object({ [name]: z.array(item), nextPageToken }).transform((answer) => ({
      found: answer[name] as T[],
      nextPageToken: answer['nextPageToken'] as string | undefined,
    })),
    saidYes
      .extend({ [name]: absent, nextPageToken, totalSize: z.int().optional() })
      .refine((answer) => !Object.values(answer).some(hasThings))
      .transform((answer) => ({
        found: [] as T[],
        nextPageToken: answer['nextPageToken'] as string | undefined,
      })),
  ]);

const hasThings = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
