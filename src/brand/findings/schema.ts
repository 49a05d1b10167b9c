import { z } from 'zod';
import { pageQuery } from '../../shared/page';
import { severity } from '../kit/parts';
import type { Finding } from '../schema';

/** Which entry a request or row is about. */
const entryKey = z.object({
  uid: z.string().min(1).max(200),
  documentId: z.string().min(1).max(100),
  locale: z.string().max(35).nullable(),
});

/**
 * What makes a finding the same one after edits around it: rule, quoted text and a few words on both sides. The field
 * counts without indexes, so a paragraph may move.
 */
export const findingMark = z.object({
  rule: z.string().min(1).max(300),
  /** `sections.text`, `cover`. */
  field: z.string().max(300),
  /** Folded (`fold`) and at most 200 characters; empty where something is missing. */
  quote: z.string().max(200),
  /** Up to 40 folded characters on each side. */
  before: z.string().max(40),
  after: z.string().max(40),
});
export type FindingMark = Readonly<z.infer<typeof findingMark>>;

/** A person's recorded exception. */
export const waiver = z.object({
  id: z.string(),
  ...entryKey.shape,
  /** Key of the channel whose copy it is about; null for the entry. */
  channel: z.string().nullable(),
  mark: findingMark,
  severity,
  message: z.string(),
  reason: z.string(),
  by: z.object({ id: z.string(), name: z.string() }),
  at: z.number(),
  /** Last day on which it holds; null: until somebody ends it. */
  until: z.string().nullable(),
  /** Who agreed, where the policy asks for somebody; null while it waits. It holds only when approved. */
  approvedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** - `open`: waits for somebody to approve it · `holds` · `expired` · `unused`: what it is about is no longer found. */
  state: z.enum(['open', 'holds', 'expired', 'unused']),
});
export type Waiver = Readonly<z.infer<typeof waiver>>;

/** `POST /presence/brand/waivers`. */
export const waiverInput = z.object({
  ...entryKey.shape,
  channel: z.string().max(100).nullable().default(null),
  mark: findingMark,
  severity,
  message: z.string().max(1_000),
  reason: z.string().trim().min(3, 'Say why, in a few words.').max(500),
  until: z.iso.date().nullable().default(null),
});

/** `GET /presence/brand/waivers`. */
export const waiversQuery = z.object({
  uid: z.string().max(200).optional(),
  documentId: z.string().max(100).optional(),
  locale: z.string().max(35).optional(),
  state: waiver.shape.state.optional(),
  ...pageQuery.shape,
});
export type WaiversQuery = Readonly<z.infer<typeof waiversQuery>>;

/** Who may waive, in the settings of the brand. */
export const waiverPolicy = z.object({
  /** Errors need somebody else to agree before the waiver holds (permission `brand.waive`). */
  approveErrors: z.boolean().default(true),
  /** Longest time in days; null: no limit. */
  longestDays: z.number().int().min(1).max(3_650).nullable().default(null),
});
export type WaiverPolicy = Readonly<z.infer<typeof waiverPolicy>>;

/** How a score comes about: `100 - sum(count × cost)`, not below 0. */
export interface Score {
  readonly score: number;
  readonly lines: readonly {
    readonly severity: z.infer<typeof severity>;
    readonly count: number;
    readonly cost: number;
    readonly total: number;
  }[];
  /** Findings that cost nothing: waived, or there before the baseline. */
  readonly waived: number;
  readonly baseline: number;
}

/** What stands against a finding. Only a finding without one blocks or costs points. */
export type Standing =
  | { readonly kind: 'waived'; readonly waiver: Waiver }
  /** Was there when the business took its baseline. */
  | { readonly kind: 'baseline' };

/** A finding with its mark and what stands against it. */
export interface StandingFinding {
  readonly finding: Finding;
  readonly mark: FindingMark;
  readonly standing: Standing | null;
}

