import { z } from 'zod';

/** A page of a list, and where the next one begins. */
export interface Listed<T> {
  readonly found: readonly T[];
  readonly nextPageToken: string | undefined;
}

const nextPageToken = z.string().min(1).optional();

/**
 * A list as Google gives it: one that is empty is left out of the answer, so an answer without it is a list only where nothing else is
 * in it.
 */
export const listOf = <T>(name: string, item: z.ZodType<T>): z.ZodType<Listed<T>> =>
  z.union([
    z.object({ [name]: z.array(item), nextPageToken }).transform((answer) => ({
      found: answer[name] as T[],
      nextPageToken: answer['nextPageToken'] as string | undefined,
    })),
    z
      .strictObject({ nextPageToken, totalSize: z.int().optional() })
      .transform((answer) => ({ found: [] as T[], nextPageToken: answer.nextPageToken })),
  ]);
