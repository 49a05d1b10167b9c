import {
  compiled,
  flagsOf,
  verdictOf,
  type Judgement,
} from '../../../src/brand/catalogue/patterns/pattern-verdict';
import { patternRule, patternVersion } from '../../../src/brand/catalogue/patterns/pattern-rule';
import type { Rule } from '../../../src/brand/engine/rule';
import type { BrandKit, BrandPattern } from '../../../src/brand/schema';
import { fail, ok, type Problem, type Result } from '../../../src/shared/result';
import type { PatternRunner } from '../../brand-worker/pattern-runner';
import type { PatternSource } from '../../brand-worker/pattern-judge';
import type { Faults } from './faults';

export interface PatternsDeps {
  readonly judge: (patterns: readonly PatternSource[]) => Promise<readonly Judgement[]>;
  readonly runner: Pick<PatternRunner, 'run'>;
  readonly faults: Pick<Faults, 'has' | 'report'>;
  readonly clock: () => number;
}

/** Milliseconds that one slow pattern may take in a time of `budgetEvery`; more, and it is switched off though no block overran. */
const budget = 2_000;
const budgetEvery = 10_000;
/** How many verdicts are remembered. */
const remembered = 2_000;

export type Patterns = ReturnType<typeof patterns>;

/** The patterns of the business: judged when they are saved, and run where they can do no harm. */
export function patterns({ judge, runner, faults, clock }: PatternsDeps) {
  const known = new Map<string, Judgement>();
  const spent = new Map<string, { since: number; time: number }>();
  const keyOf = ({ source, flags }: PatternSource) => `${flags} ${source}`;

  async function judgements(sources: readonly PatternSource[]): Promise<readonly Judgement[]> {
    const missing = sources.filter((one) => !known.has(keyOf(one)));
    const judged = await judge(missing);
    missing.forEach((one, index) => {
      const verdict = judged[index];
      if (verdict && known.size < remembered) known.set(keyOf(one), verdict);
    });
    return sources.map((one) => known.get(keyOf(one)) ?? judged[missing.indexOf(one)] ?? { kind: 'unknown' });
  }

  /** The matches of a slow pattern; none once it was switched off. */
  function searched(one: BrandPattern) {
    const { key, pattern, ignoreCase } = one;
    const [id, version] = [`pattern/${key}`, patternVersion(one)];
    return (text: string) => {
      if (faults.has(id, version)) return [];
      const from = clock();
      const ran = runner.run(pattern, flagsOf(ignoreCase), text);
      switch (ran.kind) {
        case 'found':
          if (isOverBudget(id, from, clock())) faults.report(id, version, 'brand.rule-slow', always(key));
          return ran.matches;
        case 'overran':
          faults.report(id, version, 'brand.rule-slow', overran(key, ran.limit, text.length));
          return [];
        case 'failed':
          faults.report(id, version, 'brand.rule-failed', failed(key, ran.message));
          return [];
        default:
          return ran satisfies never;
      }
    };
  }

  function isOverBudget(id: string, from: number, to: number): boolean {
    const before = spent.get(id);
    const window = before && from - before.since < budgetEvery ? before : { since: from, time: 0 };
    window.time += to - from;
    spent.set(id, window);
    return window.time > budget;
  }

  return {
    judgements,

    /** The patterns with what was found out about each; the first that cannot stand is refused. */
    async judged(list: readonly BrandPattern[]): Promise<Result<BrandPattern[]>> {
      for (const [index, one] of list.entries()) {
        const read = readable(one);
        if (!read.ok) return fail(at(index, read.error));
      }
      const found = await judgements(
        list.map(({ pattern, ignoreCase }) => ({ source: pattern, flags: flagsOf(ignoreCase) })),
      );
      const saved: BrandPattern[] = [];
      for (const [index, one] of list.entries()) {
        const speed = verdictOf(one.pattern, found[index] ?? { kind: 'unknown' });
        if (!speed.ok) return fail(at(index, speed.error));
        const example = speed.value === 'linear' ? wrongExample(one) : null;
        if (example) return fail(at(index, example));
        saved.push({ ...one, speed: speed.value });
      }
      return ok(saved);
    },

    /** Rules of a kit whose patterns may be slow, run in the thread that is stopped in time. */
    slowRules: (kit: BrandKit): readonly Rule[] =>
      kit.patterns
        .filter(({ speed, enabled }) => enabled && speed !== 'linear')
        .map((one) => patternRule(one, searched(one))),
  };
}

const readable = ({ pattern, ignoreCase }: BrandPattern) => compiled(pattern, ignoreCase);

function wrongExample({ pattern, ignoreCase, examples }: BrandPattern): Problem | null {
  const finds = (text: string) => new RegExp(pattern, flagsOf(ignoreCase)).test(text);
  const missed = examples.fail.findIndex((text) => !finds(text));
  const found = examples.pass.findIndex(finds);
  if (missed < 0 && found < 0) return null;
  const [list, index] = missed >= 0 ? (['fail', missed] as const) : (['pass', found] as const);
  return {
    code: 'brand.pattern-example',
    message: `“${examples[list][index]}” is given as an example that ${
      list === 'fail' ? 'is found, but the pattern does not find it' : 'is right, but the pattern finds it'
    }. Correct the pattern or the example.`,
    path: `examples.${list}[${index}]`,
  };
}

const at = (index: number, problem: Problem): Problem => ({
  ...problem,
  path: `patterns[${index}]${problem.path ? `.${problem.path}` : ''}`,
});

const again = 'Change the pattern in Settings, Brand; saved, it is tried again.';
const overran = (key: string, limit: number, length: number): string =>
  `The pattern “${key}” was stopped after ${limit} milliseconds in a text of ${length} characters, so its rule was switched off. ${again}`;
const always = (key: string): string =>
  `The pattern “${key}” took more than ${budget / 1000} of ${budgetEvery / 1000} seconds, so its rule was switched off. ${again}`;
const failed = (key: string, message: string): string =>
  `The pattern “${key}” could not be run (${message}), so its rule was switched off. ${again}`;
