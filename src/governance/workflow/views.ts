import { z } from 'zod';
import { person } from '../schema';
import { dryRunView } from './change/dry-run';
import { policy, workflow, type Workflow } from './schema';

/** Something that does not work, and where: `transitions[2].when[0].any[0]`. */
const problemView = z.object({ path: z.string(), message: z.string() });

/** Where a workflow comes from: built in, a file in the app's folder, or saved in the admin. */
export const workflowSource = z.enum(['built-in', 'file', 'admin']);
export type WorkflowSource = z.output<typeof workflowSource>;

/** How many reviews stand in one stage of one version. */
export const underWayView = z.object({
  ref: z.string(),
  stage: z.string(),
  name: z.string(),
  count: z.int(),
});
export type UnderWay = z.output<typeof underWayView>;

/** One workflow in the list. */
export const workflowLine = z.object({
  key: z.string(),
  name: z.string(),
  version: z.int(),
  source: workflowSource,
  /** Null for the built-in one. */
  at: z.number().nullable(),
  by: person.nullable(),
  /** Whether at least one policy names it, or it applies where none fits. */
  applies: z.boolean(),
  underWay: z.int(),
  /** What in it has stopped working since it was saved. */
  problems: z.array(problemView),
});
export type WorkflowLine = z.output<typeof workflowLine>;

/** Somebody whom workflows name and who is gone, and where; `principal` can be replaced everywhere at once. */
export const goneView = z.object({
  principal: z.string(),
  workflows: z.array(z.object({ key: z.string(), name: z.string() })),
});
export type Gone = z.output<typeof goneView>;

/** `GET /presence/workflows`. */
export const workflowsView = z.object({
  workflows: z.array(workflowLine),
  policies: z.array(policy),
  policyProblems: z.array(problemView),
  gone: z.array(goneView),
});
export type WorkflowsView = z.output<typeof workflowsView>;

/** One version, with what changed since the one before it. */
export const versionView = z.object({
  version: z.int(),
  at: z.number(),
  by: person.nullable(),
  differences: z.array(problemView),
});
export type VersionView = z.output<typeof versionView>;

/** `GET /presence/workflows/:key`: the current definition and its history, newest first. */
export const workflowView = z.object({
  definition: workflow,
  version: z.int(),
  source: workflowSource,
  versions: z.array(versionView),
  problems: z.array(problemView),
  underWay: z.array(underWayView),
});
export type WorkflowView = z.output<typeof workflowView>;

/** `GET /presence/workflows/names`: everything that a workflow can name. */
export interface NamesView {
  readonly types: readonly {
    readonly uid: string;
    readonly name: string;
    readonly localized: boolean;
    readonly fields: readonly string[];
  }[];
  readonly locales: readonly string[];
  readonly roles: readonly { readonly code: string; readonly name: string }[];
  readonly users: readonly { readonly email: string; readonly name: string }[];
  readonly permissions: readonly string[];
  readonly channelKinds: readonly string[];
}

/** Reviews under way in one version that are taken along: stage of the old version → stage of the new one. */
const migration = z.strictObject({
  from: z.string().max(60),
  mapping: z.record(z.string().max(60), z.string().max(60)),
});

const base = z.int().min(0);

/** Body of `POST /presence/workflows/check`: a definition that is not saved yet; `base` 0 where it is new. */
export const checkRequest = z.strictObject({
  definition: z.unknown(),
  base,
  migrate: z.array(migration).max(100).default([]),
});

/** What saving would mean. */
export const checkView = z.object({
  problems: z.array(problemView),
  differences: z.array(problemView),
  dryRun: dryRunView,
  /** For each stage in which reviews stand: where they would go, as a proposal. */
  underWay: z.array(underWayView.extend({ to: z.string() })),
});
export type CheckView = z.output<typeof checkView>;

/** Body of `POST /presence/workflows`: a new version on top of `base`, or a new workflow where it is 0. */
export const saveRequest = z.strictObject({
  definition: z.unknown(),
  base,
  migrate: z.array(migration).max(100).default([]),
});

export type SaveRequest = z.input<typeof saveRequest>;

/** One of `GET /presence/workflows/templates`. */
export interface TemplateView {
  /** For whom it is, in the language that was asked for. */
  readonly about: string;
  readonly definition: Workflow;
}

/** Body of `POST /presence/workflows/:key/remove`: who takes its place where it is in use. */
export const removeRequest = z.strictObject({ replacement: z.string().max(60).nullable().default(null) });

/** Body of `PUT /presence/workflows/policies`, and of its check. */
export const policiesRequest = z.strictObject({ policies: z.array(policy).max(100) });

/** Body of `POST /presence/workflows/replace`: one person or role for another, in every workflow. */
export const replaceRequest = z.strictObject({
  old: z.string().max(200),
  next: z.string().regex(/^(role|user|guest|may):\S+$/, 'must be a role, a person or a permission'),
});

/** How many reviews were taken along, and how many could not be because they moved meanwhile. */
export const migratedView = z.object({ migrated: z.int(), skipped: z.int() });
export type Migrated = z.output<typeof migratedView>;
