import { sentenceRanges } from '../language/sentences';
import type { TaggedWord } from '../language/tagger';
import { treebankTokens } from '../language/words';
import { compilePattern, type Matcher } from '../pattern/compile';
import type { RuleOf } from '../schema';
import type { FinderReading, Found } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';

/** One step of a sequence. A token with `skip` is as many optional steps before itself. */
interface Step {
  readonly pattern: Matcher | null;
  readonly tag: Matcher | null;
  readonly negate: boolean;
  readonly skip: number;
  readonly optional: boolean;
  readonly first: boolean;
  readonly last: boolean;
}

/** Finds words in a row by what they say and what class of word they are. */
export function sequence(rule: RuleOf<'sequence'>, around: Surroundings): FinderReading {
  const steps: Step[] = [];
  for (const { pattern, tag, negate, skip } of rule.tokens) {
    const compiled =
      pattern === '' ? null : compilePattern(`${rule.ignorecase ? '(?i)' : ''}(?m)(?:${pattern})`);
    const tagged = tag === '' ? null : compilePattern(tag);
    for (const one of [compiled, tagged])
      if (one && !one.ok) return { ok: false, key: 'tokens', message: one.message };
    const base = {
      pattern: compiled?.ok ? compiled.value : null,
      tag: tagged?.ok ? tagged.value : null,
      negate,
      skip,
    };
    for (let left = skip; left > 0; left -= 1)
      steps.push({ ...base, optional: true, first: left === skip, last: false });
    if (base.pattern || base.tag) steps.push({ ...base, optional: false, first: false, last: true });
  }
  const anchor = steps.findIndex((step) => !step.negate && step.pattern !== null);
  if (anchor < 0)
    return { ok: false, key: 'tokens', message: 'One token must have a pattern that is not negated.' };
  const { tagger } = around;
  const pattern = steps[anchor]?.pattern;
  return {
    ok: true,
    value: {
      hints: null,
      growth: 'wide',
      find: (text) => {
        if (!tagger || !pattern?.test(text)) return [];
        const tokens = sentenceRanges(text).flatMap(({ start, end }) =>
          treebankTokens(text.slice(start, end)),
        );
        return findIn(text, pattern, steps, anchor, tagger(tokens));
      },
    },
  };
}

function findIn(
  text: string,
  pattern: Matcher,
  steps: readonly Step[],
  anchor: number,
  words: readonly TaggedWord[],
): Found[] {
  const alerts: Found[] = [];
  const history = new Set<number>();
  let stepOver: string[] = [];
  for (const { text: match } of pattern.all(text)) {
    const { row, index } = rowAt(steps, anchor, words, history);
    history.add(index);
    if (row.length === 0) {
      stepOver.push(match);
      continue;
    }
    const said = joined(row);
    const start = text.indexOf(said);
    alerts.push({ start, end: start + said.length, match: said, values: row, stepOver });
    stepOver = [];
  }
  return alerts;
}

/** The words around the next place where the anchor fits, or none where the others do not. */
function rowAt(
  steps: readonly Step[],
  anchor: number,
  words: readonly TaggedWord[],
  history: ReadonlySet<number>,
) {
  const target = steps[anchor];
  const index = words.findIndex((word, at) => target !== undefined && fits(target, word) && !history.has(at));
  if (index < 0 || !target) return { row: [], index: 0 };
  const row: string[] = [];
  for (let back = 1; anchor - back >= 0; back += 1) {
    const word = words[index - back];
    const step = steps[anchor - back];
    if (!word || !step) return { row: [], index };
    row.unshift(word.text);
    // Steps are kept in the order of reading; going back, the optional ones come before the one that must be there.
    const optional = step.skip > 0 ? (step.optional || step.last) && !step.first : step.optional;
    const fit = fits(step, word);
    if (!fit && !optional) return { row: [], index };
    if (fit && optional) break;
  }
  for (let on = 0; anchor + on < steps.length; on += 1) {
    const word = words[index + on];
    const step = steps[anchor + on];
    if (!word || !step) return { row: [], index };
    row.push(word.text);
    const fit = fits(step, word);
    if (!fit && !step.optional) return { row: [], index };
    if (fit && step.optional) break;
  }
  return { row, index };
}

function fits({ pattern, tag, negate }: Step, word: TaggedWord): boolean {
  const wrongTag = (tag?.test(word.tag) ?? true) === negate;
  const wrongText = pattern !== null && pattern.test(word.text) === negate;
  if (!pattern) return !wrongTag;
  return !wrongText && (!tag || !wrongTag);
}

/** The words as they stood in the text: signs close up to the word before. */
function joined(row: readonly string[]): string {
  let text = '';
  for (const word of row) text += text === '' || /^[.,:;!?")]$|^'/.test(word) ? word : ` ${word}`;
  return text.trim();
}
