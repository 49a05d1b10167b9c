import { z } from 'zod';
import type { Corrected, Outcome, Recalled, Remote } from '../channel';
import { counts, testReport } from '../schema';

/** What the adapter of an app may answer: other code wrote it, so nothing is taken on trust. */
const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+$/, 'must be a stable code such as board.full')
  .max(80);
/** Databases take no NUL, and nobody reads more. */
const words = z.string().transform((text) => text.replaceAll('\0', '').trim().slice(0, 1_000));
const message = words.pipe(z.string().min(1));
const remoteId = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\0]*$/, 'must be without NUL');
const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .regex(/^[^\0]*$/, 'must be without NUL')
  .nullable();
const instant = z.int().min(0);
const wait = z
  .number()
  .min(0)
  .transform((ms) => Math.min(Math.ceil(ms), 30 * 86_400_000));

const report = {
  limits: z.exactOptional(
    z
      // Types of one app share no quota that we know of.
      .array(z.object({ scope: z.literal('account'), remaining: z.int().min(0), resetAt: instant }))
      .max(10),
  ),
  sent: z.exactOptional(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.int().min(0) })),
};

const outcome: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  z.object({
    ...{ kind: z.literal('delivered'), remoteId, url, note: z.exactOptional(words) },
    ...report,
  }),
  z.object({ kind: z.literal('duplicate'), remoteId, url, ...report }),
  z.object({ kind: z.literal('retry'), code, message, after: z.exactOptional(wait), ...report }),
  z.object({
    kind: z.enum(['reauthorise', 'rejected', 'parked', 'blocked', 'unknown']),
    ...{ code, message, until: z.exactOptional(instant) },
    ...report,
  }),
]);

const told = { code: z.union([code, z.literal('')]).default(''), message, sent: report.sent };
const recalled: z.ZodType<Recalled> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['recalled', 'gone', 'told', 'kept']), ...told }),
  z.object({ kind: z.literal('failed'), after: z.exactOptional(wait), ...told }),
]);
const corrected: z.ZodType<Corrected> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['corrected', 'gone', 'kept']), ...told }),
  z.object({ kind: z.literal('failed'), after: z.exactOptional(wait), ...told }),
]);
const found: z.ZodType<Remote | null> = z.object({ remoteId, url }).nullable();

export const ownAnswers = {
  test: testReport.extend({
    message,
    found: z
      .array(z.object({ label: words, value: words }))
      .transform((all) => all.slice(0, 20))
      .default([]),
  }),
  deliver: outcome,
  find: found,
  recall: recalled,
  correct: corrected,
  counts: z.map(z.string(), counts),
};

const able = <Made>(message: string) => z.custom<Made>((value) => typeof value === 'function', message);
type Ask = (...asked: readonly unknown[]) => unknown;
const needed = able<Ask>('must be a function');
const mayBe = needed.optional();

/** The adapter that an app made of the tools. */
export const ownAdapter = z
  .object({
    inDoubt: z.enum(['look', 'send', 'ask']),
    test: needed,
    deliver: needed,
    find: mayBe,
    recall: mayBe,
    correct: mayBe,
    counts: mayBe,
  })
  .refine(({ inDoubt, find }) => inDoubt !== 'look' || find !== undefined, {
    path: ['find'],
    message: 'must be a function, because inDoubt is "look"',
  })
  .refine(({ inDoubt, find }) => inDoubt === 'look' || find === undefined, {
    path: ['find'],
    message: 'is only asked where inDoubt is "look"',
  });
export type OwnAdapter = z.output<typeof ownAdapter>;
