import type { PackProblem } from '../catalogue/schema';

/** The kinds of rule that Vale knows. `script` is read and refused. */
export const points = [
  'existence',
  'substitution',
  'occurrence',
  'repetition',
  'consistency',
  'conditional',
  'capitalization',
  'metric',
  'readability',
  'spelling',
  'sequence',
] as const;
export type Point = (typeof points)[number];

export type Level = 'suggestion' | 'warning' | 'error';

/** How a rule says what to do; `replace`, `remove`, `suggest`, `convert` and `edit` are known. */
export interface RuleAction {
  readonly name: string;
  readonly params: readonly string[];
}

/** A case that a rule carries to prove itself (Vale 3.24 and later). */
export interface RuleTest {
  readonly name: string;
  readonly about: string | null;
  readonly input: string;
  /** `md`, `html` or `txt`. */
  readonly format: string;
  /** The only rule that runs; null: the one that carries the case. `*`: the whole pack. */
  readonly rule: string | null;
  /** Exactly these lines (`line:column:Style.Rule:message`); empty: nothing is found. */
  readonly want: readonly string[] | null;
  readonly contains: readonly string[];
  readonly absent: readonly string[];
}

export interface RuleHead {
  /** `Style.Rule`. */
  readonly name: string;
  readonly styleName: string;
  /** Path of the file in the pack. */
  readonly file: string;
  readonly message: string;
  readonly level: Level;
  readonly scope: readonly string[];
  readonly link: string | null;
  readonly description: string | null;
  /** Most alerts of this rule in a file; 0: no limit. */
  readonly limit: number;
  readonly action: RuleAction | null;
  /** Lives in a folder that is only there to be extended (`_base`). */
  readonly hidden: boolean;
  readonly tests: readonly RuleTest[];
}

type Pairs = readonly (readonly [string, string])[];

/** What each kind of rule has beside its head; the names are those of Vale's keys. */
export interface PointKeys {
  existence: {
    tokens: readonly string[];
    raw: readonly string[];
    exceptions: readonly string[];
    append: boolean;
    ignorecase: boolean;
    nonword: boolean;
    vocab: boolean;
  };
  substitution: {
    swap: Pairs;
    exceptions: readonly string[];
    ignorecase: boolean;
    nonword: boolean;
    vocab: boolean;
    capitalize: boolean;
    matchcase: boolean;
    pos: string;
  };
  occurrence: { token: string; max: number; min: number; ignorecase: boolean };
  repetition: {
    tokens: readonly string[];
    exceptions: readonly string[];
    max: number;
    ignorecase: boolean;
    alpha: boolean;
    vocab: boolean;
  };
  consistency: { either: Pairs; nonword: boolean; ignorecase: boolean };
  conditional: {
    first: string;
    second: string;
    exceptions: readonly string[];
    ignorecase: boolean;
    vocab: boolean;
  };
  capitalization: {
    match: string;
    style: string;
    exceptions: readonly string[];
    indicators: readonly string[];
    threshold: number;
    prefix: string;
    vocab: boolean;
  };
  metric: { formula: string; condition: string };
  readability: { metrics: readonly string[]; grade: number };
  spelling: {
    dictionaries: readonly string[];
    ignore: readonly string[];
    filters: readonly string[];
    exceptions: readonly string[];
    dicpath: string;
    aff: string;
    dic: string;
    custom: boolean;
    append: boolean;
    threshold: number;
  };
  sequence: { tokens: readonly SequenceToken[]; ignorecase: boolean };
}

export interface SequenceToken {
  readonly pattern: string;
  readonly tag: string;
  readonly negate: boolean;
  readonly skip: number;
}

/** A rule of a given kind: its head and its keys. Plain JSON. */
export type RuleOf<P extends Point> = RuleHead & { readonly extends: P } & Readonly<PointKeys[P]>;
export type ValeRule = { [P in Point]: RuleOf<P> }[Point];

/** A section of `.vale.ini`: what holds for the files that its glob names. */
export interface ConfigSection {
  readonly glob: string;
  /** `BasedOnStyles`; null where it says nothing. */
  readonly styles: readonly string[] | null;
  /** `Style.Rule = YES | NO | level`. */
  readonly rules: Readonly<Record<string, string>>;
  /** `Style.Rule[max] = 30`. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly tokenIgnores: readonly string[];
  readonly blockIgnores: readonly string[];
  readonly commentDelimiters: readonly [string, string] | null;
}

/** What `.vale.ini` says. */
export interface ValeConfig {
  readonly stylesPath: string | null;
  readonly minAlertLevel: Level;
  readonly vocab: readonly string[];
  readonly packages: readonly string[];
  /** Inline elements that are not read; null: `tt`, `code` and `kbd`. */
  readonly ignoredScopes: readonly string[] | null;
  /** Block elements that are not read; null: `pre`, `script` and the like. */
  readonly skippedScopes: readonly string[] | null;
  readonly ignoredClasses: readonly string[];
  readonly wordTemplate: string | null;
  /** `[formats]`: `mdx = md`. */
  readonly formats: Readonly<Record<string, string>>;
  readonly sections: readonly ConfigSection[];
}

/** Words that a business accepts or rejects, one pattern a line. */
export interface Vocabulary {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
}

/** A pack as it is kept and as it travels to a browser: plain JSON. */
export interface ValePack {
  readonly styles: readonly string[];
  readonly rules: readonly ValeRule[];
  readonly config: ValeConfig | null;
  readonly vocabularies: Readonly<Record<string, Vocabulary>>;
  /** Other files that rules ask for: word lists and dictionaries, by their path below the styles. */
  readonly assets: Readonly<Record<string, string>>;
  /** `meta.json`, where there is one. */
  readonly meta: Readonly<Record<string, unknown>> | null;
  readonly licence: string | null;
}

/** What reading a pack gives: what could be read, and a sentence for each file that could not. */
export interface PackReading {
  readonly pack: ValePack;
  readonly problems: readonly PackProblem[];
}

export type FileFormat = 'markdown' | 'html' | 'text';

/** A file as Vale would read it. */
export interface CheckedFile {
  readonly text: string;
  readonly format: FileFormat;
  /** For the globs of the settings; where it is absent the file is called `text.md`, `text.html` or `text.txt`. */
  readonly path?: string;
}

/** What Vale prints of a finding, and what it keeps for editors. */
export interface ValeAlert {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters (code points). */
  readonly column: number;
  /** First and last column of the match; the same as `column`, and where it ends in its line. */
  readonly start: number;
  readonly end: number;
  /** `Style.Rule`. */
  readonly rule: string;
  readonly severity: Level;
  readonly message: string;
  readonly match: string;
  readonly link: string | null;
  readonly description: string | null;
  readonly replacements: readonly string[];
}
