import { readAppRule } from '../../../src/brand/catalogue/app-rule';
import type { Rule } from '../../../src/brand/engine/rule';

export type AppRules = ReturnType<typeof appRules>;

/** Rules that the code of the app registers while Strapi starts. */
export function appRules() {
  let list: readonly Rule[] = [];
  return {
    /** Takes a rule over; throws a sentence for the developer where it is none. In `register()` or `bootstrap()` of the app. */
    register(rule: unknown): void {
      const read = readAppRule(rule);
      if (!read.ok) throw new Error(`Presence cannot take this rule: ${read.error.message}`);
      if (list.some(({ id }) => id === read.value.id))
        throw new Error(
          `Presence has a rule with the id ${read.value.id} already. Give one of them another id.`,
        );
      list = [...list, read.value];
    },
    /** The same array while nothing is registered. */
    all: (): readonly Rule[] => list,
  };
}
