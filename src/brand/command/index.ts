// What the package gives as `strapi-plugin-presence/check`: the checks without Strapi, and the types of rules as code.
export { readBrandFile, type BrandFile } from '../catalogue/brands/brand-file';
export { compiled, flagsOf, verdictOf, type Judgement } from '../catalogue/patterns/pattern-verdict';
export { contentOfText, type LooseText } from '../catalogue/texts/text-content';
export type { AppRule } from '../catalogue/app-rule';
export { checkerOf, type Checker, type SubjectInput } from '../engine/checker';
export type {
  Block,
  BlockRule,
  Hit,
  QuoteOf,
  Range,
  Rule,
  RuleScope,
  Subject,
  SubjectRule,
  TogetherRule,
} from '../engine/rule';
export { ruleSetOf, type RuleSet } from '../engine/rule-set';
export { expandKit } from '../morphology/expand';
export { withDictionaries, type Dictionary } from '../house/spelling/dictionaries';
export { unpack, type Unpacked } from '../vale/archive/unpack';
export { loadTagger } from '../vale/language/tagger';
export { readPack } from '../vale/pack';
export { packRules } from '../vale/rules';
export type { PackReading, ValePack } from '../vale/schema';
export { emptyKit, type Brand, type BrandKit, type Finding, type Severity } from '../schema';
export { fileChecks, formatOf, type FileFormat, type FileReport } from './file-check';
export { checkText, type PlacedFinding } from './loose-check';
export { failsOn, jsonReport, textReport } from './reports';
export { sarifReport } from './sarif';
