import type { RuleSettings } from '../catalogue/schema';
import { rulesOf } from '../rules';
import type { BrandKit } from '../schema';
import type { Rule } from './rule';

/** Rules made ready to be checked with. */
export interface RuleSet {
  /** The same for the same rules: what stored findings are compared with to tell whether they are still right. */
  readonly key: string;
  /** Without those that are switched off. Their order makes no difference to what is found. */
  readonly rules: readonly Rule[];
  /** What the business set, by rule id. A severity that it chose counts more than the rule's own; so do ids of single findings. */
  readonly settings: RuleSettings;
}

/**
 * The rules of a kit with those of packs and of the app (`extra`), as the business set them: switched off, or of another
 * severity. Several rules may share an id: one term for two languages.
 */
export function ruleSetOf(kit: BrandKit, extra: readonly Rule[], settings: RuleSettings): RuleSet {
  const rules = [...rulesOf(kit), ...extra].filter(({ id }) => settings[id]?.enabled !== false);
  const foreign = extra.map(({ id, severity, scope, version, explanation }) => [
    id,
    severity,
    scope,
    version,
    explanation,
  ]);
  return { key: digest(JSON.stringify([kit, foreign, sorted(settings)])), rules, settings };
}

const sorted = (settings: RuleSettings) => Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));

/** 106 bits of a fast hash (two of cyrb53): the key tells rule sets apart, it protects nothing. */
const digest = (text: string): string => `${mixed(text, 0x1b873593)}${mixed(text, 0x85ebca6b)}`;

function mixed(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
