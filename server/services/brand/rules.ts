import { shouldDemote } from '../../../src/brand/catalogue/demote';
import { sourceOf } from '../../../src/brand/catalogue/rule-source';
import { ruleSetting, type RuleView } from '../../../src/brand/catalogue/schema';
import type { Rule } from '../../../src/brand/engine/rule';
import type { Actor } from '../../../src/shared/actor';
import { invalidRequest } from '../../../src/shared/issues';
import { fail, ok, type Result } from '../../../src/shared/result';
import type { Audit } from '../audit';
import type { Transaction } from '../transaction';
import type { Faults } from './faults';
import type { RuleSets } from './rule-sets';
import type { RuleSettingsService } from './rule-settings';

export type RuleCounts = RuleView['counts'];

export interface RulesDeps {
  readonly sets: Pick<RuleSets, 'catalogue'>;
  readonly settings: RuleSettingsService;
  readonly faults: Faults;
  /** Findings now, and what people did with them, by rule. */
  readonly counts: () => Promise<ReadonlyMap<string, RuleCounts>>;
  readonly audit: Audit;
  readonly transaction: Transaction;
}

const none: RuleCounts = { found: 0, dismissed: 0, falseAlarms: 0, waived: 0 };

export type Rules = ReturnType<typeof rules>;

/** Every rule there is, what people and faults made of it, and what it found. */
export function rules({ sets, settings, faults, counts, audit, transaction }: RulesDeps) {
  async function list(): Promise<readonly RuleView[]> {
    const [all, set, faulty, counted] = [
      await sets.catalogue(),
      await settings.all(),
      await faults.all(),
      await counts(),
    ];
    return [...all.values()].map((rule): RuleView => {
      const { id, severity, explanation, link, examples } = rule;
      const fault = faulty.get(id);
      const isFaulty = fault?.about === (rule.version ?? '');
      const found = counted.get(id) ?? none;
      return {
        id,
        source: sourceOf(id),
        severity: set[id]?.severity ?? severity,
        enabled: set[id]?.enabled !== false && !isFaulty,
        fault: isFaulty ? { code: fault.code, message: fault.message } : null,
        explanation,
        link: link ?? null,
        examples: examples ?? { fail: [], pass: [] },
        counts: found,
        demote: shouldDemote(found),
      };
    });
  }

  return {
    list,

    /** A rule by its id, as it is written; null where there is none. */
    find: async (id: string): Promise<Rule | null> => (await sets.catalogue()).get(id) ?? null,

    /** Switches a rule on or off, or makes it more or less grave. One that was switched off for a fault gets another try. */
    async change(id: string, input: unknown, actor: Actor): Promise<Result<RuleView>> {
      const parsed = ruleSetting.safeParse(input);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      if (!(await sets.catalogue()).has(id))
        return fail({
          code: 'brand.rule-not-found',
          message: `There is no rule ${id}. Its term, pack or code may have been removed: reload the list.`,
        });
      await transaction(async () => {
        const before = (await settings.all())[id] ?? {};
        const after = await settings.set(id, parsed.data);
        await audit.record({ kind: 'brand-rule.change', actor, details: { rule: id, before, after } });
      });
      settings.forget();
      if (parsed.data.enabled === true) await faults.clear([id]);
      const view = (await list()).find((one) => one.id === id);
      if (!view) throw new Error(`The rule ${id} went away while it was changed.`);
      return ok(view);
    },
  };
}
