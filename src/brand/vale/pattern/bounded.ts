import { emitPattern } from './emit';
import type { Edge, Pattern, PatternNode } from './node';

/** One step is one look at a character or an edge. So many are allowed for one text: some milliseconds. */
const mostSteps = 400_000;

class TooLong extends Error {}

/** A way on from a place: the end of the match, or -1. */
type Way = (at: number) => number;

export interface BoundedMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

/**
 * Finds matches with a limit on the work, for patterns that could keep an ordinary matcher busy for hours. Where the limit is
 * reached, what was found so far stands.
 */
export function boundedSearch(pattern: Pattern): (text: string) => readonly BoundedMatch[] {
  return (text) => {
    const search = new Search(text, pattern);
    try {
      search.run();
    } catch (error) {
      if (!(error instanceof TooLong) && !(error instanceof RangeError)) throw error;
    }
    return search.found;
  };
}

const word = /[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]/u;

class Search {
  readonly found: BoundedMatch[] = [];
  private steps = 0;
  private captures: (readonly [number, number] | undefined)[] = [];
  private readonly sets = new Map<PatternNode, (character: string) => boolean>();

  constructor(
    private readonly text: string,
    private readonly pattern: Pattern,
  ) {}

  run(): void {
    const way = this.way(this.pattern.node, (at) => at);
    for (let start = 0; start <= this.text.length;) {
      this.captures = [];
      const end = way(start);
      if (end < 0) {
        start += 1;
        continue;
      }
      const groups = Array.from({ length: this.pattern.captures + 1 }, (_, index) => {
        const [from, to] = index === 0 ? [start, end] : (this.captures[index] ?? []);
        return from === undefined ? undefined : this.text.slice(from, to);
      });
      this.found.push({ start, end, groups });
      start = end > start ? end : start + 1;
    }
  }

  private step(): void {
    if ((this.steps += 1) > mostSteps) throw new TooLong();
  }

  private way(node: PatternNode, next: Way): Way {
    switch (node.kind) {
      case 'char':
      case 'any':
      case 'set': {
        const fits = this.test(node);
        return (at) => {
          this.step();
          const character = this.at(at);
          return character !== '' && fits(character) ? next(at + character.length) : -1;
        };
      }
      case 'edge':
        return (at) => {
          this.step();
          return this.isEdge(node.at, at) ? next(at) : -1;
        };
      case 'group':
        return node.index === null ? this.way(node.body, next) : this.capture(node.index, node.body, next);
      case 'atomic': {
        const inner = this.way(node.body, (at) => at);
        return (at) => {
          const end = inner(at);
          return end < 0 ? -1 : next(end);
        };
      }
      case 'look':
        return this.look(node, next);
      case 'back':
        return (at) => {
          const [from = 0, to = 0] = this.captures[node.index] ?? [];
          const said = this.text.slice(from, to);
          const here = this.text.slice(at, at + said.length);
          const same = node.i ? said.toLowerCase() === here.toLowerCase() : said === here;
          return same ? next(at + said.length) : -1;
        };
      case 'repeat':
        return node.mode === 'possessive'
          ? this.way({ kind: 'atomic', body: { ...node, mode: 'greedy' } }, next)
          : this.repeat(node, next);
      case 'seq':
        return [...node.parts].reverse().reduce<Way>((after, part) => this.way(part, after), next);
      case 'either': {
        const ways = node.options.map((option) => this.way(option, next));
        return (at) => {
          for (const way of ways) {
            const end = way(at);
            if (end >= 0) return end;
          }
          return -1;
        };
      }
    }
  }

  private capture(index: number, body: PatternNode, next: Way): Way {
    const starts: number[] = [];
    const inner = this.way(body, (at) => {
      const before = this.captures[index];
      const start = starts.pop() ?? at;
      this.captures[index] = [start, at];
      const end = next(at);
      if (end < 0) {
        this.captures[index] = before;
        starts.push(start);
      }
      return end;
    });
    return (at) => {
      starts.push(at);
      const end = inner(at);
      if (end < 0) starts.pop();
      return end;
    };
  }

  /** Behind a place: any start from which the body ends exactly here. */
  private look(node: Extract<PatternNode, { kind: 'look' }>, next: Way): Way {
    if (node.ahead) {
      const inner = this.way(node.body, (at) => at);
      return (at) => (inner(at) >= 0 !== node.negated ? next(at) : -1);
    }
    let here = 0;
    const inner = this.way(node.body, (at) => (at === here ? at : -1));
    return (at) => {
      let fits = false;
      for (let start = at; start >= 0 && !fits; start -= 1) {
        here = at;
        fits = inner(start) >= 0;
      }
      return fits !== node.negated ? next(at) : -1;
    };
  }

  private repeat(node: Extract<PatternNode, { kind: 'repeat' }>, next: Way): Way {
    let count = 0;
    let from = -1;
    const more: Way = (at) => {
      const [counted, began] = [count, from];
      if (at === began && counted > node.min) return -1;
      const again = () => {
        if (counted >= node.max) return -1;
        count = counted + 1;
        from = at;
        const end = body(at);
        count = counted;
        from = began;
        return end;
      };
      const on = () => {
        if (counted < node.min) return -1;
        // What follows may come back to this very repetition, as a fresh one.
        count = 0;
        from = -1;
        const end = next(at);
        count = counted;
        from = began;
        return end;
      };
      const first = node.mode === 'lazy' ? on() : again();
      return first >= 0 ? first : node.mode === 'lazy' ? again() : on();
    };
    const body = this.way(node.body, more);
    return (at) => {
      const [counted, began] = [count, from];
      count = 0;
      from = -1;
      const end = more(at);
      count = counted;
      from = began;
      return end;
    };
  }

  private at(at: number): string {
    const code = this.text.codePointAt(at);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  private test(node: PatternNode): (character: string) => boolean {
    const known = this.sets.get(node);
    if (known) return known;
    const { source, flags } = emitPattern({ node, captures: 0 }, true);
    const single = new RegExp(`^${source}$`, flags.replace('g', ''));
    const answers = new Map<string, boolean>();
    const test = (character: string) => {
      const answer = answers.get(character) ?? single.test(character);
      answers.set(character, answer);
      return answer;
    };
    this.sets.set(node, test);
    return test;
  }

  private isEdge(edge: Edge, at: number): boolean {
    const { text } = this;
    const isWord = (index: number) => index >= 0 && word.test(text[index] ?? '');
    switch (edge) {
      case 'start':
        return at === 0;
      case 'end':
        return at === text.length;
      case 'line-start':
        return at === 0 || text[at - 1] === '\n';
      case 'line-end':
        return at === text.length || text[at] === '\n';
      case 'before-last-break':
        return at === text.length || (at === text.length - 1 && text[at] === '\n');
      case 'word':
        return isWord(at - 1) !== isWord(at);
      case 'inside-word':
        return isWord(at - 1) === isWord(at);
    }
  }
}
