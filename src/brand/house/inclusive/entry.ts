/** Why a word leaves people out; the sentence for each stands in the rule. */
export type Reason =
  'gender' | 'disability' | 'age' | 'origin' | 'colour' | 'servitude' | 'violence' | 'standing';

/** A word that leaves people out, in its forms, and what to say. */
export interface InclusiveEntry {
  /** Stable; part of the rule's id: `inclusive/chairman`. */
  readonly id: string;
  readonly why: Reason;
  /** Each form, and the same form of what to say instead; null where the sentence has to change. */
  readonly words: Readonly<Record<string, string | null>>;
  readonly fail: string;
  readonly pass: string;
}
