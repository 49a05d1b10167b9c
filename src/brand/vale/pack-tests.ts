import { checkFile, type FileFormat } from './file';
import type { PackParts } from './run/prepared';
import type { RuleTest, ValePack, ValeRule } from './schema';
import { own } from '../../shared/own';

/** How one case of a rule went. */
export interface PackTestResult {
  readonly rule: string;
  readonly name: string;
  readonly ok: boolean;
  /** What was found, a line each: `1:4:House.Hedging:Consider removing 'perhaps'.` */
  readonly found: readonly string[];
  /** What is wrong, in a sentence; null where nothing is. */
  readonly message: string | null;
}

const formats: Readonly<Record<string, FileFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  txt: 'text',
  text: 'text',
};

/** Runs the cases that the rules of a pack carry (`tests`, and `*.test.yml` beside them), one result for each. */
export function runPackTests(pack: ValePack, parts: PackParts = {}): readonly PackTestResult[] {
  return pack.rules.flatMap((rule) => rule.tests.map((test) => resultOf(rule, test, pack, parts)));
}

function resultOf(rule: ValeRule, test: RuleTest, pack: ValePack, parts: PackParts): PackTestResult {
  const base = { rule: rule.name, name: test.name };
  const format = own(formats, test.format);
  if (!format)
    return {
      ...base,
      ok: false,
      found: [],
      message: `The format “${test.format}” is not read here; md, html and txt are.`,
    };
  const only = test.rule === '*' ? {} : { only: [test.rule ?? rule.name] };
  const alerts = checkFile({ text: test.input, format }, pack, {
    config: test.rule === '*' ? pack.config : null,
    parts,
    ...only,
  });
  const found = alerts.map(({ line, column, rule: name, message }) => `${line}:${column}:${name}:${message}`);
  const message = faultOf(test, found);
  return { ...base, ok: message === null, found, message };
}

function faultOf({ want, contains, absent }: RuleTest, found: readonly string[]): string | null {
  const lost = want?.find((line) => !found.includes(line));
  if (lost !== undefined) return `It should find “${lost}”, and does not.`;
  const more = want && found.find((line) => !want.includes(line));
  if (more) return `It finds “${more}”, which it should not.`;
  const without = contains.find((part) => !found.some((line) => line.includes(part)));
  if (without !== undefined) return `It should find something with “${without}”, and does not.`;
  const within = absent.find((part) => found.some((line) => line.includes(part)));
  return within === undefined ? null : `It finds something with “${within}”, which it should not.`;
}
