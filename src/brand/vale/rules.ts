import type { PackProblem } from '../catalogue/schema';
import type { BlockRule, Rule, RuleFacts, RuleScope } from '../engine/rule';
import type { Memory } from './finder/found';
import { problem } from './format/problem';
import { hitsIn } from './run/block-hits';
import { missing, prepared, type Check, type PackParts } from './run/prepared';
import { isSaid, settingsFor } from './run/settings';
import { spellerMaker } from './run/speller';
import { subjectRule } from './run/subject-rule';
import type { ValeConfig, ValePack } from './schema';

export interface PackRuleOptions {
  /** Languages that the pack is for; a pack does not say. Empty or absent means every language. */
  readonly locales?: readonly string[];
  /** Settings instead of those of the pack; null: every rule runs. */
  readonly config?: ValeConfig | null;
  /** Dictionaries and word classes; rules that need what is not there are left out. */
  readonly parts?: PackParts;
}

/**
 * The rules of a pack for the engine. A rule that looks at one block is a block rule; what needs the whole text (consistency,
 * formulas, readability, `limit`, the scopes raw and summary, elements picked by a selector) is a subject rule. Rules that need
 * a dictionary or the word classes, or whose pattern may be slow, are for the server.
 */
export function packRules(pack: ValePack, options: PackRuleOptions = {}): readonly Rule[] {
  const config = options.config === undefined ? pack.config : options.config;
  const ready = prepared(pack, config, options.parts ?? {});
  const settings = settingsFor(config, 'text.md', pack.styles);
  const scope: RuleScope | undefined =
    options.locales && options.locales.length > 0 ? { locales: options.locales } : undefined;
  return ready.checks.flatMap((check): Rule[] => {
    const level = settings.level(check.rule.name, check.level);
    if (!settings.runs(check.rule.name) || !isSaid(config, level)) return [];
    const facts = factsOf(check, level, scope);
    return [isForBlocks(check) ? blockRule(facts, check) : subjectRule(facts, check)];
  });
}

/** Rules that are left out because what they need is not there, each with a sentence. */
export function missingParts(pack: ValePack, parts: PackParts = {}): readonly PackProblem[] {
  const speller = spellerMaker(parts.dictionaries ?? {}, pack.assets);
  return pack.rules.flatMap((rule) => {
    const part = rule.hidden ? null : missing(rule, parts, { speller });
    return part === null
      ? []
      : [
          problem(
            rule.file,
            null,
            'pack.part-missing',
            `The rule ${rule.name} needs ${part}, which is not here.`,
          ),
        ];
  });
}

function factsOf(
  { rule, finder }: Check,
  severity: RuleFacts['severity'],
  scope: RuleScope | undefined,
): RuleFacts {
  const needsMore = rule.extends === 'spelling' || rule.extends === 'sequence';
  const isSlow = finder.growth === 'polynomial' || finder.growth === 'exponential';
  const fail = rule.tests.filter(({ want, contains }) => (want?.length ?? 0) + contains.length > 0).map(({ input }) => input.trim()); // prettier-ignore
  const pass = rule.tests.filter(({ want, absent }) => want?.length === 0 || absent.length > 0).map(({ input }) => input.trim()); // prettier-ignore
  return {
    id: `vale/${rule.name}`,
    severity,
    explanation: rule.description ?? rule.message,
    version: checksum(JSON.stringify(rule)),
    ...(scope ? { scope } : {}),
    ...(needsMore || isSlow ? { runs: 'server' as const } : {}),
    ...(rule.link ? { link: rule.link } : {}),
    ...(fail.length + pass.length > 0 ? { examples: { fail, pass } } : {}),
  };
}

/** Tells versions of a rule apart. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36) + text.length.toString(36);
}

const inline = /^(?:selected:(?:a|code:not|strong|em)\b)/;

function isForBlocks({ rule, scope }: Check): boolean {
  if (rule.limit > 0 || scope.has('raw') || scope.has('summary')) return false;
  if (scope.selectors.some((selector) => !inline.test(`selected:${selector}`))) return false;
  if (rule.extends === 'conditional') return !/(?<!\\)\((?!\?)/.test(rule.second);
  return rule.extends !== 'consistency' && rule.extends !== 'metric' && rule.extends !== 'readability';
}

const nothingSeen: Memory = { seen: new Set() };

function blockRule(facts: RuleFacts, check: Check): BlockRule {
  const { hints } = check.finder;
  // Of the rules about single blocks only these remember anything, and only within the block.
  const remembers = check.rule.extends === 'conditional';
  return {
    ...facts,
    kind: 'block',
    ...(hints ? { parts: hints } : {}),
    find: (block, among) =>
      hitsIn(block, check, remembers ? { seen: new Set() } : nothingSeen, () => among ?? null),
  };
}
