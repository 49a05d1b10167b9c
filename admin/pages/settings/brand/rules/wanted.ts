import type { RuleView } from '../../../../../src/brand/catalogue/schema';
import type { Severity } from '../../../../../src/brand/schema';

/** What the list of rules is narrowed to; empty parts mean all. */
export interface RuleFilter {
  readonly q: string;
  readonly source: string;
  readonly severity: Severity | '';
  readonly standing: 'on' | 'off' | 'fault' | 'found' | 'doubted' | '';
}
export const everyRule: RuleFilter = { q: '', source: '', severity: '', standing: '' };

const fits = (rule: RuleView, standing: RuleFilter['standing']): boolean => {
  switch (standing) {
    case 'on':
      return rule.enabled && rule.fault === null;
    case 'off':
      return !rule.enabled;
    case 'fault':
      return rule.fault !== null;
    case 'found':
      return rule.counts.found > 0;
    case 'doubted':
      return rule.demote;
    case '':
      return true;
  }
};

/** The rules that a filter lets through, in their order; those that were switched off by us come first. Words are sought in what people call a rule, too. */
export function wantedRules(
  rules: readonly RuleView[],
  filter: RuleFilter,
  nameOf: (id: string) => string,
): readonly RuleView[] {
  const q = filter.q.trim().toLowerCase();
  const found = rules.filter(
    (rule) =>
      (filter.source === '' || rule.source === filter.source) &&
      (filter.severity === '' || rule.severity === filter.severity) &&
      fits(rule, filter.standing) &&
      (q === '' || `${nameOf(rule.id)} ${rule.id} ${rule.explanation}`.toLowerCase().includes(q)),
  );
  return [...found.filter(({ fault }) => fault !== null), ...found.filter(({ fault }) => fault === null)];
}

/** Where rules come from: ours, the kit's and the app's first, then the packs by name. */
export function sourcesOf(rules: readonly RuleView[]): readonly string[] {
  const first = ['presence', 'kit', 'app'];
  const all = [...new Set(rules.map(({ source }) => source))].sort();
  return [...first.filter((source) => all.includes(source)), ...all.filter((one) => !first.includes(one))];
}
