import { genesis, pointText } from '../../src/governance/audit/chain';
import type { Hash } from '../../src/governance/audit/line';
import type {
  AuditBreak,
  AuditCheckpoint,
  AuditReport,
  ChainPoint,
  VerifyStep,
} from '../../src/governance/audit/schema';
import { checkpointText } from '../../src/governance/audit/signed';
import { bare, broken, endBreak, followAll, missing, rowOf } from '../../src/governance/audit/verify';
import type { AuditChainStore } from '../stores/audit-chain';
import type { AuditChain } from './audit-chain';
import type { Signer } from './audit-signer';

interface Deps {
  readonly store: Pick<AuditChainStore, 'head' | 'from' | 'at' | 'unlinked' | 'checkpoint'>;
  readonly chain: Pick<AuditChain, 'settle' | 'isOurs'>;
  readonly signer: Signer | null;
  readonly hash: Hash;
  readonly now: () => number;
}

/** Rows that are read at once. */
const pageSize = 2_000;
/** Rows that one request looks at: a second or less. */
const pieceSize = 20_000;
/** Milliseconds after which a row that is not linked is a finding. */
const patience = 60_000;

type Walked =
  | { readonly point: ChainPoint; readonly isEnd: boolean; readonly broken: null }
  | { readonly broken: AuditBreak };

export type AuditVerify = ReturnType<typeof auditVerify>;

/** Looks at every row from the first, or the checkpoint, to the head: whether it says what was written and stands where it stood. */
export function auditVerify({ store, chain, signer, hash, now }: Deps) {
  /** The rows behind a place, as far as the budget goes. `isContinued`: the row of the place itself was looked at before. */
  async function walk(
    from: ChainPoint,
    budget: number,
    isContinued: boolean,
    upTo?: number,
  ): Promise<Walked> {
    const read = (number: number, seen: number) => store.from(number, seen, pageSize, upTo);
    let point = from;
    let left = budget;
    // The row itself comes once more, so that a second one with its number does not hide between two pieces.
    let page = isContinued
      ? read(point.number, 0).then((rows) => rows.slice(rows[0]?.number === from.number ? 1 : 0))
      : read(point.number + 1, 0);
    for (;;) {
      const rows = await page;
      const last = rows.at(-1);
      if (!last) return { point, isEnd: true, broken: null };
      left -= rows.length;
      // The next page is on its way while this one is looked at.
      if (left > 0) page = read(last.number, last.id);
      page.catch(() => undefined);
      const next = followAll(point, rows, hash);
      if (next.broken) {
        const checkpoint = await store.checkpoint();
        const isCut = next.broken.code === 'missing' && checkpoint && checkpoint.number > point.number;
        if (!isCut) return next;
        // Older rows were cut off meanwhile: go on behind them.
        point = checkpoint;
        page = read(point.number + 1, 0);
      } else {
        point = next.point;
        if (left <= 0) return { point, isEnd: false, broken: null };
      }
    }
  }

  /** Where the rows end against what the head says; `more` where rows came meanwhile, so that it is not the end. */
  async function end(last: ChainPoint): Promise<AuditBreak | 'more' | null> {
    const head = await store.head();
    if (!head || head.number <= last.number) return endBreak(last, head, head ? !chain.isOurs(head) : false);
    return (await store.from(last.number + 1, 0, 1)).length > 0 ? 'more' : endBreak(last, head, false);
  }

  /** Rows that nobody links. Those of a long transaction are older than their commit, so they get a second chance. */
  async function unlinked(): Promise<{ waiting: number; old: AuditBreak | null }> {
    const isOld = (at: number | undefined) => at !== undefined && now() - at > patience;
    let found = await store.unlinked();
    if (isOld(found.oldest?.at)) {
      await chain.settle();
      found = await store.unlinked();
    }
    const { count, oldest } = found;
    const old = oldest && isOld(oldest.at) ? broken('unlinked', { ...oldest, number: null }) : null;
    return { waiting: count, old };
  }

  async function keptBreak(
    kept: ChainPoint | undefined,
    checkpoint: AuditCheckpoint | null,
  ): Promise<AuditBreak | null> {
    if (!kept || kept.number === 0 || (checkpoint && kept.number < checkpoint.number)) return null;
    const there = checkpoint?.number === kept.number ? checkpoint : await store.at(kept.number);
    return there?.hash === kept.hash ? null : bare('kept-differs', kept.number);
  }

  const begin = async (): Promise<AuditBreak | { readonly point: ChainPoint }> => {
    const checkpoint = await store.checkpoint();
    if (!checkpoint) return { point: genesis };
    return signer?.isOurs(checkpointText(checkpoint), checkpoint.signature)
      ? { point: checkpoint }
      : bare('checkpoint-forged', checkpoint.number);
  };

  /** With the row as it stands there now, where there is one. */
  async function named(found: AuditBreak): Promise<AuditBreak> {
    const row = found.row || found.number === null ? null : await store.at(found.number);
    return row ? { ...found, row: rowOf(row) } : found;
  }

  /** The end of a look. `at`: the last row that is as it was written. */
  async function report(at: number, found: AuditBreak | null, kept?: ChainPoint): Promise<VerifyStep> {
    const [head, checkpoint] = [await store.head(), await store.checkpoint()];
    const { waiting, old } = found ? { waiting: 0, old: null } : await unlinked();
    return {
      at,
      of: Math.max(at, head?.number ?? 0),
      next: null,
      report: {
        broken: found ? await named(found) : ((await keptBreak(kept, checkpoint)) ?? old),
        head,
        publicKey: signer?.publicKey ?? null,
        checkpoint,
        waiting,
      },
    };
  }

  /**
   * The next piece, small enough for one request: `after` is where the piece before ended. `kept` is a head that somebody
   * kept outside; it is compared at the end.
   */
  async function step(after?: ChainPoint, kept?: ChainPoint): Promise<VerifyStep> {
    if (!after) await chain.settle();
    const start = await begin();
    if ('code' in start) return report(0, start);
    const walked = await walk(after ?? start.point, pieceSize, after !== undefined);
    if (walked.broken) return report((walked.broken.number ?? 1) - 1, walked.broken);
    const { point, isEnd } = walked;
    const found = isEnd ? await end(point) : 'more';
    if (found !== 'more') return report(point.number, found, kept);
    const of = Math.max(point.number, (await store.head())?.number ?? 0);
    return { at: point.number, of, next: pointText(point), report: null };
  }

  return {
    step,

    /** All of it, piece by piece; `onStep` is told how far it is. */
    async all(onStep: (step: VerifyStep) => void, kept?: ChainPoint): Promise<AuditReport> {
      for (let after: ChainPoint | undefined; ;) {
        const one = await step(after, kept);
        onStep(one);
        if (one.report) return one.report;
        after = pointOf(one.next ?? '');
      }
    },

    /** The rows up to a number: what is wrong with them, or the last of them. */
    async upTo(number: number): Promise<Walked> {
      const start = await begin();
      if ('code' in start) return { broken: start };
      const walked = await walk(start.point, Infinity, false, number);
      if (walked.broken || walked.point.number === number) return walked;
      return { broken: missing(walked.point.number + 1, number) };
    },
  };
}

function pointOf(text: string): ChainPoint {
  const [number = '0', hash = ''] = text.split(':');
  return { number: Number(number), hash };
}
