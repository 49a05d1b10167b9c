import { z } from 'zod';

/** What a sentence names, so that it can be said in other languages by its code: numbers, names and times (milliseconds since 1970). */
export const toldValues = z.record(z.string(), z.union([z.string(), z.number()]));
export type ToldValues = z.output<typeof toldValues>;

/** A sentence of the brand check as key and values. */
export const toldWords = z.object({ key: z.string(), values: toldValues.optional() });
export type ToldWords = z.output<typeof toldWords>;
