import {
  ruleSetting,
  ruleSettings,
  type RuleSetting,
  type RuleSettings,
} from '../../../src/brand/catalogue/schema';
import type { OptionsStore } from '../../stores/options';
import { cached } from '../cached';

const option = 'brand-rules';

export type RuleSettingsService = ReturnType<typeof ruleSettingsService>;

/** What people made of single rules. The same object while nothing changes. */
export function ruleSettingsService(options: OptionsStore, now: () => number) {
  let last: { readonly text: string; readonly value: RuleSettings } = { text: '', value: {} };
  const held = cached(async () => {
    const stored = (await options.get(option)) ?? {};
    const text = JSON.stringify(stored);
    if (text !== last.text) last = { text, value: ruleSettings.parse(stored) };
    return last.value;
  }, now);
  return {
    all: (): Promise<RuleSettings> => held.get(),
    /** Changes one rule, as part of the transaction that is open; what says nothing any more is forgotten. */
    async set(id: string, change: RuleSetting): Promise<RuleSetting> {
      const before = ruleSettings.parse((await options.get(option)) ?? {});
      const { enabled, severity } = { ...before[id], ...change };
      const after = ruleSetting.parse({
        ...(enabled === false ? { enabled } : {}),
        ...(severity === undefined ? {} : { severity }),
      });
      const { [id]: _, ...others } = before;
      await options.set(option, Object.keys(after).length > 0 ? { ...others, [id]: after } : others);
      return after;
    },
    forget: (): void => held.forget(),
  };
}
