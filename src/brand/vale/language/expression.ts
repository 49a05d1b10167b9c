import { own } from '../../../shared/own';

/** A number that remembers whether it is whole: whole numbers divide to whole numbers, as in the formulas of Vale. */
interface Value {
  readonly number: number;
  readonly whole: boolean;
}

type Node = (values: ReadonlyMap<string, number>) => Value;

/** A formula or condition made ready; `names` are the values that it needs. */
export interface Expression {
  readonly names: readonly string[];
  /** Truth counts as 1. */
  evaluate(values: ReadonlyMap<string, number>): number;
}

export type ExpressionReading =
  { readonly ok: true; readonly value: Expression } | { readonly ok: false; readonly message: string };

class Fault extends Error {}

const longest = 2_000;
const functions: Readonly<Record<string, (...numbers: number[]) => number>> = {
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  pow: Math.pow,
  abs: Math.abs,
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  trunc: Math.trunc,
  exp: Math.exp,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  min: Math.min,
  max: Math.max,
};

/** Reads arithmetic with comparisons: numbers, names, `+ - * / %`, `math.sqrt(…)`, `< <= > >= == !=`, `&& || !`, `a ? b : c`. */
export function readExpression(source: string): ExpressionReading {
  if (source.length > longest) return { ok: false, message: 'it is too long' };
  try {
    const reader = new Reader(source);
    const node = reader.all();
    return { ok: true, value: { names: [...reader.names], evaluate: (values) => node(values).number } };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, message: error.message };
    throw error;
  }
}

const token =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_]\w*(?:\.\w+)?)|(&&|\|\||[<>=!]=|[-+*/%<>!?:(),]))/y;

/** Operators by how tightly they bind, the loosest first. */
const operators: readonly (readonly string[])[] = [['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']]; // prettier-ignore
const deepest = 60;

class Reader {
  readonly names = new Set<string>();
  private readonly tokens: string[] = [];
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    const text = source.trimEnd();
    token.lastIndex = 0;
    while (token.lastIndex < text.length) {
      const start = token.lastIndex;
      const found = token.exec(text);
      if (!found) throw new Fault(`“${text.slice(start, start + 20).trim()}” is no part of a formula`);
      this.tokens.push(found[1] ?? found[2] ?? found[3] ?? '');
    }
    if (this.tokens.length === 0) throw new Fault('it is empty');
  }

  all(): Node {
    const node = this.choice();
    if (this.at < this.tokens.length)
      throw new Fault(`“${this.tokens[this.at] ?? ''}” stands where nothing is expected`);
    return node;
  }

  private accept(text: string): boolean {
    if (this.tokens[this.at] !== text) return false;
    this.at += 1;
    return true;
  }

  private choice(): Node {
    if ((this.depth += 1) > deepest) throw new Fault('it is nested too deeply');
    const test = this.binary(0);
    this.depth -= 1;
    if (!this.accept('?')) return test;
    const yes = this.choice();
    if (!this.accept(':')) throw new Fault('a “?” has no “:”');
    const no = this.choice();
    return (values) => (test(values).number !== 0 ? yes(values) : no(values));
  }

  private binary(level: number): Node {
    const names = operators[level];
    if (!names) return this.unary();
    let left = this.binary(level + 1);
    for (
      let name = this.tokens[this.at];
      name !== undefined && names.includes(name);
      name = this.tokens[this.at]
    ) {
      this.at += 1;
      const [before, after, operator] = [left, this.binary(level + 1), name];
      left = (values) => calculate(operator, before(values), after(values));
    }
    return left;
  }

  private unary(): Node {
    if ((this.depth += 1) > deepest) throw new Fault('it is nested too deeply');
    const node = this.signed();
    this.depth -= 1;
    return node;
  }

  private signed(): Node {
    const sign = this.tokens[this.at] ?? '';
    if (sign === '-' || sign === '+' || sign === '!') {
      this.at += 1;
      const node = this.unary();
      if (sign === '+') return node;
      return (values) => {
        const { number, whole } = node(values);
        return sign === '-' ? { number: -number, whole } : { number: Number(number === 0), whole: true };
      };
    }
    if (this.accept('(')) {
      const node = this.choice();
      if (!this.accept(')')) throw new Fault('a bracket “(” has no partner');
      return node;
    }
    this.at += 1;
    if (/^[\d.]/.test(sign)) {
      const value = { number: Number(sign), whole: !/[.eE]/.test(sign) };
      return () => value;
    }
    if (!/^[A-Za-z_]/.test(sign))
      throw new Fault(sign === '' ? 'it ends too early' : `“${sign}” stands where a number is expected`);
    return this.tokens[this.at] === '(' ? this.call(sign) : this.named(sign);
  }

  private named(name: string): Node {
    if (name === 'true' || name === 'false') return () => ({ number: Number(name === 'true'), whole: true });
    this.names.add(name);
    return (values) => ({ number: values.get(name) ?? 0, whole: false });
  }

  private call(name: string): Node {
    const make = /^(?:math\.)?\w+$/.test(name) ? own(functions, name.replace(/^math\./, '')) : undefined;
    if (!make && name !== 'int' && name !== 'float') throw new Fault(`nobody knows the function ${name}`);
    this.at += 1;
    const parts: Node[] = [];
    while (!this.accept(')')) {
      if (parts.length > 0 && !this.accept(',')) throw new Fault('a bracket “(” has no partner');
      parts.push(this.choice());
    }
    return (values) => {
      const numbers = parts.map((part) => part(values).number);
      if (make) return { number: make(...numbers), whole: false };
      return name === 'int'
        ? { number: Math.trunc(numbers[0] ?? 0), whole: true }
        : { number: numbers[0] ?? 0, whole: false };
    };
  }
}

function calculate(operator: string, a: Value, b: Value): Value {
  const whole = a.whole && b.whole;
  const truth = (value: boolean): Value => ({ number: Number(value), whole: true });
  switch (operator) {
    case '+':
      return { number: a.number + b.number, whole };
    case '-':
      return { number: a.number - b.number, whole };
    case '*':
      return { number: a.number * b.number, whole };
    case '/':
      return { number: whole ? Math.trunc(a.number / b.number) : a.number / b.number, whole };
    case '%':
      return { number: a.number % b.number, whole };
    case '<':
      return truth(a.number < b.number);
    case '<=':
      return truth(a.number <= b.number);
    case '>':
      return truth(a.number > b.number);
    case '>=':
      return truth(a.number >= b.number);
    case '==':
      return truth(a.number === b.number);
    case '!=':
      return truth(a.number !== b.number);
    case '&&':
      return truth(a.number !== 0 && b.number !== 0);
    default:
      return truth(a.number !== 0 || b.number !== 0);
  }
}
