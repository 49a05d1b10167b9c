import { z } from 'zod';

const pattern = z.email().max(254);

/**
 * The one spelling of an e-mail address under which a person is kept; null where it is none. All in small letters
 * (mail providers do not tell `Rosa@` from `rosa@`, and databases disagree whether they do), the domain in ASCII.
 * `asciiOf` turns a domain such as `bäckerei.de` into `xn--bckerei-5wa.de` (UTS 46), and gives '' where it is none.
 */
export function addressOf(text: string, asciiOf: (domain: string) => string): string | null {
  const trimmed = text.trim().normalize('NFC');
  const at = trimmed.lastIndexOf('@');
  if (at < 1 || /[\p{Cc}\s]/u.test(trimmed)) return null;
  const domain = asciiOf(trimmed.slice(at + 1));
  const address = `${trimmed.slice(0, at)}@${domain}`.toLowerCase();
  return pattern.safeParse(address).success ? address : null;
}

/** Text for a mail header or a log line: one line, no control characters, so that nobody can add a header of their own. */
export const lineOf = (text: string): string => text.replace(/[\p{Cc}\p{White_Space}]+/gu, ' ').trim();
