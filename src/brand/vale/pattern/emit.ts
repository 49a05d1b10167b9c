import type { Edge, Pattern, PatternNode, SetItem } from './node';

/** A pattern as JavaScript writes it. */
export interface Emitted {
  readonly source: string;
  readonly flags: string;
  /** Which group of the emitted pattern holds each capture of the original; captures count from 1. */
  readonly groups: readonly number[];
}

/**
 * Writes a pattern for JavaScript. `wide` is for texts with letters beyond ASCII: there `\b`, `\w` and `\d` mean every
 * alphabet, as they do in Vale; the narrow form is faster and says the same for all other texts.
 */
export function emitPattern(pattern: Pattern, wide: boolean): Emitted {
  const cased = new Set<boolean>();
  noteCase(pattern.node, cased);
  const writer = new Writer(wide, cased.size === 2);
  const source = writer.write(pattern.node);
  const flags = `g${cased.size === 1 && cased.has(true) ? 'i' : ''}${wide || writer.needsUnicode ? 'u' : ''}`;
  return { source, flags, groups: writer.groups };
}

/** Whether parts with letters want capitals ignored (true), kept (false), or some so and some so (both). */
function noteCase(node: PatternNode, cased: Set<boolean>): void {
  switch (node.kind) {
    case 'char':
      if (hasCase(node.code)) cased.add(node.i);
      return;
    case 'set':
    case 'back':
      cased.add(node.i);
      return;
    case 'seq':
      return node.parts.forEach((part) => noteCase(part, cased));
    case 'either':
      return node.options.forEach((option) => noteCase(option, cased));
    case 'group':
    case 'atomic':
    case 'look':
    case 'repeat':
      return noteCase(node.body, cased);
    case 'any':
    case 'edge':
      return;
  }
}

const hasCase = (code: number): boolean => {
  const text = String.fromCodePoint(code);
  return text.toLowerCase() !== text.toUpperCase();
};

const word = '\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}\\u200c\\u200d';

class Writer {
  readonly groups: number[] = [0];
  needsUnicode = false;
  private count = 0;

  constructor(
    private readonly wide: boolean,
    /** Capitals count in some parts and not in others: no flag can say that, so letters are written out. */
    private readonly mixed: boolean,
  ) {}

  write(node: PatternNode): string {
    switch (node.kind) {
      case 'char':
        return this.char(node.code, node.i);
      case 'any':
        return node.all ? '[\\s\\S]' : '[^\\n]';
      case 'set':
        return this.set(node.negated, node.items, node.i);
      case 'edge':
        return this.edge(node.at);
      case 'group':
        return node.index === null ? `(?:${this.write(node.body)})` : this.capture(node.index, node.body);
      case 'atomic':
        return this.atomic(() => this.write(node.body));
      case 'look':
        return `(?${node.ahead ? '' : '<'}${node.negated ? '!' : '='}${this.write(node.body)})`;
      case 'back':
        return `(?:\\${this.groups[node.index] ?? 0})`;
      case 'repeat':
        return node.mode === 'possessive'
          ? this.atomic(() => this.repeat(node.body, node.min, node.max))
          : `${this.repeat(node.body, node.min, node.max)}${node.mode === 'lazy' ? '?' : ''}`;
      case 'seq':
        return node.parts
          .map((part) => (part.kind === 'either' ? `(?:${this.write(part)})` : this.write(part)))
          .join('');
      case 'either':
        return node.options.map((option) => this.write(option)).join('|');
    }
  }

  private capture(index: number, body: PatternNode): string {
    this.count += 1;
    this.groups[index] = this.count;
    return `(${this.write(body)})`;
  }

  /** A lookahead never gives back what it took. */
  private atomic(body: () => string): string {
    this.count += 1;
    const own = this.count;
    return `(?:(?=(${body()}))\\${own})`;
  }

  private repeat(body: PatternNode, min: number, max: number): string {
    const text = this.write(body);
    const one = body.kind === 'char' || body.kind === 'set' || body.kind === 'any' || body.kind === 'group';
    const times =
      min === 0 && max === Infinity
        ? '*'
        : min === 1 && max === Infinity
          ? '+'
          : min === 0 && max === 1
            ? '?'
            : `{${min},${max === Infinity ? '' : max}}`;
    return `${one && !text.startsWith('(?=') ? text : `(?:${text})`}${times}`;
  }

  private edge(at: Edge): string {
    switch (at) {
      case 'start':
        return '^';
      case 'end':
        return '$';
      case 'line-start':
        return '(?<![^\\n])';
      case 'line-end':
        return '(?![^\\n])';
      case 'before-last-break':
        return '(?=\\n?$)';
      case 'word':
        return this.wide ? `(?:(?<=[${word}])(?![${word}])|(?<![${word}])(?=[${word}]))` : '\\b';
      case 'inside-word':
        return this.wide ? `(?:(?<=[${word}])(?=[${word}])|(?<![${word}])(?![${word}]))` : '\\B';
    }
  }

  private char(code: number, i: boolean): string {
    const text = String.fromCodePoint(code);
    const lower = text.toLowerCase();
    const upper = text.toUpperCase();
    if (this.mixed && i && lower !== upper) {
      const both = [...new Set([text, lower, upper])].filter((one) => [...one].length === 1);
      return both.length === 1
        ? this.literal(code)
        : `[${both.map((one) => this.literal(one.codePointAt(0) ?? 0)).join('')}]`;
    }
    return this.literal(code);
  }

  private literal(code: number): string {
    if (code > 0xffff) {
      this.needsUnicode = true;
      return `\\u{${code.toString(16)}}`;
    }
    const text = String.fromCharCode(code);
    return /[A-Za-z0-9_ ]/.test(text) || (code > 0xa0 && /[\p{L}\p{N}]/u.test(text))
      ? text
      : `\\u${code.toString(16).padStart(4, '0')}`;
  }

  private set(negated: boolean, items: readonly SetItem[], i: boolean): string {
    const outside: string[] = [];
    let inside = '';
    for (const item of items) {
      if (item.kind === 'range') inside += this.range(item.from, item.to, i);
      else if (item.kind === 'property') {
        this.needsUnicode = true;
        inside += `\\${item.negated ? 'P' : 'p'}{${item.name}}`;
      } else if (item.name === 's') inside += item.negated ? '\\S' : '\\s';
      else if (!this.wide) inside += `\\${item.negated ? item.name.toUpperCase() : item.name}`;
      else if (!item.negated) inside += item.name === 'd' ? '\\p{Nd}' : word;
      else outside.push(item.name === 'd' ? '\\P{Nd}' : `[^${word}]`);
    }
    const parts = inside === '' && outside.length > 0 ? outside : [`[${inside}]`, ...outside];
    if (!negated) return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
    return outside.length === 0 ? `[^${inside}]` : `(?:(?!${parts.join('|')})[\\s\\S])`;
  }

  private range(from: number, to: number, i: boolean): string {
    const written = (first: number, last: number) =>
      first === last ? this.literal(first) : `${this.literal(first)}-${this.literal(last)}`;
    if (!this.mixed || !i) return written(from, to);
    if (from === to) return this.char(from, true).replace(/^\[|\]$/g, '');
    const other = [
      [97, 122, -32],
      [65, 90, 32],
    ].map(([first = 0, last = 0, shift = 0]) => {
      const start = Math.max(from, first);
      const end = Math.min(to, last);
      return start <= end ? written(start + shift, end + shift) : '';
    });
    return `${written(from, to)}${other.join('')}`;
  }
}
