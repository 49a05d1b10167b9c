import type { PatternNode } from './node';

/**
 * Texts in lower case of which at least one stands in every match of the pattern; null where nothing is sure. Where none of
 * them stands in a text, the pattern need not be tried.
 */
export function literalsOf(node: PatternNode): readonly string[] | null {
  return best([sure(node)]);
}

/** The same where each match is, without capitals, one of the texts and nothing more; else null. */
export function exactTextsOf(node: PatternNode): readonly string[] | null {
  const texts = sure(node);
  return texts?.exact ? best([texts]) : null;
}

/** More alternatives than this tell too little. */
const most = 5_000;

/** What a part surely holds: one of `any`; `exact` says that `any` is the whole match, so neighbours may be joined to it. */
interface Sure {
  readonly any: readonly string[];
  readonly exact: boolean;
}

function sure(node: PatternNode): Sure | null {
  switch (node.kind) {
    case 'char': {
      const lower = String.fromCodePoint(node.code).toLowerCase();
      return { any: [lower], exact: true };
    }
    case 'set': {
      const letters = smallSet(node);
      return letters ? { any: letters, exact: true } : null;
    }
    case 'group':
    case 'atomic':
      return sure(node.body);
    case 'repeat': {
      if (node.min === 0) return null;
      const inner = sure(node.body);
      return inner && { any: inner.any, exact: inner.exact && node.max === 1 };
    }
    case 'either': {
      const all = node.options.map(sure);
      if (all.some((one) => one === null)) return null;
      const any = [...new Set(all.flatMap((one) => one?.any ?? []))];
      return any.length > most || any.includes('') ? null : { any, exact: all.every((one) => one?.exact) };
    }
    case 'seq':
      return sequence(node.parts);
    case 'edge':
    case 'look':
      return { any: [''], exact: true };
    case 'any':
    case 'back':
      return null;
  }
}

/** `[Aa]` and `[.!]`: a few characters, each written once. */
function smallSet(node: Extract<PatternNode, { kind: 'set' }>): readonly string[] | null {
  if (node.negated) return null;
  const letters = new Set<string>();
  for (const item of node.items) {
    if (item.kind !== 'range' || item.to - item.from > 4) return null;
    for (let code = item.from; code <= item.to; code += 1)
      letters.add(String.fromCodePoint(code).toLowerCase());
  }
  return letters.size <= 6 ? [...letters] : null;
}

/** Neighbours that are exact are one text: `b`, `[au]`, `n` are `ban` and `bun`. */
function sequence(parts: readonly PatternNode[]): Sure | null {
  const found: Sure[] = [];
  let run: readonly string[] = [''];
  let exact = true;
  let plain = '';
  for (const part of parts) {
    // Most patterns are plain words: their letters are put together first.
    if (part.kind === 'char') {
      plain += String.fromCodePoint(part.code).toLowerCase();
      continue;
    }
    const letters = plain;
    if (letters !== '') run = run.map((before) => before + letters);
    plain = '';
    const one = optional(part) ?? sure(part);
    const joined = one?.exact ? run.flatMap((before) => one.any.map((after) => before + after)) : null;
    if (joined && joined.length <= 40) {
      run = joined;
      continue;
    }
    found.push({ any: run, exact: false });
    if (one) found.push({ any: one.any, exact: false });
    run = one?.exact ? one.any : [''];
    exact = false;
  }
  const rest = plain;
  if (rest !== '') run = run.map((before) => before + rest);
  if (exact) return { any: run, exact: true };
  const any = best([...found, { any: run, exact: false }]);
  return any && { any, exact: false };
}

/** `colou?r` is `color` and `colour`. */
function optional(node: PatternNode): Sure | null {
  if (node.kind !== 'repeat' || node.min !== 0 || node.max !== 1) return null;
  const inner = sure(node.body);
  return inner?.exact && inner.any.length <= 6 ? { any: ['', ...inner.any], exact: true } : null;
}

/** The list that says most: long texts, few of them. */
function best(all: readonly (Sure | null)[]): readonly string[] | null {
  let top: readonly string[] | null = null;
  let score = 0;
  for (const one of all) {
    if (!one || one.any.length === 0) continue;
    const shortest = Math.min(...one.any.map(({ length }) => length));
    const worth = shortest === 0 ? 0 : Math.min(shortest, 6) - Math.log2(one.any.length) / 4;
    if (worth <= score && !(top === null && shortest > 0)) continue;
    if (shortest === 0) continue;
    top = one.any;
    score = worth;
  }
  return top;
}
