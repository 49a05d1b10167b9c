import { anywhere } from '../../engine/literals/hint';
import { compilePattern, type Matcher } from '../pattern/compile';
import type { Growth } from '../pattern/simple';
import type { RuleOf } from '../schema';
import { exceptionsOf } from '../finder/exceptions';
import type { FinderReading, Found } from '../finder/found';
import { template, type Surroundings } from '../finder/surroundings';

/** Two ways to say the same, of which a file uses one. What was seen is remembered from one stretch of text to the next. */
export function consistency(rule: RuleOf<'consistency'>, around: Surroundings): FinderReading {
  const steps: {
    readonly matcher: Matcher;
    readonly keys: readonly [string, string];
    readonly second: number;
  }[] = [];
  for (const [one, other] of new Map(rule.either)) {
    const compiled = compilePattern(
      `${rule.ignorecase ? '(?i)' : ''}${template(!rule.nonword, around, `(${one})|(${other})`)}`,
    );
    if (!compiled.ok) return { ok: false, key: 'either', message: compiled.message };
    const inner = compilePattern(one);
    const key = `${rule.name}/${steps.length}`;
    steps.push({
      matcher: compiled.value,
      keys: [`${key}/1`, `${key}/2`],
      second: 2 + (inner.ok ? inner.value.captures : 0),
    });
  }
  return {
    ok: true,
    value: {
      hints: steps.map(({ matcher }) => matcher.literals && anywhere(matcher.literals)),
      growth: worst(steps.map(({ matcher }) => matcher)),
      find: (text, memory, _measures, among) =>
        steps.flatMap(({ matcher, keys, second }, step): Found[] => {
          if (among && !among.includes(step)) return [];
          const found = matcher.all(text);
          for (const { groups } of found) memory.seen.add(groups[second] === undefined ? keys[0] : keys[1]);
          const last = found.at(-1);
          if (!last || !keys.every((key) => memory.seen.has(key))) return [];
          return [{ start: last.start, end: last.end, match: last.text, values: [last.text] }];
        }),
    },
  };
}

/** Where one thing stands, another must stand too: in the same text, or as its definition anywhere before. */
export function conditional(rule: RuleOf<'conditional'>, around: Surroundings): FinderReading {
  const first = compilePattern(rule.first);
  if (!first.ok) return { ok: false, key: 'first', message: first.message };
  const second = compilePattern(rule.second);
  if (!second.ok) return { ok: false, key: 'second', message: second.message };
  const exceptions = exceptionsOf(rule.exceptions, rule.vocab ? around.accepted : []);
  const defines = second.value.captures > 0;
  return {
    ok: true,
    value: {
      hints: defines ? null : [first.value.literals && anywhere(first.value.literals)],
      growth: worst([first.value, second.value]),
      find: (text, memory) => {
        if (!defines && second.value.test(text)) return [];
        if (defines)
          for (const { groups } of second.value.all(text))
            for (const group of groups.slice(1)) if (group) memory.seen.add(group);
        return first.value
          .all(text)
          .filter(
            ({ start, end, text: match }) =>
              !(defines && memory.seen.has(match)) &&
              !exceptions.covers(match) &&
              !exceptions.surrounds(text, start, end),
          )
          .map(({ start, end, text: match }) => ({ start, end, match, values: [match] }));
      },
    },
  };
}

const rank: readonly Growth[] = ['linear', 'wide', 'polynomial', 'exponential'];

/** The slowest of several patterns. */
const worst = (matchers: readonly Matcher[]): Growth =>
  rank[Math.max(0, ...matchers.map(({ growth }) => rank.indexOf(growth)))] ?? 'linear';
