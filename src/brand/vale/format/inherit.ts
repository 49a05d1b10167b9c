import type { PackProblem } from '../../catalogue/schema';
import { problem } from './problem';
import type { YamlFile, YamlMap, YamlValue } from './yaml';
import { isYamlMap } from './yaml';

/** A rule file before its keys are looked at. */
export interface RuleSource {
  readonly name: string;
  readonly style: string;
  readonly file: string;
  readonly hidden: boolean;
  readonly yaml: YamlFile;
}

/** More steps than this lead nowhere. */
const deepest = 10;

/**
 * The keys of a rule with those of the rule that it extends (`extends: Other.Rule`) below them. `tokens+` adds to a list or
 * map, `tokens-` takes away; every other key replaces.
 */
export function inheritedKeys(
  source: RuleSource,
  all: ReadonlyMap<string, RuleSource>,
): { readonly keys: YamlMap } | { readonly problem: PackProblem } {
  const chain: RuleSource[] = [source];
  for (let here = source; ;) {
    const base = baseOf(here);
    if (base === null) break;
    const next = all.get(base.toLowerCase());
    const line = source.yaml.lineOf('extends');
    if (!next || chain.includes(next) || chain.length > deepest) {
      const why = !next
        ? `there is no rule ${base} in the pack`
        : chain.includes(next)
          ? 'it leads back to itself'
          : `it goes over more than ${deepest} rules`;
      return {
        problem: problem(source.file, line, 'pack.base-missing', `The rule extends ${base}, but ${why}.`),
      };
    }
    chain.push(next);
    here = next;
  }
  const keys = new Map<string, YamlValue>();
  for (const { yaml } of chain.reverse()) {
    for (const [raw, value] of yaml.map) {
      const key = raw.toLowerCase();
      if (key === 'extends' && typeof value === 'string' && value.includes('.')) continue;
      if (key === 'tests' && yaml !== source.yaml) continue;
      overlay(keys, key, value);
    }
  }
  return { keys };
}

const entry = (map: YamlMap, name: string): YamlValue =>
  [...map].find(([key]) => key.toLowerCase() === name)?.[1] ?? null;

/** The name of the rule that this one extends; null where it extends a kind, or nothing. */
function baseOf({ yaml }: RuleSource): string | null {
  const value = entry(yaml.map, 'extends');
  return typeof value === 'string' && value.includes('.') ? value : null;
}

function overlay(keys: Map<string, YamlValue>, key: string, value: YamlValue): void {
  const how = /^(.+)([+-])$/.exec(key);
  if (!how) {
    keys.set(key, value);
    return;
  }
  const name = how[1] ?? '';
  const before = keys.get(name) ?? null;
  keys.set(name, how[2] === '+' ? added(before, value) : removed(before, value));
}

const listed = (value: YamlValue): readonly YamlValue[] =>
  value === null ? [] : Array.isArray(value) ? value : [value];

function added(before: YamlValue, value: YamlValue): YamlValue {
  if (isYamlMap(value)) return new Map([...(isYamlMap(before) ? before : []), ...value]);
  return [...listed(before), ...listed(value)];
}

function removed(before: YamlValue, value: YamlValue): YamlValue {
  const gone = new Set((isYamlMap(value) ? [...value.keys()] : listed(value)).map(String));
  if (isYamlMap(before)) return new Map([...before].filter(([key]) => !gone.has(key)));
  return listed(before).filter((item) => !gone.has(String(item)));
}
