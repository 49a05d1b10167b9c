import { readYaml } from '../format/yaml';
import { frontMatter } from './prepare';

/** A text in the front matter: `text.frontmatter.title`. */
export interface FrontMatterBlock {
  readonly text: string;
  readonly scope: string;
  /** Counted from 0; one before its own, as Vale counts here. */
  readonly line: number;
}

/** The texts of the front matter (YAML, or `key = "value"` lines), each with the line that says it best. */
export function frontMatterBlocks(source: string): readonly FrontMatterBlock[] {
  const found = frontMatter.exec(source);
  const inner = found?.[1];
  if (inner === undefined) return [];
  const lines = (found?.[0] ?? '').split('\n');
  return entriesOf(inner, source.startsWith('+++')).flatMap(([key, text]) => {
    const first = text.split('\n')[0] ?? '';
    const fitting = lines.flatMap((line, index) =>
      line.includes(first) ? [{ index, length: line.length }] : [],
    );
    const best = fitting.sort((a, b) => b.length - a.length || a.index - b.index)[0];
    return best ? [{ text, scope: `text.frontmatter.${key}`, line: best.index - 1 }] : [];
  });
}

function entriesOf(inner: string, isToml: boolean): readonly (readonly [string, string])[] {
  if (isToml)
    return [...inner.matchAll(/^([\w-]+)\s*=\s*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*$/gm)].map(
      (found) => [found[1] ?? '', found[2] ?? found[3] ?? ''] as const,
    );
  const yaml = readYaml(inner);
  if (!yaml.ok) return [];
  return [...yaml.value.map].flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
}
