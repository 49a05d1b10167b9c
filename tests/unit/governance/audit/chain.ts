import { createHash } from 'node:crypto';
import { genesis, linkAfter } from '../../../../src/governance/audit/chain';
import { digestOf, lineOf, type Hash, type Line } from '../../../../src/governance/audit/line';
import type { ChainRow } from '../../../../src/governance/audit/verify';

export const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');

/** A line of Rosa's, but for what the case is about. */
export const line = (part: Partial<Parameters<typeof lineOf>[0]> = {}): Line =>
  lineOf({
    key: 'k',
    at: 1_000,
    kind: 'publish',
    by: { kind: 'user', id: '1', name: 'Rosa' },
    from: { way: 'admin', place: 'abc' },
    entry: 'api::article.article|abc|en',
    seal: 'f'.repeat(64),
    details: { loaf: 1 },
    ...part,
  });

/** Lines as rows of a chain, from a place on. */
export function chainOf(lines: readonly Line[], after = genesis): ChainRow[] {
  let last = after;
  return lines.map((one) => {
    const digest = digestOf(one, hash);
    last = linkAfter(last, digest, hash);
    return { ...one, digest, ...last };
  });
}

/** So many different lines. */
export const lines = (count: number): Line[] =>
  Array.from({ length: count }, (_, n) => line({ key: `k${n + 1}`, at: 1_000 + n, details: { loaf: n } }));
