import { z } from 'zod';
import type { trialInput } from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import { brandPattern, brandTerm } from '../../../src/brand/kit/words';
import { brandKit, type BrandKit } from '../../../src/brand/schema';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Result } from '../../../src/shared/result';
import { making } from './making';

export interface RuleToTryDeps {
  readonly find: (id: string) => Promise<Rule | null>;
  readonly prepare: (kit: BrandKit) => Promise<Result<BrandKit>>;
  readonly slowRules: (kit: BrandKit) => readonly Rule[];
  readonly guard: (rule: Rule) => Rule;
}

export type RuleToTry = (input: z.output<typeof trialInput>) => Promise<Result<readonly Rule[]>>;

/** The rule that a trial is about: one of the catalogue, or a term or pattern as it stands in a form. */
export const ruleToTry =
  ({ find, prepare, slowRules, guard }: RuleToTryDeps): RuleToTry =>
  async (input) => {
    if (input.kind === 'rule') {
      const rule = await find(input.id);
      return rule
        ? ok([guard(rule)])
        : fail({ code: 'brand.rule-not-found', message: `There is no rule ${input.id}. Reload the list.` });
    }
    const part = input.kind === 'term' ? { terms: [input.term] } : { patterns: [input.pattern] };
    const read = z
      .object({ terms: z.array(brandTerm), patterns: z.array(brandPattern) })
      .partial()
      .safeParse(part);
    if (!read.success) return fail(invalidRequest(read.error));
    const kit = await prepare(brandKit.parse(part));
    if (!kit.ok) return kit;
    const { rulesOf } = await making();
    const fast = { ...kit.value, patterns: kit.value.patterns.filter(({ speed }) => speed === 'linear') };
    return ok([...rulesOf(fast), ...slowRules(kit.value)].map(guard));
  };