/** `GET /presence/brand/entry?uid&documentId&locale`: the stored draft and its copies, checked with every rule. */
export interface EntryBrand {
  readonly findings: readonly StandingFinding[];
  readonly score: Score;
  readonly copies: readonly {
    /** Keys of the publication and its campaign; null for one that is not stored. */
    readonly publication: string | null;
    readonly campaign: string;
    readonly channel: string;
    readonly name: string;
    readonly findings: readonly StandingFinding[];
    readonly score: Score;
  }[];
}

/** `POST /presence/brand/check-form`: what only the server can say of an unsaved form (spelling, links, pictures, agreement with the stored copies). */
export const checkFormInput = z.object({
  uid: z.string().min(1).max(200),
  documentId: z.string().max(100).nullable(),
  locale: z.string().max(35).nullable(),
  values: z.record(z.string(), z.unknown()),
});
export interface CheckFormAnswer {
  readonly findings: readonly Finding[];
  /** Waivers and baseline marks of the entry, so that the form's own findings can be held against them too. */
  readonly waivers: readonly Waiver[];
  readonly baseline: readonly FindingMark[];
}

/** `POST /presence/brand/check-copies`: the copies of a campaign as they are in the editor. */
export const checkCopiesInput = z.object({
  ...entryKey.shape,
  /** Their campaign, where it is stored: what it adds to their links is known then. */
  campaign: z.uuid().nullable().default(null),
  copies: z.array(z.object({ channel: z.string().max(100), copy: z.unknown() })).max(50),
});
export interface CheckCopiesAnswer {
  readonly copies: readonly {
    readonly channel: string;
    readonly findings: readonly StandingFinding[];
    readonly score: Score;
  }[];
  /** What the entry and its copies do not agree on, as findings of the entry. */
  readonly entry: readonly StandingFinding[];
}

/** `POST /presence/brand/dismissals`: somebody says that a finding does not help them. It is counted, and stays. */
export const dismissalInput = z.object({
  ...entryKey.shape,
  channel: z.string().max(100).nullable().default(null),
  mark: findingMark,
  kind: z.enum(['dismissed', 'false-alarm']),
});

/** `GET /presence/brand/report`. */
export const reportQuery = z.object({
  uid: z.string().optional(),
  locale: z.string().optional(),
  rule: z.string().optional(),
  severity: severity.optional(),
  /** Channel key, or `entry`. */
  channel: z.string().optional(),
  standing: z.enum(['open', 'waived', 'baseline', 'all']).default('open'),
  /** Part of an entry's title. */
  q: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
});
export interface ReportRow {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string;
  readonly score: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
  readonly waived: number;
  /** The gravest few, for the row; the rest is a click away. */
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: z.infer<typeof severity>;
    readonly message: string;
    readonly field: string;
    readonly quote: string;
    readonly channel: string | null;
  }[];
  readonly checkedAt: number;
}
export interface Report {
  readonly rows: readonly ReportRow[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly entries: number;
  readonly meanScore: number | null;
  readonly counts: { readonly error: number; readonly warning: number; readonly suggestion: number };
  /** The rules with most findings; `explanation` is what the rule says of itself, null where it is gone. */
  readonly rules: readonly {
    readonly rule: string;
    readonly count: number;
    readonly explanation: string | null;
  }[];
  readonly uids: readonly { readonly uid: string; readonly name: string; readonly count: number }[];
  /** Entries that wait to be checked again, after the kit changed. */
  readonly waiting: number;
}
/** `GET /presence/brand/report/trend?days=90`: one point a day, in the zone of the business. */
export const trendQuery = z.object({ days: z.coerce.number().int().min(1).max(730).default(90) });
export interface TrendPoint {
  readonly day: string;
  readonly entries: number;
  readonly meanScore: number;
  readonly errors: number;
  readonly warnings: number;
  readonly suggestions: number;
}

/** `GET /presence/brand/baseline`; null where none was taken: then every finding counts. */
export const baselineView = z.object({
  at: z.number(),
  by: z.string(),
  /** Findings that were there, and in how many entries. */
  findings: z.number().int(),
  entries: z.number().int(),
});
export type BaselineView = Readonly<z.infer<typeof baselineView>>;
