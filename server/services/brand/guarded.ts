import type { Rule } from '../../../src/brand/engine/rule';
import type { Faults } from './faults';

export interface GuardDeps {
  readonly faults: Pick<Faults, 'has' | 'report'>;
  /** Milliseconds that only go forwards. */
  readonly clock: () => number;
}

/** Milliseconds for one block or entry. A rule that others wrote may take longer once: the machine may have been busy. */
export const ruleLimit = 250;
/** Milliseconds after which it is switched off at once. */
const hopeless = 2_000;

/**
 * A rule that throws is switched off and named, and so is one that others wrote and that takes longer than the limit; the
 * check goes on without it. It cannot be stopped halfway, so patterns that may never end are judged before, and run elsewhere.
 */
export function guarded(rule: Rule, { faults, clock }: GuardDeps): Rule {
  const about = rule.version ?? '';
  let strikes = 0;
  const isForeign = /^(?:app|vale)\//.test(rule.id);
  const watched =
    <A extends readonly unknown[], T>(find: (...args: A) => readonly T[]) =>
    (...args: A): readonly T[] => {
      if (faults.has(rule.id, about)) return [];
      const from = clock();
      try {
        const found = find(...args);
        const took = clock() - from;
        if (took > ruleLimit) strikes += 1;
        if (isForeign && (took > hopeless || strikes > 1))
          faults.report(rule.id, about, 'brand.rule-slow', slow(rule.id, took));
        return found;
      } catch (error) {
        faults.report(rule.id, about, 'brand.rule-failed', broke(rule.id, error));
        return [];
      }
    };
  switch (rule.kind) {
    case 'block':
      return { ...rule, find: watched(rule.find) };
    case 'subject':
      return { ...rule, find: watched(rule.find) };
    case 'together':
      return { ...rule, find: watched(rule.find) };
    case 'literal':
      return rule;
    default:
      return rule satisfies never;
  }
}

const slow = (id: string, took: number): string =>
  `The rule ${id} took ${Math.round(took)} milliseconds for one text, so it was switched off. Make it faster, then turn it on again in Settings, Brand, Rules.`;

const broke = (id: string, error: unknown): string =>
  `The rule ${id} broke (${error instanceof Error ? error.message : String(error)}), so it was switched off. Repair it, then turn it on again in Settings, Brand, Rules.`;
