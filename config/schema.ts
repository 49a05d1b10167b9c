import { z } from 'zod';
import { appShapes } from '../src/channels/connect/apps';

const allowed = z
  .string()
  .regex(
    /^(\[[0-9a-f:.]+\](:\d{1,5})?|[0-9a-f:]*:[0-9a-f:.]+(\/(\d{1,2}|1[01]\d|12[0-8]))?|[a-z0-9.-]+(:\d{1,5}|\/([12]?\d|3[0-2]))?)$/i,
    'must be a host, host:port, an IP address or a network such as 10.1.0.0/16',
  );

const redisUrl = z.url({ protocol: /^rediss?$/, error: 'must be a URL such as redis://127.0.0.1:6379' });
const redisParts = z.strictObject(
  {
    host: z.string().min(1),
    port: z.int().min(1).max(65_535).default(6379),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    db: z.int().min(0).default(0),
    tls: z.boolean().default(false),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'must be a URL or { host, port, … }' : undefined) },
);
/** Where Redis is. A URL may carry user, password and database number: `rediss://user:secret@redis.example.com:6380/2`. */
const redis = z.unknown().transform((input, context) => {
  // By its form and not as a union, so that a problem names the very option.
  const parsed = (typeof input === 'string' ? redisUrl : redisParts).safeParse(input);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues)
    context.issues.push({ code: 'custom', path, message, input });
  return z.NEVER;
});
export type RedisAddress = z.output<typeof redis>;

const engine = z
  .strictObject({
    /** Whether this process sends what is due. */
    enabled: z.boolean().default(true),
    /** Who spreads the work: each process by itself from the database, or BullMQ on Redis over all of them. */
    kind: z.enum(['embedded', 'bullmq']).default('embedded'),
    redis: redis.optional(),
    /** What every key in Redis begins with. Two sites may share one Redis; a copy of a database needs another prefix. */
    prefix: z
      .string()
      .regex(/^[a-z0-9_-]{1,40}$/i, 'must be 1 to 40 letters, digits, _ or -')
      .default('presence'),
    /** Milliseconds between two looks for due work. */
    pollEvery: z.int().min(100).max(60_000).default(1_000),
    /** Milliseconds after which another process takes over what a process that died was sending. */
    lease: z.int().min(2_000).max(600_000).default(30_000),
  })
  .refine(({ kind, redis: address }) => kind === 'embedded' || address !== undefined, {
    path: ['redis'],
    error: 'is needed with kind "bullmq": a URL such as redis://127.0.0.1:6379, or { host, port, … }',
  });

const path = z.string().min(1);

/** Reading the text in pictures, by tesseract.js, which the app has to have: `npm install tesseract.js @tesseract.js-data/eng`. */
const ocr = z.strictObject({
  enabled: z.boolean().default(false),
  /** Codes of Tesseract (`eng`, `deu`, `fra`); each needs its package `@tesseract.js-data/<code>`. Nothing is downloaded. */
  languages: z
    .array(z.string().regex(/^[a-z]{3}(_[a-z]{3,5})?$/, 'must be a code of Tesseract such as eng or deu'))
    .min(1)
    .max(5)
    .default(['eng']),
});

const brand = z.strictObject({
  /** JSON file with a brand, several, or a kit alone: `./presence/brand.json`. Read at every start; the admin shows it and does not change it. */
  file: path.optional(),
  /** Folder with Vale packs, each a folder or a zip: `./presence/packs`. Read at every start, beside those that people upload. */
  packs: path.optional(),
  /** Hunspell dictionaries by language, for spelling: `{ de: { aff: './presence/de.aff', dic: './presence/de.dic' } }`. That of English is there. */
  dictionaries: z.record(z.string().min(2).max(35), z.strictObject({ aff: path, dic: path })).default({}),
  /** Text in pictures: off unless switched on. */
  ocr: ocr.prefault({}),
});
export type BrandPaths = z.output<typeof brand>;

/** The plugin's options in `config/plugins.ts`. Every option has a default, so `{ enabled: true }` is enough. */
export const configSchema = z.strictObject({
  engine: engine.prefault({}),
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
  /** Apps by which channels are connected, by kind. One that is not here can be entered in the admin panel; without either a token is entered by hand. The secret belongs into the environment. */
  connect: z
    .strictObject({
      linkedin: appShapes.linkedin.optional(),
      'google-business': appShapes['google-business'].optional(),
      pinterest: appShapes.pinterest.optional(),
      x: appShapes.x.optional(),
      facebook: appShapes.facebook.optional(),
      instagram: appShapes.instagram.optional(),
      threads: appShapes.threads.optional(),
    })
    .prefault({}),
  /** Folder with workflows as JSON files, from the app's root: `./presence/workflows`. They are read at every start. */
  workflows: z.string().min(1).optional(),
  /** Files that say what the brand is. Paths are from the app's root. */
  brand: brand.prefault({}),
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
