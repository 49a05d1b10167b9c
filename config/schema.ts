import { z } from 'zod';

/** The plugin's options in `config/plugins.ts`. Every option has a default, so `{ enabled: true }` is enough. */
export const configSchema = z.strictObject({
  engine: z
    .strictObject({
      enabled: z.boolean().default(true),
      /** Milliseconds between two looks for due work. */
      pollEvery: z.int().min(100).max(60_000).default(1_000),
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
