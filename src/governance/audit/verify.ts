import { hashOf } from './chain';
import { digestOf, type Hash, type Line } from './line';
import type { AuditBreak, AuditHead, BreakCode, ChainPoint } from './schema';

/** A row of the chain as the database holds it. */
export interface ChainRow extends Line {
  readonly digest: string | null;
  readonly number: number;
  readonly hash: string | null;
}

/** Either the place that was reached, or what is wrong there. */
export type Followed =
  { readonly point: ChainPoint; readonly broken: null } | { readonly broken: AuditBreak };

/** One row further: whether this row is the one that follows a place in the chain, and says what was written. */
function follow(before: ChainPoint, row: ChainRow, hash: Hash): Followed {
  const expected = before.number + 1;
  if (row.number > expected) return { broken: missing(expected, row.number - 1) };
  if (row.number < expected) return { broken: broken('twice', row) };
  if (row.digest === null || digestOf(row, hash) !== row.digest) return { broken: broken('changed', row) };
  if (hashOf(before.hash, expected, row.digest, hash) !== row.hash) return { broken: broken('moved', row) };
  return { point: { number: expected, hash: row.hash }, broken: null };
}

/** Rows in the order of their numbers, as far as they follow each other. */
export function followAll(before: ChainPoint, rows: Iterable<ChainRow>, hash: Hash): Followed {
  let point = before;
  for (const row of rows) {
    const next = follow(point, row, hash);
    if (next.broken) return next;
    point = next.point;
  }
  return { point, broken: null };
}

/** What the head says against where the rows end. `isForged`: its signature is not ours. */
export function endBreak(last: ChainPoint, head: AuditHead | null, isForged: boolean): AuditBreak | null {
  if (!head) return last.number === 0 ? null : bare('head-gone', last.number);
  if (head.number > last.number) return cutOff(last.number + 1, head.number);
  if (head.number < last.number) return bare('added', head.number + 1);
  if (head.hash !== last.hash) return bare('rewritten', last.number);
  return isForged ? bare('head-forged', null) : null;
}

/** What is wrong with no row at all. */
export const bare = (code: keyof typeof sentences, number: number | null): AuditBreak => ({
  code,
  number,
  row: null,
  message: sentences[code](number ?? 0),
});

/** What is wrong with a row as it stands there. */
export const broken = (
  code: Extract<BreakCode, keyof typeof sentences>,
  row: Line & { readonly number: number | null },
): AuditBreak => ({
  code,
  number: row.number,
  row: rowOf(row),
  message: sentences[code](row.number ?? 0),
});

/** What a report says of a row. */
export const rowOf = ({ key, at, kind, person, entry }: Line): NonNullable<AuditBreak['row']> => ({
  key,
  at,
  kind,
  person,
  entry,
});

const restore =
  'Compare with a backup or an export from before, find out who could write to the database, and keep this report.';

const sentences = {
  changed: (n: number) => `Row ${n} was changed after it was written. ${restore}`,
  moved: (n: number) =>
    `Row ${n} does not follow from the row before it: one of the two was replaced, or their order was changed. ${restore}`,
  twice: (n: number) => `There is a second row ${n}: somebody added one. ${restore}`,
  added: (n: number) =>
    `The rows from ${n} on are not part of the signed record: somebody added them. ${restore}`,
  rewritten: (n: number) =>
    `The record was rewritten: its last row ${n} is not the one that was signed. ${restore}`,
  'head-gone': (n: number) =>
    `The signed end of the record is gone, while there are rows up to ${n}. ${restore}`,
  'head-forged': () =>
    `The end of the record does not carry our signature: somebody without the encryption key wrote it, or the encryption key of Strapi was set or changed. If it was the key, run “presence audit sign”. ${restore}`,
  'checkpoint-forged': (n: number) =>
    `The rows up to ${n} were cut off without a checkpoint that carries our signature. ${restore}`,
  unlinked: () =>
    `A row stands in the record that Presence did not write, or could not link for more than a minute. Look into the log of Strapi. ${restore}`,
  'kept-differs': (n: number) =>
    `Row ${n} has another hash than the one that you kept: the record was rewritten since. ${restore}`,
} satisfies Partial<Record<BreakCode, (number: number) => string>>;

/** A gap in the numbers. */
export function missing(first: number, last: number): AuditBreak {
  const rows = first === last ? `Row ${first} is missing` : `The rows ${first} to ${last} are missing`;
  return { code: 'missing', number: first, row: null, message: `${rows}. ${restore}` };
}

function cutOff(first: number, last: number): AuditBreak {
  const rows = first === last ? `Row ${first} was` : `The rows ${first} to ${last} were`;
  return { code: 'cut-off', number: first, row: null, message: `${rows} cut off the end. ${restore}` };
}
