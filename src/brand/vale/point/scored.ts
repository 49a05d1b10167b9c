import { readExpression, type Expression } from '../language/expression';
import { countsOf, grades, type TextCounts } from '../language/summary';
import type { RuleOf } from '../schema';
import type { FinderReading, Measures } from '../finder/found';

/** Names that a formula may use beside those of the marks in a text (`heading_h2`, `list`, `blockquote`, `pre`). */
const counted = [
  'words',
  'sentences',
  'paragraphs',
  'characters',
  'syllables',
  'complex_words',
  'long_words',
  'polysyllabic_words',
];
const marks = [
  'pre',
  'list',
  'blockquote',
  'heading_h1',
  'heading_h2',
  'heading_h3',
  'heading_h4',
  'heading_h5',
  'heading_h6',
];
const isKnown = (name: string): boolean => counted.includes(name) || marks.includes(name) || /^(?:figure_caption|script|style|figure)$/.test(name); // prettier-ignore

/** A formula over the whole text, and when it is too much. */
export function metric(rule: RuleOf<'metric'>): FinderReading {
  const formula = readExpression(rule.formula.replace(/heading\.(h[1-6])/g, 'heading_$1'));
  if (!formula.ok)
    return { ok: false, key: 'formula', message: `The formula cannot be read: ${formula.message}.` };
  const condition = readExpression(`result ${rule.condition.replace(/heading\.(h[1-6])/g, 'heading_$1')}`);
  if (!condition.ok)
    return { ok: false, key: 'condition', message: `The condition cannot be read: ${condition.message}.` };
  const unknown = [...formula.value.names, ...condition.value.names].find(
    (name) => name !== 'result' && !isKnown(name),
  );
  if (unknown !== undefined) return { ok: false, key: 'formula', message: `Nobody counts “${unknown}”. Names are ${[...counted, ...marks].join(', ')}.` }; // prettier-ignore
  return {
    ok: true,
    value: {
      hints: null,
      growth: 'linear',
      find: (text, _memory, measures) => {
        const result = scoreOf(formula.value, countsOf(text), measures);
        if (result === null) return [];
        const values = new Map([
          ...valuesOf(countsOf(text), measures),
          ['result', Number(result.toFixed(6))] as const,
        ]);
        if (condition.value.evaluate(values) === 0) return [];
        return [{ start: 0, end: 0, match: '', values: [result.toFixed(2)] }];
      },
    },
  };
}

function scoreOf(formula: Expression, counts: TextCounts, measures: Measures | null): number | null {
  if (counts.words === 0) return null;
  const result = formula.evaluate(valuesOf(counts, measures));
  return Number.isFinite(result) ? result : null;
}

const valuesOf = (counts: TextCounts, measures: Measures | null): ReadonlyMap<string, number> =>
  new Map([
    ...(measures ?? []),
    ['words', counts.words],
    ['sentences', counts.sentences],
    ['paragraphs', counts.paragraphs - 1],
    ['characters', counts.characters],
    ['syllables', counts.syllables],
    ['complex_words', counts.complexWords],
    ['long_words', counts.longWords],
    ['polysyllabic_words', counts.polysyllabicWords],
  ]);

/** The mean school grade by the named metrics, and the highest that is fine. */
export function readability(rule: RuleOf<'readability'>): FinderReading {
  const unknown = rule.metrics.find((name) => !Object.hasOwn(grades, name));
  if (unknown !== undefined || rule.metrics.length === 0)
    return {
      ok: false,
      key: 'metrics',
      message: `The metrics must be some of ${Object.keys(grades).join(', ')}.`,
    };
  return {
    ok: true,
    value: {
      hints: null,
      growth: 'linear',
      find: (text) => {
        const counts = countsOf(text);
        if (counts.words === 0) return [];
        const sum = rule.metrics.reduce((all, name) => all + (grades[name]?.(counts) ?? 0), 0);
        const grade = sum / rule.metrics.length;
        return grade > rule.grade ? [{ start: 0, end: 0, match: '', values: [grade.toFixed(2)] }] : [];
      },
    },
  };
}
