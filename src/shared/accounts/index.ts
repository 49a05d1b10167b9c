import { z } from 'zod';

/** How an account is written, and what people paste in its place: the address of its profile. */
interface Written {
  readonly handle: RegExp;
  readonly example: string;
  readonly page: RegExp;
  /** The handle that such an address names. */
  readonly of?: (found: RegExpExecArray) => string;
  readonly isLower?: boolean;
}

const server = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,8}[a-z][a-z0-9-]{0,61}[a-z0-9]';

const written = {
  bluesky: {
    handle: new RegExp(`^${server}$`, 'i'),
    example: 'mill.bsky.social',
    page: /^https?:\/\/bsky\.app\/profile\/([^/?#]+)/i,
    isLower: true,
  },
  mastodon: {
    handle: new RegExp(`^[a-z0-9_]+(?:[.-][a-z0-9_]+)*@${server}$`, 'i'),
    example: 'mill@mastodon.social',
    page: /^https?:\/\/([^/?#]+)\/@([^/?#@]+)(?:[/?#]|$)/i,
    of: ([, host = '', user = '']) => `${user}@${host}`,
  },
  instagram: {
    handle: /^[a-z0-9._]{1,30}$/i,
    example: 'mill_florian',
    page: /^https?:\/\/(?:www\.)?instagram\.com\/([^/?#]+)/i,
  },
  threads: {
    handle: /^[a-z0-9._]{1,30}$/i,
    example: 'mill_florian',
    page: /^https?:\/\/(?:www\.)?threads\.(?:com|net)\/@([^/?#]+)/i,
  },
  x: {
    handle: /^[a-z0-9_]{1,15}$/i,
    example: 'mill_florian',
    page: /^https?:\/\/(?:www\.|mobile\.)?(?:x|twitter)\.com\/([^/?#]+)/i,
  },
  telegram: {
    handle: /^[a-z][a-z0-9_]{3,31}$/i,
    example: 'mill_florian',
    page: /^https?:\/\/(?:t|telegram)\.me\/([^/?#]+)/i,
  },
  linkedin: {
    handle: /^urn:li:(?:organization|person):[\w-]{1,100}$/,
    example: 'urn:li:organization:2414183',
    page: /^(?:https?:\/\/(?:www\.)?linkedin\.com\/company\/)?(\d{1,20})(?:[/?#]|$)/i,
    of: ([, id = '']) => `urn:li:organization:${id}`,
  },
} as const satisfies Record<string, Written>;

/** Networks on which a post names an account so that its owner hears of it. */
export type MentionNetwork = keyof typeof written;
export const mentionNetworks = Object.keys(written) as readonly MentionNetwork[];

/** How an account is written there, to show people. */
export const exampleAccount = (network: MentionNetwork): string => written[network].example;

/** An account as posts name it, made of what people write: with or without `@`, or the address of the profile. */
const account = (network: MentionNetwork) => {
  const { handle, example, page, of, isLower = false }: Written = written[network];
  const bare = (value: string): string => {
    const found = page.exec(value);
    const name = (found ? (of?.(found) ?? found[1] ?? '') : value).replace(/^@/, '');
    return isLower ? name.toLowerCase() : name;
  };
  return z
    .string()
    .trim()
    .max(300)
    .overwrite(bare)
    .regex(handle, `Must be an account such as ${example}.`)
    .optional();
};

/** The accounts of a person or business, by network. */
export const accounts = z.object({
  bluesky: account('bluesky'),
  mastodon: account('mastodon'),
  instagram: account('instagram'),
  threads: account('threads'),
  x: account('x'),
  telegram: account('telegram'),
  /** The number of a page, or its URN: LinkedIn takes no names. */
  linkedin: account('linkedin'),
  /** How LinkedIn writes the name, where that differs: only then it links it. */
  linkedinName: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^[\]()\\]+$/, 'Must be without brackets.')
    .optional(),
} satisfies Record<MentionNetwork | 'linkedinName', z.ZodType>);
export type Accounts = Readonly<z.output<typeof accounts>>;

/** A person or business that posts can name by their account. */
export const mentionable = z.object({ name: z.string(), accounts });
export type Mentionable = Readonly<z.output<typeof mentionable>>;
