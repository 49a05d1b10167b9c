import type { Hash } from './line';
import type { ChainPoint } from './schema';

/** Before the first row. */
export const genesis: ChainPoint = { number: 0, hash: '0'.repeat(64) };

/** The row after a place in the chain: its number and the hash that binds it to everything before. */
export const linkAfter = (before: ChainPoint, digest: string, hash: Hash): ChainPoint => ({
  number: before.number + 1,
  hash: hashOf(before.hash, before.number + 1, digest, hash),
});

export const hashOf = (previous: string, number: number, digest: string, hash: Hash): string =>
  hash(`${previous}\n${number}\n${digest}`);

/** Links rows in the order in which they are given. */
export function linksAfter(before: ChainPoint, digests: readonly string[], hash: Hash): ChainPoint[] {
  let last = before;
  return digests.map((digest) => (last = linkAfter(last, digest, hash)));
}

export const pointText = ({ number, hash }: ChainPoint): string => `${number}:${hash}`;
