import { createContext, useContext } from 'react';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { Copy, CopyCheck } from '../../../src/channels/schema';
import type { Line } from './use-campaign';

/** What a part of the editor of a copy is given. */
export interface PartProps {
  readonly line: Line;
  readonly rules: ChannelRules;
  readonly check: CopyCheck;
  readonly canEdit: boolean;
  /** Stays the same from key to key. */
  readonly set: (part: Partial<Copy>) => void;
}

export const errorAt = (check: CopyCheck, path: string): string | undefined =>
  check.problems.find((problem) => problem.path === path && problem.severity === 'error')?.message;

const Written = createContext<PartProps | null>(null);

/** Hands what is written to the parts that follow every key; the card around them stays as it is. */
export const WrittenCopy = Written.Provider;

/** Throws outside of a copy. */
export function useWritten(): PartProps {
  const part = useContext(Written);
  if (!part) throw new Error('A part of a copy stands outside of a copy.');
  return part;
}
