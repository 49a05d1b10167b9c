import { genesis } from '../../src/governance/audit/chain';
import { footerLine, headerLine, rowLine } from '../../src/governance/audit/export';
import type { AuditHead } from '../../src/governance/audit/schema';
import { exportText } from '../../src/governance/audit/signed';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { AuditChainStore } from '../stores/audit-chain';
import type { Audit } from './audit';
import type { AuditChain } from './audit-chain';
import { noAuditKey } from './audit-refusals';
import type { Signer } from './audit-signer';

interface Deps {
  readonly store: Pick<AuditChainStore, 'head' | 'from' | 'checkpoint'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly chain: Pick<AuditChain, 'settle'>;
  readonly signer: Signer | null;
  /** SHA-256 of what is added piece by piece. */
  readonly digest: () => { add(text: string): void; hex(): string };
  readonly now: () => number;
}

const pageSize = 1_000;

export type AuditExport = ReturnType<typeof auditExport>;

/** The whole record as lines of JSON, signed at the end. `scripts/verify-audit.mjs` checks one without Strapi. */
export function auditExport({ store, audit, chain, signer, digest, now }: Deps) {
  async function* lines(head: AuditHead, { publicKey, sign }: Signer): AsyncGenerator<string> {
    const sum = digest();
    const said = (line: string): string => {
      sum.add(`${line}\n`);
      return `${line}\n`;
    };
    const checkpoint = await store.checkpoint();
    const { number, hash } = checkpoint ?? genesis;
    let last = { number, hash };
    let count = 0;
    yield said(headerLine({ at: now(), after: last, publicKey, checkpoint }));
    let rows = await store.from(number + 1, 0, pageSize, head.number);
    for (let end = rows.at(-1); end; end = rows.at(-1)) {
      yield rows.map((row) => said(rowLine(row))).join('');
      count += rows.length;
      last = { number: end.number, hash: end.hash ?? '' };
      rows = await store.from(end.number, end.id, pageSize, head.number);
    }
    const sha256 = sum.hex();
    const signature = sign(exportText({ count, ...last, sha256 }));
    yield `${footerLine({ count, last, head, sha256, signature })}\n`;
  }

  /** Writes down that it is taken, then gives it piece by piece; nothing is held in memory. */
  return async (actor: Actor): Promise<Result<AsyncGenerator<string>>> => {
    if (!signer) return fail(noAuditKey);
    await audit.record({ kind: 'audit.export', actor });
    await chain.settle();
    const head = await store.head();
    return head ? ok(lines(head, signer)) : fail(noAuditKey);
  };
}
