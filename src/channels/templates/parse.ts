import { filterNames, filters } from './filters/filters';
import type { Applied, Argument, Line, Operand, Placeholder, Segment } from './language';
import { isPlaceholder, placeholderNames } from './placeholders';
import { nearest, problemAt, type TemplateCode, type TemplateProblem } from './problem';

export interface Parsed {
  /** Line by line. */
  readonly lines: readonly Line[];
  /** In the order of the template; what is wrong is left out of `lines`. */
  readonly problems: readonly TemplateProblem[];
}

const nameAt = /[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*|\[\d{1,3}\])*/y;
const numberAt = /\d{1,6}(?![\w.])/y;
const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '„': '“”', '‘': '’' };

/** Reads one part of a template: `{{ chain | filter: argument, argument }}`, a chain being `title ?? "words"`. Never throws. */
export function parseTemplate(template: string): Parsed {
  const lines: Segment[][] = [[]];
  const problems: TemplateProblem[] = [];
  const say = (words: string) => {
    const [first = '', ...rest] = words.split('\n');
    const add = (text: string) => text !== '' && lines.at(-1)?.push({ kind: 'words', words: text });
    add(first);
    for (const one of rest) {
      lines.push([]);
      add(one);
    }
  };
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{{', at);
    say(template.slice(at, open < 0 ? undefined : open));
    if (open < 0) break;
    const read = readPlaceholder(template, open);
    problems.push(...read.problems);
    if (read.placeholder) lines.at(-1)?.push(read.placeholder);
    at = read.end;
  }
  return { lines, problems };
}

function readPlaceholder(
  template: string,
  open: number,
): { placeholder: Placeholder | null; problems: TemplateProblem[]; end: number } {
  const problems: TemplateProblem[] = [];
  let at = open + 2;
  const report = (
    span: readonly [number, number],
    code: TemplateCode,
    values: Record<string, string | number>,
    say: (place: string) => string,
  ) => problems.push(problemAt(template, span, code, values, say));
  const skip = () => {
    while (/\s/.test(template[at] ?? '')) at += 1;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(template)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const isNext = (text: string): boolean => {
    skip();
    if (!template.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };

  function words(): string | null {
    const ending = quotes[template[at] ?? ''];
    if (ending === undefined) return null;
    const start = at;
    let text = '';
    for (at += 1; at < template.length; at += 1) {
      const sign = template[at] ?? '';
      if (ending.includes(sign)) {
        at += 1;
        return text;
      }
      if (sign === '\\') at += 1;
      const next = template[at] ?? '';
      text += sign === '\\' && next === 'n' ? '\n' : next;
    }
    at = start;
    return null;
  }

  function chain(): Operand[] | null {
    const list: Operand[] = [];
    do {
      skip();
      const start = at;
      const text = words();
      const name = text === null ? take(nameAt) : null;
      if (text !== null) list.push({ kind: 'words', words: text });
      else if (name === null) return null;
      else {
        if (!isPlaceholder(name)) unknown('placeholder', name, placeholderNames, start);
        list.push({ kind: 'name', name });
      }
    } while (isNext('??'));
    return list;
  }

  function argument(): Argument | null {
    skip();
    const number = take(numberAt);
    if (number !== null) return { kind: 'number', value: Number(number) };
    const operands = chain();
    return operands && { kind: 'chain', chain: operands };
  }

  function unknown(what: 'placeholder' | 'filter', name: string, names: readonly string[], start: number) {
    const near = nearest(name, names);
    const hint = near ? `Did you mean “${near}”?` : `There are: ${names.join(', ')}.`;
    report(
      [start, at],
      `template.unknown-${what}`,
      { name, nearest: near },
      (place) => `The template has “${name}” at ${place}, and there is no such ${what}. ${hint}`,
    );
  }

  const unexpected = () => {
    skip();
    const [found = ''] = template.slice(at).match(/^(?:\}\}|\S+?(?=\}\}|\s|$))/u) ?? [];
    report(
      [at, at + Math.max(1, found.length)],
      'template.unexpected',
      { found },
      (place) =>
        `“${found}” at ${place} of the template is not understood. Write {{ title }}, {{ summary ?? body }} or {{ summary | words: 20 }}.`,
    );
  };

  function filter(): Applied | null {
    skip();
    const start = at;
    const name = take(nameAt);
    if (name === null) return null;
    const known = filters.get(name);
    if (!known) unknown('filter', name, filterNames, start);
    const given: Argument[] = [];
    if (isNext(':'))
      do {
        const one = argument();
        if (!one) return null;
        given.push(one);
      } while (isNext(','));
    if (known && !known.takes.accepts(given))
      report(
        [start, at],
        'template.argument',
        { filter: name, wants: known.takes.example },
        (place) => `The filter “${name}” at ${place} of the template is written ${known.takes.example}.`,
      );
    return { name, arguments: given };
  }

  const close = closeOf(template, open + 2);
  if (close < 0) {
    report(
      [open, open + 2],
      'template.unclosed',
      {},
      (place) => `The placeholder that begins at ${place} of the template has no end. Write }} behind it.`,
    );
    return { placeholder: null, problems, end: template.length };
  }
  const first = chain();
  const list: Applied[] = [];
  let isRead = first !== null;
  while (isRead && isNext('|')) {
    const one = filter();
    if (one) list.push(one);
    else isRead = false;
  }
  if (!isRead || !isNext('}}')) unexpected();
  const end = problems.length > 0 ? close + 2 : at;
  return problems.length > 0 || !first
    ? { placeholder: null, problems, end }
    : { placeholder: { kind: 'placeholder', chain: first, filters: list }, problems, end };
}

/** Where `}}` closes what was opened, words in quotes left aside where their quotes are closed; -1 where nothing does. */
function closeOf(template: string, from: number): number {
  const quoted =
    /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|“(?:\\.|[^”\\])*”|„(?:\\.|[^“”\\])*[“”]|‘(?:\\.|[^’\\])*’)/su;
  for (let at = from; at < template.length; at += 1) {
    if (template.startsWith('}}', at)) return at;
    const words = quotes[template[at] ?? ''] === undefined ? null : quoted.exec(template.slice(at));
    if (words) at += words[0].length - 1;
  }
  return -1;
}
