import type { ChainRow } from '../../src/governance/audit/verify';

/** A row of the record as the driver gives it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** A row that is in the table and not yet in the chain. */
export type Unlinked = Omit<ChainRow, 'number' | 'hash'> & { readonly id: number };

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const maybe = (value: unknown): string | null => (typeof value === 'string' ? value : null);

// By hand: a schema for each of a hundred thousand rows would cost more than their hashes.
export const unlinkedOf = (row: StoredRow): Unlinked => ({
  id: Number(row['id']),
  key: text(row['key']),
  at: Number(row['at']),
  kind: text(row['kind']),
  person: text(row['person']),
  by: text(row['by']),
  origin: text(row['origin']),
  entry: maybe(row['entry']),
  seal: maybe(row['seal']),
  details: text(row['details']),
  digest: maybe(row['digest']),
});

export const chainRowOf = (row: StoredRow): ChainRow & { readonly id: number } => ({
  ...unlinkedOf(row),
  number: Number(row['number']),
  hash: maybe(row['hash']),
});
