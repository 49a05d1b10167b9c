import type { Deed, PracticeRequest } from '../network';

interface Route {
  readonly name: keyof typeof scopesOf;
  readonly deed: Deed;
  /** Of a user, a post or a file; empty where the path has none. */
  readonly id: string;
}

const files = ['media.write'];
const reading = ['tweet.read', 'users.read'];
const writing = ['tweet.read', 'tweet.write', 'users.read'];

/** What a person has to have allowed, by docs.x.com/fundamentals/authentication/guides/v2-authentication-mapping. */
export const scopesOf = {
  ...{ me: reading, own: reading, many: reading, one: reading },
  ...{ upload: files, describe: files, begin: files, append: files, finish: files, status: files },
  ...{ create: writing, delete: writing },
} as const;

const routes: readonly (readonly [how: RegExp, name: Route['name'], deed: Deed])[] = [
  [/^GET \/2\/users\/me$/, 'me', 'read'],
  [/^GET \/2\/users\/(\d+)\/tweets$/, 'own', 'read'],
  [/^GET \/2\/tweets$/, 'many', 'read'],
  [/^GET \/2\/tweets\/(\d+)$/, 'one', 'read'],
  [/^POST \/2\/media\/upload$/, 'upload', 'upload'],
  [/^GET \/2\/media\/upload$/, 'status', 'read'],
  [/^POST \/2\/media\/upload\/initialize$/, 'begin', 'upload'],
  [/^POST \/2\/media\/upload\/(\d+)\/append$/, 'append', 'upload'],
  [/^POST \/2\/media\/upload\/(\d+)\/finalize$/, 'finish', 'upload'],
  [/^POST \/2\/media\/metadata$/, 'describe', 'upload'],
  [/^POST \/2\/tweets$/, 'create', 'publish'],
  [/^DELETE \/2\/tweets\/(\d+)$/, 'delete', 'publish'],
];

export function routeOf({ method, url }: PracticeRequest): Route | null {
  for (const [how, name, deed] of routes) {
    const match = how.exec(`${method} ${url.pathname}`);
    if (match) return { name, deed, id: match[1] ?? '' };
  }
  return null;
}
