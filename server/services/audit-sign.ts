import type { AuditHead } from '../../src/governance/audit/schema';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { Audit } from './audit';
import type { AuditChain } from './audit-chain';
import { noAuditKey } from './audit-refusals';

interface Deps {
  readonly audit: Pick<Audit, 'record'>;
  readonly chain: Pick<AuditChain, 'settle' | 'sign'>;
}

/**
 * Takes the end of the record as it stands for ours, whoever wrote it, and writes down that somebody did: needed once after
 * the encryption key was set or changed.
 */
export const auditSign =
  ({ audit, chain }: Deps) =>
  async (actor: Actor): Promise<Result<AuditHead>> => {
    const head = await chain.sign();
    if (!head) return fail(noAuditKey);
    await audit.record({ kind: 'audit.sign', actor, details: { number: head.number, hash: head.hash } });
    await chain.settle();
    return ok(head);
  };
