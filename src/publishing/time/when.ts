import { z } from 'zod';

/** Now, or a time on a wall clock somewhere. `choice` answers for a clock time that comes twice or never. */
const clockTimes = [
  z.object({ kind: z.literal('now') }),
  z.object({
    kind: z.literal('at'),
    /** `2026-11-22T09:30`, as the clock in `zone` shows it. */
    local: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'must be a local time such as 2026-11-22T09:30'),
    /** IANA name such as `Europe/Berlin`. */
    zone: z.string().min(1).max(64),
    /** Of a time that the clocks show twice or skip: the earlier or the later of the two instants. */
    choice: z.enum(['earlier', 'later']).optional(),
  }),
] as const;
const clockTime = z.discriminatedUnion('kind', clockTimes);
export type ClockTime = z.output<typeof clockTime>;

/** The longest that something may be sent after the website, in minutes: four weeks. */
export const longestAfter = 28 * 24 * 60;

/** When something is to go out: a time, the next free slot of its channel, or so long after the website is live. */
export const when = z.discriminatedUnion('kind', [
  ...clockTimes,
  z.object({ kind: z.literal('slot') }),
  z.object({ kind: z.literal('after'), minutes: z.int().min(1).max(longestAfter) }),
]);
export type When = z.output<typeof when>;

/** One of the instants that an ambiguous local time can mean; sent in `details.choices` of a refusal. */
export interface TimeChoice {
  readonly choice: 'earlier' | 'later' | 'now';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** With offset, for a person: `2026-03-29T03:30+02:00`. */
  readonly shown: string;
}
