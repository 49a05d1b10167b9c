import { canonicalJson } from '../../content/canonical';
import type { AuditRow } from './schema';

/** SHA-256 of the text's UTF-8 bytes in 64 lower-case hex digits. */
export type Hash = (text: string) => string;

/** A row as the database holds it: what is JSON is text, so that what is hashed is what is stored, letter by letter. */
export interface Line {
  readonly key: string;
  readonly at: number;
  readonly kind: string;
  readonly person: string;
  readonly by: string;
  readonly origin: string;
  readonly entry: string | null;
  readonly seal: string | null;
  readonly details: string;
}

/** Raised when the form changes; a row says by its digest which form it was written in. */
const form = 1;

/** A row before it is part of the chain, as texts. */
export const lineOf = ({
  by,
  from,
  details,
  ...rest
}: Omit<AuditRow, 'number' | 'hash' | 'person'>): Line => ({
  ...rest,
  person: `${by.kind}:${by.id}`,
  by: canonicalJson(by),
  origin: canonicalJson(from),
  details: canonicalJson(details),
});

/** What a row says, in one text: a JSON list, because two rows that say different things must never give the same text. */
export const contentOf = ({ key, at, kind, person, by, origin, entry, seal, details }: Line): string =>
  JSON.stringify([form, key, at, kind, person, by, origin, entry, seal, details]);

/** The digest of a row: SHA-256 over what it says. Written with the row, in the transaction of the act. */
export const digestOf = (line: Line, hash: Hash): string => hash(contentOf(line));
