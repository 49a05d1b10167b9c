import { whichBrand } from '../catalogue/brands/which-brand';
import { checkerOf, type Checker } from '../engine/checker';
import type { Rule } from '../engine/rule';
import { ruleSetOf, type RuleSet } from '../engine/rule-set';
import type { Brand } from '../schema';
import { checkText, type PlacedFinding } from './loose-check';

export type FileFormat = 'text' | 'markdown' | 'html';

/** How a file is read, by its name; null for those that hold no text. */
export function formatOf(name: string): FileFormat | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  switch (ending) {
    case 'md':
    case 'markdown':
    case 'mdx':
      return 'markdown';
    case 'html':
    case 'htm':
      return 'html';
    case 'txt':
    case 'text':
      return 'text';
    case undefined:
    default:
      return null;
  }
}

/** What was found in one file. */
export interface FileReport {
  readonly file: string;
  readonly findings: readonly PlacedFinding[];
}

export interface FileChecks {
  readonly brands: readonly Brand[];
  /** Rules of packs. */
  readonly extra: readonly Rule[];
  readonly locale: string | null;
  /** Today as a day, for claims that end. */
  readonly today: string;
}

/** Checks files with the brand of their language. */
export function fileChecks({ brands, extra, locale, today }: FileChecks) {
  const { kit } = whichBrand(brands, null, locale);
  const ruleSet: RuleSet = ruleSetOf(kit, extra, {});
  const checker: Checker = checkerOf(ruleSet);
  return {
    rules: ruleSet.rules,
    check: (file: string, format: FileFormat, value: string): FileReport => ({
      file,
      findings: checkText(checker, { format, value }, { locale, today }),
    }),
    /** Rules that broke on the way, as sentences. */
    faults: (): readonly string[] =>
      checker.faults().map(({ rule, message }) => `The rule ${rule} broke and was left out: ${message}`),
  };
}
