import { webUrl } from '../fields';

/** A web address that is a secret as a whole: whoever has it may post. `path` is how the part behind the server has to look. */
export const secretUrl = (path: RegExp, says: string) =>
  webUrl.max(500).refine((url) => path.test(url.replace(/^https?:\/\/[^/]+/i, '')), { message: says });

/** The part of it that messages may name. */
export const hostOfSecret = (url: string): string => /^https?:\/\/([^/]+)/i.exec(url)?.[1] ?? '';
