import { cutUpTo, isCutDue, keptSince } from '../../src/governance/audit/retention';
import type { AuditCheckpoint } from '../../src/governance/audit/schema';
import { checkpointText } from '../../src/governance/audit/signed';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { AuditChainStore } from '../stores/audit-chain';
import type { Audit } from './audit';
import type { AuditChain } from './audit-chain';
import { brokenRecord, noAuditKey, noPolicy } from './audit-refusals';
import type { Signer } from './audit-signer';
import type { AuditVerify } from './audit-verify';
import type { Transaction } from './transaction';

interface Deps {
  readonly store: Pick<AuditChainStore, 'head' | 'firstSince' | 'checkpoint' | 'setCheckpoint' | 'cut'>;
  readonly audit: Pick<Audit, 'record'>;
  readonly chain: Pick<AuditChain, 'settle'>;
  readonly verify: Pick<AuditVerify, 'upTo'>;
  readonly signer: Signer | null;
  /** Years that rows are kept; null: for ever. */
  readonly years: () => Promise<number | null>;
  readonly transaction: Transaction;
  readonly now: () => number;
}

const batch = 1_000;

/** What a cut did: the checkpoint that stands for the rows that went, null where none had to go. */
export type Cut = AuditCheckpoint | null;

/** Lets rows go that are older than the policy keeps. What stays can be verified from the signed checkpoint on. */
export function auditCut(deps: Deps) {
  const { store, audit, chain, verify, signer, years, transaction, now } = deps;

  async function cut(actor: Actor): Promise<Result<Cut>> {
    if (!signer) return fail(noAuditKey);
    const since = keptSince(now(), await years());
    if (since === null) return fail(noPolicy);
    await chain.settle();
    const [head, before] = [await store.head(), await store.checkpoint()];
    const last = cutUpTo({
      firstKept: await store.firstSince(since),
      head: head?.number ?? 0,
      checkpoint: before?.number ?? 0,
    });
    if (last === null) return ok(null);
    // What was changed must not be made to disappear: only rows that are as they were written may go.
    const walked = await verify.upTo(last);
    if (walked.broken) return fail(brokenRecord(walked.broken));
    const { number, hash } = walked.point;
    const point = { number, hash, at: now(), rows: number - (before?.number ?? 0) };
    const checkpoint = { ...point, signature: signer.sign(checkpointText(point)) };
    const isSet = await transaction(async () => {
      if (!(await store.setCheckpoint(checkpoint, before?.number ?? 0))) return false;
      await audit.record({ kind: 'audit.cut', actor, details: { number, hash, rows: point.rows } });
      return true;
    });
    if (isSet) await remove(number);
    return ok(isSet ? checkpoint : null);
  }

  async function remove(number: number): Promise<void> {
    while ((await store.cut(number, batch)) > 0);
  }

  return {
    cut,

    /** Once a day what the policy says; and what a process that died in the middle of a cut left. */
    async daily(): Promise<Result<Cut>> {
      const before = await store.checkpoint();
      if (before) await remove(before.number);
      if ((await years()) === null || !isCutDue(now(), before?.at ?? null)) return ok(null);
      return cut({ kind: 'scheduler' });
    },
  };
}
