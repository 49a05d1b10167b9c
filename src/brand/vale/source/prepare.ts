import { compilePattern } from '../pattern/compile';
import type { ConfigSection } from '../schema';

/** Front matter: its lines at the start of a text, between `---` or `+++`. */
export const frontMatter = /^(?:---|\+\+\+)\n([\s\S]+?)\n(?:---|\+\+\+)/;

/** What the parser reads: front matter, formulas and what the settings leave out stand as code. */
export function forParser(text: string, sections: readonly ConfigSection[]): string {
  let made = text.replace(frontMatter, (_, inner: string) => `\n\`\`\`\n${inner}\n\`\`\`\n`);
  for (const { blockIgnores } of sections)
    for (const pattern of blockIgnores) made = replaced(made, pattern, '\n```\n$1\n```\n');
  for (const { tokenIgnores } of sections)
    for (const pattern of tokenIgnores) made = replaced(made, pattern, '`$1`');
  for (const { commentDelimiters } of sections)
    if (commentDelimiters)
      made = made.replaceAll(commentDelimiters[0], '<!--').replaceAll(commentDelimiters[1], '-->');
  return made.replace(/^\$\$([^\n]*)\n([\s\S]*?)^\$\$[ \t]*$/gm, (_, head: string, body: string) => `\`\`\`math\n${head}\n${body}\`\`\``); // prettier-ignore
}

function replaced(text: string, pattern: string, replacement: string): string {
  const compiled = compilePattern(pattern);
  return compiled.ok ? compiled.value.replace(text, replacement) : text;
}

/** What places are looked for in: words that are no text (info strings, names of references, numbers of lists) are covered. */
export function forPlaces(text: string): string {
  return text
    .replace(/`{3,}.+/g, (fence) => {
      const parts = fence.split('`');
      return '`'.repeat(parts.length - 1) + '*'.repeat((parts.at(-1) ?? '').length);
    })
    .replace(/\]\[[^\]\n]+\]/g, (name) => `][${'*'.repeat(name.length - 3)}]`)
    .replace(/\[[^\]\n]+\]:/g, (name) => `[${'*'.repeat(name.length - 3)}]:`)
    .replace(/^\d+\./gm, (number) => '*'.repeat(number.length));
}

/** Line ends as one kind. */
export const sanitised = (text: string): string => text.replaceAll('&rsquo;', "'").replace(/\r\n?/g, '\n');
