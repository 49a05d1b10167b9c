import { z } from 'zod';
import { severity } from '../kit/parts';
import { brand, type Brand, type Severity } from '../schema';
import type { TrialHit } from './trial';
import { mainKey } from './brands/which-brand';

/** How a business changed a rule: `GET/PUT /presence/brand/rules/:id`. */
export const ruleSetting = z.object({
  enabled: z.boolean().optional(),
  severity: severity.optional(),
});
export type RuleSetting = Readonly<z.infer<typeof ruleSetting>>;
export const ruleSettings = z.record(z.string(), ruleSetting);
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** One of `GET /presence/brand/rules`, which answers a list: every rule that is checked, or could be. */
export interface RuleView {
  readonly id: string;
  /** `presence`, the style of a pack (`write-good`), `kit` (the business's own) or `app` (registered by the app's code). */
  readonly source: string;
  readonly severity: Severity;
  readonly enabled: boolean;
  /** Switched off by us, and why: it was too slow, or it threw. */
  readonly fault: { readonly code: string; readonly message: string } | null;
  readonly explanation: string;
  readonly link: string | null;
  readonly examples: { readonly fail: readonly string[]; readonly pass: readonly string[] };
  /** Findings now, and what people did with them. */
  readonly counts: {
    readonly found: number;
    readonly dismissed: number;
    readonly falseAlarms: number;
    readonly waived: number;
  };
  /** People turn its findings down more often than not: more than half of at least ten. */
  readonly demote: boolean;
}

/** A file of a pack that was not taken, and why. */
export interface PackProblem {
  readonly file: string;
  readonly line: number | null;
  readonly code: string;
  readonly message: string;
}

/** `GET /presence/brand/packs`. */
export interface PackView {
  readonly name: string;
  readonly enabled: boolean;
  /** `upload`, or the folder in the plugin's config, which nobody changes here. */
  readonly from: 'upload' | 'folder';
  readonly rules: number;
  readonly locales: readonly string[];
  readonly problems: readonly PackProblem[];
  readonly licence: string | null;
  readonly importedAt: number | null;
}

/** `PUT /presence/brand/packs/:name`. */
export const packSetting = z.object({
  enabled: z.boolean().optional(),
  /** Languages that its rules are for; a Vale pack does not say. Empty means every language. */
  locales: z.array(z.string().min(1).max(35)).max(50).optional(),
});

/** `POST /presence/brand/packs`: a zip, base64 in JSON. Answers `{ packs: PackView[] }`, or a refusal with `details.problems: PackProblem[]`. */
export const packUpload = z.object({ name: z.string().max(200), zip: z.string().max(8_000_000) });

/** `GET /presence/brand/brands`, `PUT /presence/brand/brands` (all of them, in their order). */
export const brands = z
  .object({ brands: z.array(brand).min(1).max(20) })
  .superRefine(({ brands: all }, context) => {
    const refuse = (path: PropertyKey[], message: string) =>
      context.issues.push({ code: 'custom', path: ['brands', ...path], message, input: all });
    if (!all.some(({ key }) => key === mainKey))
      refuse([], 'One brand must have the key “main”: it stands for everything that no other brand claims.');
    all.forEach(({ key }, index) => {
      if (all.findIndex((other) => other.key === key) !== index)
        refuse([index, 'key'], `Another brand has the key “${key}” too. Choose another one.`);
    });
  });
export type Brands = Readonly<z.infer<typeof brands>>;

/** A brand as `GET` and `PUT` answer it. One from a `file` (option `brand.file`) is changed in the file only. */
export type BrandView = Brand & { readonly from: 'admin' | 'file' };
export interface BrandsView {
  readonly brands: readonly BrandView[];
}

/** `POST /presence/brand/propose`: what a kit could be, measured from the best published entries. Nothing is saved. */
export const proposeInput = z.object({
  uids: z.array(z.string()).max(100).default([]),
  /** How many of the newest published entries of each type are read. */
  entries: z.number().int().min(5).max(500).default(100),
});
export interface Proposal {
  readonly entriesRead: number;
  readonly palette: readonly { readonly name: string; readonly hex: string; readonly share: number }[];
  readonly names: readonly { readonly name: string; readonly count: number; readonly variants: readonly { readonly text: string; readonly count: number }[] }[]; // prettier-ignore
  readonly terms: readonly { readonly prefer: string; readonly avoid: string; readonly counts: readonly [number, number]; readonly locale: string | null }[]; // prettier-ignore
  readonly voice: {
    readonly meanSentence: number | null;
    readonly longestSentence: number | null;
    readonly readingGrade: number | null;
    readonly passiveShare: number | null;
    readonly exclamations: number | null;
    readonly person: 'we' | 'i' | 'impersonal' | null;
    readonly formality: 'informal' | 'formal' | null;
  };
}

/** `POST /presence/brand/trials`: one rule over everything that is stored, before it is enabled. */
export const trialInput = z.discriminatedUnion('kind', [
  /** A rule of the catalogue, enabled or not. */
  z.object({ kind: z.literal('rule'), id: z.string().min(1).max(300) }),
  /** A term or a pattern as it stands in the kit's form, not saved. */
  z.object({ kind: z.literal('term'), term: z.unknown() }),
  z.object({ kind: z.literal('pattern'), pattern: z.unknown() }),
]);
/** `GET /presence/brand/trials/:id`. */
export interface Trial {
  readonly id: string;
  readonly state: 'running' | 'done' | 'failed';
  readonly read: number;
  readonly total: number;
  readonly milliseconds: number;
  readonly found: number;
  readonly falseAlarms: number;
  /** The first two hundred. */
  readonly hits: readonly TrialHit[];
  readonly problem: string | null;
}
/** `POST /presence/brand/trials/:id/marks`. */
export const trialMark = z.object({ hit: z.number().int().min(0), falseAlarm: z.boolean() });
