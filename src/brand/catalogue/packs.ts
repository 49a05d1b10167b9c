import type { PackProblem, PackView } from './schema';
import type { ValePack } from '../vale/schema';

/** A pack with where it comes from and what people set for it. */
export interface KnownPack {
  readonly name: string;
  readonly from: PackView['from'];
  readonly pack: ValePack;
  readonly problems: readonly PackProblem[];
  readonly importedAt: number | null;
  readonly enabled: boolean;
  readonly locales: readonly string[];
}

export const packView = ({
  name,
  from,
  pack,
  problems,
  importedAt,
  enabled,
  locales,
}: KnownPack): PackView => ({
  ...{ name, enabled, from, locales, problems, importedAt },
  rules: pack.rules.filter(({ hidden }) => !hidden).length,
  licence: pack.licence === null ? null : pack.licence.trim().slice(0, 200),
});

/** A name for a pack from the name of its file: letters, digits, dots and hyphens. */
export function packNameOf(file: string, styles: readonly string[]): string {
  const cut = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 60);
  return cut(file.replace(/^.*[\\/]/, '').replace(/\.zip$/i, '')) || cut(styles[0] ?? '') || 'pack';
}

/** A pack as a browser needs it: without rules that need a dictionary or the word classes, and without what only tests it. */
export const browserPack = (pack: ValePack): ValePack => ({
  ...pack,
  rules: pack.rules
    .filter((rule) => rule.extends !== 'spelling' && rule.extends !== 'sequence')
    .map((rule) => ({ ...rule, tests: [] })),
  assets: {},
  licence: null,
  meta: null,
});
