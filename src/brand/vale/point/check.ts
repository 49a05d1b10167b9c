import type { FinderReading } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';
import type { ValeRule } from '../schema';
import { capitalization } from './capitalization';
import { occurrence, repetition } from './counting';
import { existence } from './existence';
import { metric, readability } from './scored';
import { sequence } from './sequence';
import { spelling } from './spelling';
import { substitution } from './substitution';
import { conditional, consistency } from './together';

/** Makes a rule ready, or says which of its keys makes that impossible. */
export function finderOf(rule: ValeRule, around: Surroundings): FinderReading {
  switch (rule.extends) {
    case 'existence':
      return existence(rule, around);
    case 'substitution':
      return substitution(rule, around);
    case 'occurrence':
      return occurrence(rule);
    case 'repetition':
      return repetition(rule, around);
    case 'consistency':
      return consistency(rule, around);
    case 'conditional':
      return conditional(rule, around);
    case 'capitalization':
      return capitalization(rule, around);
    case 'metric':
      return metric(rule);
    case 'readability':
      return readability(rule);
    case 'spelling':
      return spelling(rule, around);
    case 'sequence':
      return sequence(rule, around);
  }
}

/** Rules about a whole text, whatever scope they name. */
const isAboutWhole = (rule: ValeRule): boolean => rule.extends === 'metric' || rule.extends === 'readability';

/** The scopes that a rule looks at: some kinds have their own, whatever their file says. */
export const scopesOf = (rule: ValeRule): readonly string[] => {
  if (rule.extends === 'sequence') return ['sentence'];
  if (!isAboutWhole(rule)) return rule.scope;
  return rule.scope.length === 1 && rule.scope[0] === 'text' ? ['summary'] : rule.scope;
};
