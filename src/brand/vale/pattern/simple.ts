import { readPattern } from './parse';
import type { PatternNode, SetItem } from './node';

/** How long a pattern can take on a hostile text. */
export type Growth =
  /** Repeats are few, or kept within words: time grows with the text. */
  | 'linear'
  /** Runs over everything up to some mark: quick on paragraphs, slow on a whole book. */
  | 'wide'
  /** Two such runs may share what they take. */
  | 'polynomial'
  /** Repeats within repeats that can split the same text in many ways, or three such runs: a line may take hours. */
  | 'exponential';

const order: readonly Growth[] = ['linear', 'wide', 'polynomial', 'exponential'];
const worse = (a: Growth, b: Growth): Growth => (order.indexOf(a) >= order.indexOf(b) ? a : b);

/**
 * Whether a pattern may run wherever somebody types: no text makes it slow. Others run on the server only, within limits.
 * Said of the pattern alone and on the safe side: some that are never slow are not called simple.
 */
export function isSimple(pattern: string): boolean {
  const reading = readPattern(pattern);
  return reading.ok && order.indexOf(growthOf(reading.value.node)) <= order.indexOf('wide');
}

/** How the time of a pattern grows with the text. */
export function growthOf(node: PatternNode): Growth {
  switch (node.kind) {
    case 'seq':
      return node.parts.reduce<Growth>((all, part) => worse(all, growthOf(part)), growthOfRow(node.parts));
    case 'either':
      return node.options.reduce<Growth>((all, option) => worse(all, growthOf(option)), 'linear');
    case 'group':
    case 'atomic':
    case 'look':
      return growthOf(node.body);
    case 'repeat':
      return worse(growthOf(node.body), growthOfRepeat(node));
    default:
      return 'linear';
  }
}

/** Repetitions that often are as good as endless. */
const manyTimes = 12;
const isLong = (node: PatternNode): node is Extract<PatternNode, { kind: 'repeat' }> =>
  node.kind === 'repeat' && node.max >= manyTimes && node.max > node.min;

function growthOfRepeat(node: Extract<PatternNode, { kind: 'repeat' }>): Growth {
  if (node.max >= 3 && hasLong(node.body) && isAmbiguous(node.body)) return 'exponential';
  if (!isLong(node)) return 'linear';
  if (node.mode === 'possessive') return 'wide';
  return isAmbiguous(node.body) ? 'exponential' : isWideSet(firstOf(node.body).set) ? 'wide' : 'linear';
}

/** Whether there is a long repetition in it. */
const hasLong = (node: PatternNode): boolean => {
  if (isLong(node)) return true;
  if (node.kind === 'seq') return node.parts.some(hasLong);
  if (node.kind === 'either') return node.options.some(hasLong);
  return 'body' in node && node.kind !== 'look' && hasLong(node.body);
};

/** Whether a text can be taken in several ways by the body, said again and again. */
function isAmbiguous(body: PatternNode): boolean {
  const node = bare(body);
  if (node.kind === 'atomic') return false;
  if (node.kind === 'either') {
    const firsts = node.options.map((option) => firstOf(option));
    if (firsts.some(({ nullable }) => nullable) || node.options.some(isAmbiguous)) return true;
    return firsts.some((one, index) => firsts.slice(index + 1).some((other) => overlap(one.set, other.set)));
  }
  const parts = node.kind === 'seq' ? node.parts.map(bare) : [node];
  if (parts.some((part) => part.kind === 'either' && isAmbiguous(part))) return true;
  if (firstOf(node).nullable) return true;
  // Each part of changing length must end where the next one (or the body, said again) begins.
  return parts.some((part, index) => {
    if (part.kind !== 'repeat' || part.min === part.max) return false;
    if (isLong(part) && isAmbiguous(part.body)) return true;
    const after = firstOf({ kind: 'seq', parts: [...parts.slice(index + 1), ...parts] });
    return overlap(wholeOf(part.body), after.set);
  });
}

