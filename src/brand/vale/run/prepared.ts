import type { Finder } from '../finder/found';
import type { Surroundings } from '../finder/surroundings';
import { pointKeys } from '../format/keys';
import type { Tagger } from '../language/tagger';
import { candidatesOf, type Candidates } from '../../engine/literals/candidates';
import { finderOf, scopesOf } from '../point/check';
import type { Level, ValeConfig, ValePack, ValeRule, Vocabulary } from '../schema';
import { scopeTest, type ScopeTest } from '../source/scope';
import { builtInRules } from './built-in';
import { spellerMaker, type Dictionaries } from './speller';
import { own } from '../../../shared/own';

/** What rules need beside the pack. Without a part, the rules that need it are left out (`missingParts` says which). */
export interface PackParts {
  /** For spelling; the one under an empty name stands for Vale's own. */
  readonly dictionaries?: Dictionaries;
  /** For sequences; `loadTagger` loads it. */
  readonly tagger?: Tagger;
}

/** A rule made ready. */
export interface Check {
  readonly rule: ValeRule;
  readonly level: Level;
  readonly finder: Finder;
  readonly scope: ScopeTest;
}

/** A pack made ready. Making it takes a while; checking is quick. */
export interface Prepared {
  readonly checks: readonly Check[];
  /** For each check the numbers of its parts that can match in a text; null: look at the whole; absent: cannot match. */
  readonly candidates: Candidates;
  readonly vocabulary: Vocabulary;
}

const known = new WeakMap<
  ValePack,
  { readonly config: ValeConfig | null; readonly parts: PackParts; readonly made: Prepared }[]
>();

/** Makes a pack ready, once for the same settings and parts. */
export function prepared(pack: ValePack, config: ValeConfig | null, parts: PackParts): Prepared {
  const list = known.get(pack) ?? [];
  const found = list.find(
    (one) =>
      one.config === config &&
      one.parts.tagger === parts.tagger &&
      one.parts.dictionaries === parts.dictionaries,
  );
  if (found) return found.made;
  const made = prepare(pack, config, parts);
  known.set(pack, [...list.slice(-7), { config, parts, made }]);
  return made;
}

function prepare(pack: ValePack, config: ValeConfig | null, parts: PackParts): Prepared {
  const vocabulary = vocabularyOf(pack, config);
  const around: Surroundings = {
    accepted: vocabulary.accept,
    wordTemplate: config?.wordTemplate ?? null,
    tagger: parts.tagger ?? null,
    speller: spellerMaker(parts.dictionaries ?? {}, pack.assets),
  };
  const own = usesVale(pack, config) ? builtInRules(vocabulary, wordListsOf(pack)) : [];
  const checks = [...pack.rules.filter(({ hidden }) => !hidden), ...own].flatMap((rule): Check[] => {
    if (missing(rule, parts, around)) return [];
    const set = withSettings(rule, config);
    const finder = finderOf(set, around);
    return finder.ok
      ? [{ rule: set, level: set.level, finder: finder.value, scope: scopeTest(scopesOf(set)) }]
      : [];
  });
  let candidates: Candidates | null = null;
  return {
    checks,
    vocabulary,
    // Only files are looked at pack by pack.
    candidates: (text) => (candidates ??= candidatesOf(checks.map(({ finder }) => finder.hints)))(text),
  };
}

/** Whether a rule needs what is not there. */
export function missing(
  rule: ValeRule,
  parts: PackParts,
  { speller }: Pick<Surroundings, 'speller'>,
): string | null {
  if (rule.extends === 'sequence' && !parts.tagger) return 'the list of word classes';
  if (rule.extends !== 'spelling') return null;
  const files = rule.aff !== '' && rule.dic !== '' ? { aff: rule.aff, dic: rule.dic } : null;
  const request = { names: rule.dictionaries, files, append: rule.append, ignore: rule.ignore };
  return speller?.(request)
    ? null
    : `a dictionary${rule.dictionaries.length > 0 ? ` (${rule.dictionaries.join(', ')})` : ''}`;
}

const wordListsOf = ({ assets }: ValePack): string[] =>
  Object.keys(assets).filter((path) => /^config\/ignore\/.+\.txt$/.test(path));

/** The style `Vale` runs where the settings name it; without settings, where there are vocabularies. */
function usesVale(pack: ValePack, config: ValeConfig | null): boolean {
  if (!config) return Object.keys(pack.vocabularies).length > 0;
  return config.sections.some(
    ({ styles, rules }) =>
      styles?.includes('Vale') === true || Object.keys(rules).some((name) => name.startsWith('Vale.')),
  );
}

function vocabularyOf({ vocabularies }: ValePack, config: ValeConfig | null): Vocabulary {
  const names = config ? config.vocab : Object.keys(vocabularies);
  const all = names.flatMap((name) => own(vocabularies, name) ?? []);
  return { accept: all.flatMap(({ accept }) => accept), reject: all.flatMap(({ reject }) => reject) };
}

/** `Style.Rule[max] = 30` changes a single value of a rule. */
function withSettings(rule: ValeRule, config: ValeConfig | null): ValeRule {
  const changed: Record<string, unknown> = {};
  const keys = pointKeys[rule.extends] as Readonly<
    Record<string, { take(value: string): unknown; readonly otherwise: unknown }>
  >;
  for (const { settings } of config?.sections ?? [])
    for (const [key, value] of Object.entries(own(settings, rule.name) ?? {})) {
      if (key === 'message' || key === 'link' || key === 'description') changed[key] = value;
      if (key === 'limit' && /^\d+$/.test(value)) changed[key] = Number(value);
      if (!Object.hasOwn(keys, key) || typeof keys[key]?.otherwise === 'object') continue;
      const taken = keys[key]?.take(value);
      if (taken !== null) changed[key] = taken;
    }
  // Each value went through the taker of its own key.
  return Object.keys(changed).length === 0 ? rule : ({ ...rule, ...changed } as ValeRule);
}
