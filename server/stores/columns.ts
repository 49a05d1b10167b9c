import { z } from 'zod';

/** A text column that holds JSON: text, because the three databases hand JSON columns back in three ways. */
export const jsonText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** A column that is empty where there is nothing, as in rows from before it was there. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  z.union([z.null(), z.undefined(), schema]).transform((value) => value ?? null);