/** Neighbours: two long runs that share characters with nothing between them that tells them apart. */
function growthOfRow(parts: readonly PatternNode[]): Growth {
  let growth: Growth = 'linear';
  let open: CharacterSet | null = null;
  let shared = 0;
  let wideRuns = 0;
  for (const part of parts.map(bare)) {
    if (part.kind === 'edge' || part.kind === 'look') continue;
    const long = isLong(part);
    if (!long && !open) continue;
    const whole = wholeOf(part);
    if (long) {
      if (open && overlap(open, whole)) shared += 1;
      if (isWideSet(whole)) wideRuns += 1;
      const runs = Math.max(shared + 1, wideRuns);
      growth = worse(growth, runs > 2 ? 'exponential' : runs > 1 ? 'polynomial' : 'linear');
      open = open ? union(open, whole) : whole;
    } else if (open && !firstOf(part).nullable && !overlap(open, whole)) open = null;
  }
  return growth;
}

/** Without the groups around it. */
const bare = (node: PatternNode): PatternNode => (node.kind === 'group' ? bare(node.body) : node);

/** Which of the ASCII characters (0 to 127), and whether others (128), belong. */
type CharacterSet = Uint8Array;
const none = (): CharacterSet => new Uint8Array(129);
const everything = (): CharacterSet => new Uint8Array(129).fill(1);

const overlap = (a: CharacterSet, b: CharacterSet): boolean => {
  for (let at = 0; at < a.length; at += 1) if (a[at] === 1 && b[at] === 1) return true;
  return false;
};
const union = (a: CharacterSet, b: CharacterSet): CharacterSet => a.map((one, at) => one | (b[at] ?? 0));
const joined = (sets: readonly CharacterSet[]): CharacterSet => {
  const all = none();
  for (const set of sets) for (let at = 0; at < all.length; at += 1) if (set[at] === 1) all[at] = 1;
  return all;
};

/** Letters and spaces both: it runs over words. */
const isWideSet = (set: CharacterSet): boolean => set[32] === 1 && set[101] === 1;

interface First {
  readonly set: CharacterSet;
  readonly nullable: boolean;
}

/** What a match can begin with. */
function firstOf(node: PatternNode): First {
  switch (node.kind) {
    case 'char':
    case 'any':
    case 'set':
      return { set: wholeOf(node), nullable: false };
    case 'edge':
    case 'look':
      return { set: none(), nullable: true };
    case 'back':
      return { set: everything(), nullable: true };
    case 'group':
    case 'atomic':
      return firstOf(node.body);
    case 'repeat': {
      const first = firstOf(node.body);
      return { set: first.set, nullable: first.nullable || node.min === 0 };
    }
    case 'either': {
      const firsts = node.options.map(firstOf);
      return { set: joined(firsts.map(({ set }) => set)), nullable: firsts.some((one) => one.nullable) };
    }
    case 'seq': {
      let set = none();
      for (const part of node.parts) {
        const first = firstOf(part);
        set = union(set, first.set);
        if (!first.nullable) return { set, nullable: false };
      }
      return { set, nullable: true };
    }
  }
}

/** Every character that a match can hold. */
function wholeOf(node: PatternNode): CharacterSet {
  switch (node.kind) {
    case 'char':
      return setOf(false, [{ kind: 'range', from: node.code, to: node.code }], node.i);
    case 'any':
      return everything();
    case 'set':
      return setOf(node.negated, node.items, node.i);
    case 'back':
      return everything();
    case 'edge':
    case 'look':
      return none();
    case 'group':
    case 'atomic':
    case 'repeat':
      return wholeOf(node.body);
    case 'either':
      return joined(node.options.map(wholeOf));
    case 'seq':
      return joined(node.parts.map(wholeOf));
  }
}

const classes = { d: /\d/, w: /\w/, s: /\s/ } as const;

function setOf(negated: boolean, items: readonly SetItem[], i: boolean): CharacterSet {
  const set = none();
  for (const item of items) {
    if (item.kind === 'range') {
      for (let code = item.from; code <= Math.min(item.to, 127); code += 1) {
        const text = String.fromCharCode(code);
        for (const one of i ? [text.toLowerCase(), text.toUpperCase()] : [text]) set[one.charCodeAt(0)] = 1;
      }
      if (item.to > 127) set[128] = 1;
      continue;
    }
    const pattern =
      item.kind === 'class' ? classes[item.name] : new RegExp(`\\p{${item.name}}`, i ? 'iu' : 'u');
    for (let code = 0; code < 128; code += 1)
      if (pattern.test(String.fromCharCode(code)) !== item.negated) set[code] = 1;
    set[128] = 1;
  }
  if (!negated) return set;
  const rest = set.map((one) => 1 - one);
  rest[128] = 1;
  return rest;
}
