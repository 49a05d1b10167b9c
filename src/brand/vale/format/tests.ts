import type { RuleTest } from '../schema';
import { take } from './values';
import { isYamlMap, type YamlMap, type YamlValue } from './yaml';

/** The cases of a rule or of a `*.test.yml` file; null where they have another form. */
export function readTests(value: YamlValue): readonly RuleTest[] | null {
  if (value === null) return [];
  if (!Array.isArray(value)) return null;
  const tests = value.map((item: YamlValue, index) => (isYamlMap(item) ? testOf(item, index) : null));
  return tests.every((test) => test !== null) ? tests : null;
}

function testOf(raw: YamlMap, index: number): RuleTest | null {
  const map = new Map([...raw].map(([key, item]) => [key.toLowerCase(), item]));
  const input = take.text(map.get('input') ?? null);
  const want = linesOf(map.get('want') ?? null);
  const contains = linesOf(map.get('contains') ?? null);
  const absent = linesOf(map.get('absent') ?? null);
  if (input === null || !map.has('input') || !want || !contains || !absent) return null;
  if (!['want', 'contains', 'absent'].some((key) => map.has(key))) return null;
  return {
    name: take.text(map.get('name') ?? null) || `case ${index + 1}`,
    about: take.text(map.get('about') ?? null) || null,
    input,
    format: (take.text(map.get('format') ?? null) || 'md').replace(/^\./, ''),
    rule: take.text(map.get('rule') ?? null) || null,
    want: map.has('want') ? want : null,
    contains,
    absent,
  };
}

/** A text of several lines, or a list of lines. */
function linesOf(value: YamlValue): readonly string[] | null {
  const parts = take.list(value);
  return parts && parts.flatMap((part) => part.split('\n')).map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore
}
