import { own } from '../../../shared/own';

/** Decides whether a rule looks at a stretch of text. */
export interface ScopeTest {
  /** `scope`: where the stretch stands, `text.heading.h2.md`. */
  matches(scope: string): boolean;
  /** Elements that must be picked out of the page, as CSS selectors. */
  readonly selectors: readonly string[];
  has(name: string): boolean;
}

interface Part {
  readonly sections: readonly string[];
  readonly negated: boolean;
}

/** Scopes of ours: `field.seo.title`, `role.summary`, `channel.bluesky`. */
const ours = new Set(['field', 'role', 'channel']);

/** Elements inside a line, and classes, are picked by selectors; their scope is their own. */
const inline: Readonly<Record<string, string>> = {
  link: 'a',
  code: 'code:not(pre > code), tt, kbd',
  strong: 'strong, b',
  emphasis: 'em, i',
};

/** Stretches stand in few different places. */
const mostKnown = 100;

/**
 * The scopes of a rule: any of a list must fit. In one, `&` joins what must all fit and `~` turns it round; the parts between
 * dots may stand in any order.
 */
export function scopeTest(scopes: readonly string[]): ScopeTest {
  const options = scopes.map((scope) => splitOutside(scope).map(partOf));
  const selectors = options.flat().flatMap(({ sections }) => selectorOf(sections) ?? []);
  const known = new Map<string, boolean>();
  return {
    selectors,
    has: (name) => options.some((parts) => parts.some(({ sections }) => sections[0] === name)),
    matches: (scope) => {
      const found = known.get(scope);
      if (found !== undefined) return found;
      const here = scope.split('.');
      const made = options.some((parts) => parts.every((part) => fits(part, here)));
      if (known.size >= mostKnown) known.clear();
      known.set(scope, made);
      return made;
    },
  };
}

/** The scope of a picked element; rules that name its selector look at it, and no others. */
export const selectedScope = (selector: string): string => `selected:${selector.replaceAll('.', '\u2024')}`;

function partOf(text: string): Part {
  const trimmed = text.trim();
  const negated = trimmed.startsWith('~');
  const name = negated ? trimmed.slice(1).trim() : trimmed;
  const css = /^doc\((.*)\)$/.exec(name);
  if (css) return { sections: [selectedScope((css[1] ?? '').trim())], negated };
  const sections = name.split('.').map((section) => section.trim());
  const [first = '', ...rest] = sections;
  if (ours.has(first) && rest.length > 0) return { sections: [`${first}:${rest.join('\u2024')}`], negated };
  const picked = selectorFor(sections);
  return { sections: picked === null ? sections : [selectedScope(picked)], negated };
}

function selectorFor(sections: readonly string[]): string | null {
  const bare = sections[0] === 'text' ? sections.slice(1) : sections;
  const [first = '', second] = bare;
  if (first === 'class' && second) return `.${second}`;
  return own(inline, first) ?? null;
}

const selectorOf = ([first = '']: readonly string[]): string | null =>
  first.startsWith('selected:') ? first.slice(9).replaceAll('\u2024', '.') : null;

function fits({ sections, negated }: Part, here: readonly string[]): boolean {
  const isThere = sections.every((section) => here.includes(section));
  if (!negated) return isThere;
  return !isThere && !here.includes('raw') && !here.includes('summary') && !here[0]?.startsWith('selected:');
}

/** Splits at `&`, but not within brackets. */
function splitOutside(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(' || character === '[') depth += 1;
    if (character === ')' || character === ']') depth -= 1;
    if (character === '&' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}
