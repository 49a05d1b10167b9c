import { genesis, linksAfter } from '../../src/governance/audit/chain';
import { digestOf, type Hash } from '../../src/governance/audit/line';
import type { AuditHead } from '../../src/governance/audit/schema';
import { headText } from '../../src/governance/audit/signed';
import type { AuditChainStore, Linked, Unlinked } from '../stores/audit-chain';
import type { Signer } from './audit-signer';

interface Deps {
  readonly store: Pick<AuditChainStore, 'head' | 'last' | 'begin' | 'adopt' | 'link' | 'sign'>;
  readonly signer: Signer | null;
  readonly hash: Hash;
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Rows that are linked in one transaction. */
const batch = 500;
/** Milliseconds after a commit in which other rows may come along. */
const soon = 25;

export type AuditChain = ReturnType<typeof auditChain>;

/** Gives committed rows their place in the chain. Several instances may do it at once: the head's lock puts them in a row. */
export function auditChain({ store, signer, hash, now, setTimer, onFailure }: Deps) {
  let running: Promise<void> | null = null;
  let isAsked = false;
  let cancel: (() => void) | null = null;
  let isStopped = false;

  const signed = (point: Omit<AuditHead, 'signature'>): AuditHead => ({
    ...point,
    signature: signer?.sign(headText(point)) ?? null,
  });

  /** Whether an end is one that we signed: nothing is built on one that somebody else wrote. */
  const isOurs = (head: AuditHead): boolean =>
    signer ? head.number === 0 || signer.isOurs(headText(head), head.signature) : head.signature === null;

  function link(head: AuditHead, rows: readonly Unlinked[]): { head: AuditHead; rows: Linked[] } | null {
    if (!isOurs(head)) return null;
    const digests = rows.map(({ digest }) => digest ?? '');
    const links = linksAfter(head, digests, hash);
    const { number, hash: last } = links.at(-1) ?? genesis;
    return {
      head: signed({ number, hash: last, at: now() }),
      rows: links.map((point, index) => ({ ...point, id: rows[index]?.id ?? 0 })),
    };
  }

  async function work(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      // Where there are links and no head, somebody took it away: that is to be found, not mended.
      if (!(await store.head()) && !(await store.last())) {
        while ((await store.adopt((row) => digestOf(row, hash), batch)) > 0);
        await store.begin({ ...genesis, at: now(), signature: null });
      }
      while ((await store.link(batch, link)) === batch);
    }
  }

  /** Links all rows that were committed before the call. Must not be called inside a transaction. */
  async function settle(): Promise<void> {
    isAsked = true;
    running ??= work().finally(() => (running = null));
    await running;
  }

  return {
    settle,
    isOurs,

    /** Signs the end as it stands, whoever wrote it: after the encryption key was set or changed. */
    async sign(): Promise<AuditHead | null> {
      const end = (await store.head()) ?? (await store.last());
      if (!end || !signer) return null;
      const next = signed({ number: end.number, hash: end.hash, at: now() });
      await store.begin(next);
      return (await store.sign(next)) ? next : null;
    },

    /** After a commit: links what was written, in a moment and together with what else comes. */
    wake(): void {
      if (isStopped) return;
      cancel ??= setTimer(() => {
        cancel = null;
        settle().catch(onFailure);
      }, soon);
    },

    /** Links what waits, and ends. */
    async stop(): Promise<void> {
      isStopped = true;
      const isWaiting = cancel !== null;
      cancel?.();
      cancel = null;
      if (isWaiting || running) await settle().catch(onFailure);
    },
  };
}
