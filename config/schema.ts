import { z } from 'zod';

const allowed = z
  .string()
  .regex(
    /^(\[[0-9a-f:.]+\](:\d{1,5})?|[0-9a-f:]*:[0-9a-f:.]+(\/(\d{1,2}|1[01]\d|12[0-8]))?|[a-z0-9.-]+(:\d{1,5}|\/([12]?\d|3[0-2]))?)$/i,
    'must be a host, host:port, an IP address or a network such as 10.1.0.0/16',
  );

/** The plugin's options in `config/plugins.ts`. Every option has a default, so `{ enabled: true }` is enough. */
export const configSchema = z.strictObject({
  engine: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Milliseconds between two looks for due work. */
      pollEvery: z.int().min(100).max(60_000).default(1_000),
      /** Milliseconds after which another process takes over what a process that died was sending. */
      lease: z.int().min(2_000).max(600_000).default(30_000),
    })
    .prefault({}),
  outgoing: z
    .strictObject({
      /**
       * Private addresses that may be called all the same: `host`, `host:port`, an address or a network (`10.1.0.0/16`).
       * Public addresses need no entry. Holds for everything whose address a user can set: webhooks, the site and its
       * hook, a Bluesky server, SMTP.
       */
      allow: z.array(allowed).default([]),
    })
    .prefault({}),
});

export type PresenceConfig = z.output<typeof configSchema>;

/** The filled config; throws one message that lists every problem with its path. */
export function parseConfig(input: unknown): PresenceConfig {
  const parsed = configSchema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `  - ${['presence', ...issue.path].join('.')}: ${issue.message}`,
  );
  throw new Error(
    `The configuration of the Presence plugin (config/plugins) has ${problems.length} problem(s):\n${problems.join('\n')}`,
  );
}
