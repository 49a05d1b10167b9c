import { z } from 'zod';
import { copyCheck, copySchema, type CopyPicture } from '../../channels/schema';
import type { CopySource } from '../../channels/templates/schema';
import type { Mentionable } from '../../shared/accounts';

/** What a copy was derived as, and from which state of the entry. */
export const derivedBase = z.object({ entrySeal: z.string(), copy: copySchema });
export type DerivedBase = z.output<typeof derivedBase>;

/** Where a copy stands towards its entry. */
interface Standing {
  /** Whether a person wrote it. */
  readonly isEdited: boolean;
  /** Seal of the entry when the copy was derived, or kept, last. */
  readonly entryThen: string;
  readonly entryNow: string;
  /** Seals of what was derived then and of what is derived now; null where nothing is known of then. */
  readonly derivedThen: string | null;
  readonly derivedNow: string;
}

/**
 * What a change of the entry means for a copy that may still go out: nothing; it is derived `anew`; or a person is `asked`, because the
 * words are theirs. A template that changed is no change of the entry.
 */
export function afterEntryChange(copy: Standing): 'nothing' | 'anew' | 'asked' {
  if (copy.entryThen === copy.entryNow) return 'nothing';
  if (!copy.isEdited) return 'anew';
  return copy.derivedThen === null || copy.derivedThen === copy.derivedNow ? 'nothing' : 'asked';
}

const seal = z.string().regex(/^[0-9a-f]{64}$/, 'must be the seal of a copy: 64 hexadecimal digits');

/** A copy that a person wrote, whose entry says something else since. */
const changedCopy = z.object({
  publication: z.uuid(),
  channel: z.uuid(),
  /** Seal of the person's copy, and of what is derived now: what an answer names. */
  copySeal: seal,
  derivedSeal: seal,
  /** What was derived when the person wrote, and what is derived now. */
  before: copySchema,
  derived: copySchema,
  /** The new text measured. */
  check: copyCheck,
});
export type ChangedCopy = z.output<typeof changedCopy>;

/** Answer of `GET /campaigns/:key/derived`: the copies about which somebody has to decide. */
export const changedCopies = z.object({ copies: z.array(changedCopy) });
export type ChangedCopies = z.output<typeof changedCopies>;

/** Body of `POST /publications/:key/keep` and `/take`: the two texts that the person saw. */
export const settleInput = z.object({ copySeal: seal, derivedSeal: seal });
export type SettleInput = z.output<typeof settleInput>;

/** Answer of `GET /copies/mentionable`: whom copies of an entry can name by their account. */
export interface MentionableView {
  readonly names: readonly Mentionable[];
}

/** What one entry gives to templates, to try them on; `channel` and `campaign` are left empty. */
export interface CopySourceView {
  readonly source: CopySource;
  /** The picture that goes with its copies; null where there is none. */
  readonly cover: CopyPicture | null;
}
