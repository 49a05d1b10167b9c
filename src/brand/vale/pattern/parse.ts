import type { Edge, Flags, PatternNode, PatternReading } from './node';
import { escapeAt, PatternFault, setAt } from './set';

/** Longer ones are no patterns that anybody wrote; nesting as deep would end the stack. */
const longest = 2_000_000;
const deepest = 200;

/**
 * Reads a pattern in the dialect of Vale: Go's syntax with lookaround, atomic groups and back references. A flag in a
 * group (`(?i)`) holds to the end of the group, across its alternatives.
 */
export function readPattern(source: string): PatternReading {
  if (source.length > longest) return { ok: false, message: 'the pattern is too long', at: 0 };
  try {
    const reader = new Reader(source);
    const node = reader.all();
    return { ok: true, value: { node, captures: reader.captures } };
  } catch (error) {
    if (error instanceof PatternFault) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}

const edges: Readonly<Record<string, Edge>> = {
  A: 'start',
  z: 'end',
  Z: 'before-last-break',
  b: 'word',
  B: 'inside-word',
};

/** What may begin a repetition. */
const repeats = '*+?{';

class Reader {
  captures = 0;
  private at = 0;
  private depth = 0;
  private readonly names = new Map<string, number>();

  constructor(private readonly source: string) {}

  all(): PatternNode {
    const node = this.either({ i: false, m: false, s: false, x: false });
    if (this.at < this.source.length) throw new PatternFault('a bracket “)” has no partner', this.at);
    return node;
  }

  /** Alternatives up to the end of the group. `flags` belong to the group and change as it is read. */
  private either(flags: Flags): PatternNode {
    if ((this.depth += 1) > deepest) throw new PatternFault('it is nested too deeply', this.at);
    const options = [this.sequence(flags)];
    while (this.source[this.at] === '|') {
      this.at += 1;
      options.push(this.sequence(flags));
    }
    this.depth -= 1;
    return options.length === 1 && options[0] ? options[0] : { kind: 'either', options };
  }

  private sequence(flags: Flags): PatternNode {
    const parts: PatternNode[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const part = this.atom(flags);
      if (part) parts.push(this.repeated(part, flags));
    }
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'seq', parts };
  }

  private atom(flags: Flags): PatternNode | null {
    const { source } = this;
    const letter = source[this.at] ?? '';
    if (flags.x && /\s/.test(letter)) return this.skipped(1);
    if (flags.x && letter === '#')
      return this.skipped(/^[^\n]*/.exec(source.slice(this.at))?.[0].length ?? 1);
    if (letter === '(') return this.group(flags);
    if (letter === '[') {
      const { negated, items, end } = setAt(source, this.at + 1);
      this.at = end;
      return { kind: 'set', negated, items, i: flags.i };
    }
    if (letter === '\\') return this.escaped(flags);
    if (/[*+?]/.test(letter)) throw new PatternFault(`“${letter}” has nothing to repeat`, this.at);
    const code = source.codePointAt(this.at) ?? 0;
    this.at += String.fromCodePoint(code).length;
    if (letter === '.') return { kind: 'any', all: flags.s };
    if (letter === '^') return { kind: 'edge', at: flags.m ? 'line-start' : 'start' };
    if (letter === '$') return { kind: 'edge', at: flags.m ? 'line-end' : 'end' };
    return { kind: 'char', code, i: flags.i };
  }

  private skipped(length: number): null {
    this.at += length;
    return null;
  }

  private escaped(flags: Flags): PatternNode | null {
    const { source } = this;
    const letter = source[this.at + 1] ?? '';
    const edge = edges[letter];
    if (edge) {
      this.at += 2;
      return { kind: 'edge', at: edge };
    }
    if (letter === 'Q') return this.quoted(flags);
    if (letter === 'G') throw new PatternFault('\\G is not supported', this.at);
    const back = /^(?:([1-9]\d?)|k(?:<(\w+)>|'(\w+)'|\{(\w+)\}))/.exec(
      source.slice(this.at + 1, this.at + 60),
    );
    if (back) {
      const name = back[2] ?? back[3] ?? back[4];
      const index = name === undefined ? Number(back[1]) : (this.names.get(name) ?? Number(name));
      if (!Number.isInteger(index) || index > this.captures || index < 1)
        throw new PatternFault('a back reference leads to no group', this.at);
      this.at += 1 + back[0].length;
      return { kind: 'back', index, i: flags.i };
    }
    const found = escapeAt(source, this.at + 1);
    if (!found) throw new PatternFault(`nobody knows the escape \\${letter}`, this.at);
    this.at = found.end;
    const { item } = found;
    return item.kind === 'range'
      ? { kind: 'char', code: item.from, i: flags.i }
      : { kind: 'set', negated: false, items: [item], i: flags.i };
  }

  private quoted(flags: Flags): PatternNode {
    const found = this.source.indexOf('\\E', this.at + 2);
    const end = found < 0 ? this.source.length : found;
    const parts = [...this.source.slice(this.at + 2, end)].map((one): PatternNode => ({
      kind: 'char',
      code: one.codePointAt(0) ?? 0,
      i: flags.i,
    }));
    this.at = Math.min(end + 2, this.source.length);
    return { kind: 'group', index: null, body: { kind: 'seq', parts } };
  }

  private group(flags: Flags): PatternNode | null {
    const start = this.at;
    const rest = this.source.slice(start + 1, start + 60);
    const comment = /^\?#[^)]*\)?/.exec(this.source.slice(start + 1));
    if (comment) return this.skipped(1 + comment[0].length);
    const look = /^\?(<?)([=!])/.exec(rest);
    if (look) {
      const body = this.inner(start, 1 + look[0].length, flags);
      return { kind: 'look', ahead: look[1] === '', negated: look[2] === '!', body };
    }
    if (rest.startsWith('?>')) return { kind: 'atomic', body: this.inner(start, 3, flags) };
    const name = /^\?(?:P?<(\w+)>|'(\w+)')/.exec(rest);
    if (name || !rest.startsWith('?')) {
      const index = (this.captures += 1);
      if (name) this.names.set(name[1] ?? name[2] ?? '', index);
      return { kind: 'group', index, body: this.inner(start, 1 + (name?.[0].length ?? 0), flags) };
    }
    const set = /^\?([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/.exec(rest);
    if (!set) throw new PatternFault('a group of this kind is not supported', start);
    const changed = set[3] === ')' ? flags : { ...flags };
    this.change(changed, set[1] ?? '', true);
    this.change(changed, set[2] ?? '', false);
    if (set[3] === ')') return this.skipped(1 + set[0].length);
    return { kind: 'group', index: null, body: this.inner(start, 1 + set[0].length, changed) };
  }

  private change(flags: Flags, letters: string, value: boolean): void {
    for (const letter of letters) {
      if (letter === 'i' || letter === 'm' || letter === 's' || letter === 'x') flags[letter] = value;
      else if (letter !== 'n' && letter !== 'U')
        throw new PatternFault(`nobody knows the flag (?${letter})`, this.at);
    }
  }

  private inner(start: number, length: number, flags: Flags): PatternNode {
    this.at = start + length;
    const body = this.either({ ...flags });
    if (this.source[this.at] !== ')') throw new PatternFault('a bracket “(” has no partner', start);
    this.at += 1;
    return body;
  }

  private repeated(body: PatternNode, flags: Flags): PatternNode {
    let node = body;
    if (!flags.x && !repeats.includes(this.source[this.at] ?? ' ')) return node;
    for (let times = 0; ; times += 1) {
      const rest = this.source.slice(this.at, this.at + 24);
      if (flags.x && /^\s/.test(rest)) {
        this.at += 1;
        times -= 1;
        continue;
      }
      const found = /^(?:([*+?])|\{(\d{1,5})(,)?(\d{1,5})?\})([?+]?)/.exec(rest);
      if (!found || (found[4] !== undefined && found[3] === undefined)) return node;
      if (times > 0) throw new PatternFault('one repetition follows another', this.at);
      this.at += found[0].length;
      const min = found[1] === '+' ? 1 : found[1] ? 0 : Number(found[2]);
      const max =
        found[1] === '?' ? 1 : found[1] || (found[3] && !found[4]) ? Infinity : Number(found[4] ?? found[2]);
      if (max < min) throw new PatternFault('a repetition is the wrong way round', this.at);
      const mode = found[5] === '?' ? 'lazy' : found[5] === '+' ? 'possessive' : 'greedy';
      node = { kind: 'repeat', min, max, mode, body: node };
    }
  }
}
