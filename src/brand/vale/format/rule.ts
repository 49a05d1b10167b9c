import type { PackProblem } from '../../catalogue/schema';
import { points, type Level, type Point, type RuleAction, type RuleHead, type ValeRule } from '../schema';
import { inheritedKeys, type RuleSource } from './inherit';
import { headKeys, isLenient, keysOf } from './keys';
import { problem, type PackCode } from './problem';
import { readTests } from './tests';
import { take } from './values';
import { isYamlMap, type YamlMap, type YamlValue } from './yaml';

export type RuleReading =
  { readonly ok: true; readonly value: ValeRule } | { readonly ok: false; readonly problem: PackProblem };

/** A value of a key that cannot be what it is. */
class Refusal extends Error {
  constructor(
    readonly key: string,
    readonly code: PackCode,
    message: string,
  ) {
    super(message);
  }
}

/** Reads one rule. What is wrong with it is said with its file and line; nothing is guessed. */
export function readRule(source: RuleSource, all: ReadonlyMap<string, RuleSource>): RuleReading {
  const inherited = inheritedKeys(source, all);
  if ('problem' in inherited) return { ok: false, problem: inherited.problem };
  try {
    return { ok: true, value: ruleOf(source, inherited.keys) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { map } = source.yaml;
    const written = [...map.keys()].find((key) => key.toLowerCase() === error.key) ?? error.key;
    const line = source.yaml.lineOf(written) ?? 1;
    return { ok: false, problem: problem(source.file, line, error.code, error.message) };
  }
}

function ruleOf(source: RuleSource, keys: YamlMap): ValeRule {
  const point = pointOf(keys);
  const head = headOf(source, keys);
  const known = new Set<string>([...headKeys, ...keysOf(point).map(([name]) => name)]);
  for (const key of keys.keys())
    if (!known.has(key) && !isLenient(point))
      throw new Refusal(key, 'pack.key-unknown', `A rule of the kind ${point} has no key “${key}”.`);
  if (keys.get('code') === true)
    throw new Refusal(
      'code',
      'pack.value-invalid',
      'The key “code” is no longer read; write `scope: raw` instead.',
    );
  const own = Object.fromEntries(
    keysOf(point).map(([name, taken, otherwise, wants]) => {
      if (!keys.has(name)) return [name, otherwise];
      const value = taken(keys.get(name) ?? null);
      if (value === null)
        throw new Refusal(name, 'pack.value-invalid', `The key “${name}” must be ${wants}.`);
      return [name, value];
    }),
  );
  // The keys of the kind were taken one by one just above, by the table that its type is made of.
  return { ...head, extends: point, ...own } as ValeRule;
}

function pointOf(keys: YamlMap): Point {
  const value = keys.get('extends') ?? null;
  if (value === null)
    throw new Refusal(
      'extends',
      'pack.key-missing',
      'The rule lacks the key “extends”, which says its kind.',
    );
  if (value === 'script')
    throw new Refusal(
      'extends',
      'pack.script-refused',
      'The rule is a program (extends: script). Programs of a pack are not run.',
    );
  const point = points.find((one) => one === value);
  if (!point)
    throw new Refusal(
      'extends',
      'pack.value-invalid',
      `There is no kind of rule “${String(value)}”. Kinds are ${points.join(', ')}.`,
    );
  return point;
}

const levels: readonly Level[] = ['suggestion', 'warning', 'error'];

function headOf(source: RuleSource, keys: YamlMap): RuleHead {
  const text = (name: string): string | null => {
    const value = take.text(keys.get(name) ?? null);
    if (value === null) throw new Refusal(name, 'pack.value-invalid', `The key “${name}” must be a text.`);
    return value === '' ? null : value;
  };
  if (!keys.has('message'))
    throw new Refusal('message', 'pack.key-missing', 'The rule lacks the key “message”.');
  const level = keys.has('level') ? levels.find((one) => one === keys.get('level')) : 'warning';
  if (!level)
    throw new Refusal('level', 'pack.value-invalid', 'The key “level” must be suggestion, warning or error.');
  const limit = take.number(keys.get('limit') ?? 0);
  if (limit === null) throw new Refusal('limit', 'pack.value-invalid', 'The key “limit” must be a number.');
  return {
    name: source.name,
    styleName: source.style,
    file: source.file,
    message: text('message') ?? '',
    level,
    scope: scopeOf(keys.get('scope') ?? null),
    link: text('link'),
    description: text('description'),
    limit: Math.max(0, Math.trunc(limit)),
    action: actionOf(keys.get('action') ?? null),
    hidden: source.hidden,
    tests: testsOf(keys.get('tests') ?? null),
  };
}

function scopeOf(value: YamlValue): readonly string[] {
  const scope = take.list(value);
  if (scope === null)
    throw new Refusal('scope', 'pack.value-invalid', 'The key “scope” must be a name or a list of names.');
  const names = scope.map((name) => name.trim()).filter((name) => name !== '');
  for (const name of names)
    if (/\s/.test(name.replace(/\s*&\s*/g, '&').replace(/doc\([^)]*\)/g, 'doc')))
      throw new Refusal('scope', 'pack.value-invalid', `The scope “${name}” has a space in its name.`);
  return names.length === 0 ? ['text'] : names;
}

function actionOf(value: YamlValue): RuleAction | null {
  if (value === null) return null;
  const map = isYamlMap(value) ? new Map([...value].map(([key, item]) => [key.toLowerCase(), item])) : null;
  const name = map && take.text(map.get('name') ?? null);
  const params = map && take.list(map.get('params') ?? null);
  if (name === null || params === null)
    throw new Refusal(
      'action',
      'pack.value-invalid',
      'The key “action” must have a name, and params that are texts.',
    );
  return name === '' ? null : { name, params };
}

function testsOf(value: YamlValue) {
  const tests = readTests(value);
  if (!tests) throw new Refusal('tests', 'pack.value-invalid', 'The key “tests” must be a list of cases with input and want, contains or absent.'); // prettier-ignore
  return tests;
}
