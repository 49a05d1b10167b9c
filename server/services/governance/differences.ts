import { copyDifferences, copySnapshot, type CopySide } from '../../../src/governance/difference/copies';
import { differenceOf } from '../../../src/governance/difference/difference';
import type {
  DifferenceView,
  EntrySnapshot,
  FieldDifference,
  Side,
} from '../../../src/governance/difference/schema';
import type { Copy } from '../../../src/channels/schema';
import type { Decision } from '../../../src/governance/review/schema';
import { entryIdOf, type EntryKey } from '../../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { SnapshotsStore } from '../../stores/snapshots';
import type { Entries } from '../entries';
import * as refusals from '../review-refusals';
import type { Review } from './review-of';

/** A copy that may still go out, with its words. */
export interface OpenCopyText {
  readonly key: string;
  readonly seal: string;
  readonly name: string;
  readonly copy: Copy;
}

export interface DifferencesDeps {
  readonly snapshots: Pick<SnapshotsStore, 'of' | 'seals' | 'keep'>;
  readonly entries: Pick<Entries, 'load'>;
  readonly reviewOf: (key: EntryKey) => Promise<Review | null>;
  /** The copies of an entry (`entryIdOf`) that may still go out. */
  readonly copiesOf: (entry: string) => Promise<readonly OpenCopyText[]>;
  readonly now: () => number;
}

/** One side: what the entry said, and the copies as far as they are known; null where nobody wrote down which there were. */
interface Version {
  readonly side: Side;
  readonly content: EntrySnapshot | null;
  readonly copies: readonly CopySide[] | null;
}

export type Differences = ReturnType<typeof differences>;

/** What changed between two decisions, or between the approved content and now. */
export function differences(deps: DifferencesDeps) {
  const { snapshots } = deps;

  async function copySides(entry: string, { copies }: Decision): Promise<CopySide[]> {
    return Promise.all(
      copies.map(async ({ key, seal, name }) => ({
        ...{ key, seal, name },
        snapshot: (await snapshots.of(entry, seal))?.content ?? null,
      })),
    );
  }

  async function versionAt(entry: string, decision: Decision): Promise<Version | null> {
    const kept = await snapshots.of(entry, decision.seal);
    if (!kept) return null;
    const isApproval = decision.kind === 'approve' || decision.kind === 'adopt';
    return {
      side: sideOf(decision, kept.content.title),
      content: kept.content,
      copies: isApproval ? await copySides(entry, decision) : null,
    };
  }

  return {
    /** Keeps the words of the copies that a decision was about, so that they can be compared later. */
    async keepCopies(entry: string): Promise<void> {
      for (const { seal, copy } of await deps.copiesOf(entry))
        await snapshots.keep(entry, seal, { at: deps.now(), fields: {}, content: copySnapshot(copy) });
    },

    /** `from`: `approved`, `nothing` or a decision's key; `to`: `now` or a decision's key. */
    async view(key: EntryKey, from: string, to: string): Promise<Result<DifferenceView>> {
      const review = await deps.reviewOf(key);
      if (!review) return fail(refusals.notFound(key));
      const { draft, decisions } = review;
      const entry = entryIdOf(draft.key);
      const kept = new Set(await snapshots.seals(entry));
      const comparable = decisions.filter(({ seal }) => kept.has(seal));
      const now: Version = {
        side: {
          id: 'now',
          label: 'now',
          at: draft.updatedAt,
          by: review.lastEdit?.by.name ?? null,
          title: draft.content.roles.title,
        },
        content: draft.shown(),
        copies: (await deps.copiesOf(entry)).map((one) => ({ ...one, snapshot: copySnapshot(one.copy) })),
      };
      const decided = async (id: string): Promise<Version | null> => {
        const decision = decisions.find((one) => one.key === id);
        return decision ? versionAt(entry, decision) : null;
      };
      const approved =
        review.standing.approval?.decision ??
        comparable.findLast(({ kind, to: led }) => (kind === 'approve' || kind === 'adopt') && led !== null);
      const before =
        from === 'nothing'
          ? nothing
          : from === 'approved'
            ? ((approved && (await versionAt(entry, approved))) ?? nothing)
            : await decided(from);
      const after = to === 'now' ? now : await decided(to);
      if (!before || !after?.content) return fail(notKept);
      const { fields, unchanged } = differenceOf(before.content, after.content);
      const choices = [...comparable].reverse().map((one) => ({ ...sideOf(one, null), kind: one.kind }));
      return ok({
        from: before.side,
        to: after.side,
        fields: await this.named(fields),
        copies: before.copies && after.copies ? copyDifferences(before.copies, after.copies) : [],
        unchanged,
        choices: [{ ...now.side, kind: 'now' }, ...choices],
      });
    },

    /** The titles of the entries that relations lead to. */
    async named(fields: readonly FieldDifference[]): Promise<FieldDifference[]> {
      const names = new Map<string, string | null>();
      const nameOf = async (uid: string | null, documentId: string): Promise<string | null> => {
        const id = `${uid}|${documentId}`;
        if (!uid?.startsWith('api::') || names.size >= 50) return names.get(id) ?? null;
        if (!names.has(id)) {
          const loaded = await deps.entries.load({ uid, documentId, locale: null }, 'draft');
          names.set(id, loaded?.content.roles.title ?? null);
        }
        return names.get(id) ?? null;
      };
      return Promise.all(
        fields.map(async (field) => {
          if (field.kind !== 'relation') return field;
          const targets = [];
          for (const one of field.targets)
            targets.push({ ...one, name: await nameOf(one.target, one.documentId) });
          return { ...field, targets };
        }),
      );
    },
  };
}

const nothing: Version = {
  side: { id: 'nothing', label: 'nothing', at: null, by: null, title: null },
  content: null,
  copies: [],
};

const sideOf = ({ key, kind, at, by }: Decision, title: string | null): Side => ({
  id: key,
  label: kind,
  at,
  by: by.name,
  title,
});

const notKept: Problem = {
  code: 'review.version-not-kept',
  message:
    'What the entry said at that decision was not kept, or there is no such decision. Choose another one to compare with.',
};
