import { problemsOf } from '../../../../src/governance/workflow/check';
import type { World } from '../../../../src/governance/workflow/check/world';
import { differences } from '../../../../src/governance/workflow/change/differences';
import {
  dryRun,
  together,
  type DryRun,
  type Migration,
  type ReviewRow,
  type Rules,
} from '../../../../src/governance/workflow/change/dry-run';
import { mappingOf } from '../../../../src/governance/workflow/change/migrate';
import { policyProblems } from '../../../../src/governance/workflow/policy';
import type { Workflow } from '../../../../src/governance/workflow/schema';
import { standardWorkflow } from '../../../../src/governance/workflow/standard';
import { templates, workflowOf } from '../../../../src/governance/workflow/templates';
import type {
  CheckView,
  Gone,
  NamesView,
  UnderWay,
  WorkflowsView,
  WorkflowView,
} from '../../../../src/governance/workflow/views';
import { namesPrincipal } from '../../../../src/governance/workflow/change/replace';
import { invalidRequest } from '../../../../src/shared/issues';
import { fail, ok, type Result } from '../../../../src/shared/result';
import { policiesRequest, checkRequest } from '../../../../src/governance/workflow/views';
import type { WorkflowsStore } from '../../../stores/workflows';
import { judged } from './check';
import { refOf, type Workflows } from './known';
import * as refusals from './refusals';

/** Where entries stand, as the board keeps it. */
export interface StandingRows {
  /** In the order of their ids, after one of them. */
  page(after: string | null, size: number): Promise<ReviewRow[]>;
  /** How many reviews stand in each stage of each version; only stages that mean review. */
  underWay(): Promise<{ ref: string; stage: string; count: number }[]>;
  /** Entries whose reviews are under way in a version, after one of them. */
  inVersion(ref: string, after: string | null, size: number): Promise<string[]>;
}

export interface ViewsDeps {
  readonly known: Workflows;
  readonly store: Pick<WorkflowsStore, 'versions'>;
  readonly rows: StandingRows;
  readonly world: () => Promise<World & { readonly users: NamesView['users'] }>;
}

const pageSize = 500;

export type WorkflowViews = ReturnType<typeof workflowViews>;

/** What the pages show of workflows, and what a change would mean before it is saved. */
export function workflowViews({ known, store, rows, world }: ViewsDeps) {
  /** With the names of the stages, newest version first. */
  async function underWayOf(key: string): Promise<UnderWay[]> {
    const found = (await rows.underWay()).filter(({ ref }) => ref.slice(0, ref.lastIndexOf('@')) === key);
    return Promise.all(
      found.map(async ({ ref, stage, count }) => {
        const definition = await known.byRef(ref);
        const name = definition?.stages.find((one) => one.key === stage)?.name ?? stage;
        return { ref, stage, name, count };
      }),
    );
  }

  async function run(after: Rules, migrations: readonly Migration[]): Promise<DryRun> {
    const { current, policies } = await known.all();
    const before = { policies, current: versionsOf(current) };
    const parts: DryRun[] = [];
    for (let last: string | null = null; ;) {
      const page: ReviewRow[] = await rows.page(last, pageSize);
      parts.push(dryRun(page, before, after, migrations));
      last = page.at(-1)?.entry ?? null;
      if (page.length < pageSize || last === null) return together(parts);
    }
  }

  return {
    underWayOf,

    async list(): Promise<WorkflowsView> {
      const { current, policies } = await known.all();
      const there = await world();
      const counts = await rows.underWay();
      const all = [...current.values()];
      return {
        workflows: all.map((one) => ({
          key: one.key,
          name: one.definition.name,
          version: one.version,
          source: one.source,
          at: one.at,
          by: one.by,
          applies: one.key === standardWorkflow.key || policies.some(({ workflow }) => workflow === one.key),
          underWay: counts
            .filter(({ ref }) => ref.slice(0, ref.lastIndexOf('@')) === one.key)
            .reduce((sum, { count }) => sum + count, 0),
          problems: one.source === 'built-in' ? [] : problemsOf(one.definition, there),
        })),
        policies: [...policies],
        policyProblems: policyProblems(policies, [...current.keys()], there),
        gone: goneOf(
          all.map(({ definition }) => definition),
          there,
        ),
      };
    },

    async one(key: string): Promise<Result<WorkflowView>> {
      const found = (await known.all()).current.get(key);
      if (!found) return fail(refusals.notFound(key));
      const versions = await store.versions(key);
      return ok({
        definition: found.definition,
        version: found.version,
        source: found.source,
        versions: versions.map(({ version, at, by, definition }, index) => {
          const before = versions[index + 1];
          return { version, at, by, differences: before ? differences(before.definition, definition) : [] };
        }),
        problems: found.source === 'built-in' ? [] : problemsOf(found.definition, await world()),
        underWay: await underWayOf(key),
      });
    },

    async names(): Promise<NamesView> {
      const { types, locales, roles, users, permissions, channelKinds } = await world();
      return { types, locales, roles, users, permissions, channelKinds };
    },

    /** The five to begin with, in the language of the reader. */
    templates: (language: 'en' | 'de') =>
      templates.map((template) => ({
        about: template.about[language],
        definition: workflowOf(template, language),
      })),

    /** What saving a definition would mean. */
    async check(input: unknown): Promise<Result<CheckView>> {
      const request = checkRequest.safeParse(input);
      if (!request.success) return fail(invalidRequest(request.error));
      const { base, migrate } = request.data;
      const { definition, problems } = judged(request.data.definition, await world());
      if (!definition)
        return ok({ problems: [...problems], differences: [], dryRun: together([]), underWay: [] });
      const { current, policies } = await known.all();
      const before = base > 0 ? current.get(definition.key) : undefined;
      const taken =
        base === 0 && current.has(definition.key)
          ? [{ path: 'key', message: refusals.keyTaken(definition.key).message }]
          : [];
      const version = (before?.version ?? 0) + 1;
      const after = { policies, current: versionsOf(current).set(definition.key, version) };
      const to = refOf({ key: definition.key, version });
      const underWay = before ? await underWayOf(definition.key) : [];
      return ok({
        problems: [...taken, ...problems],
        differences: before ? differences(before.definition, definition) : [],
        dryRun: await run(
          after,
          migrate.map((one) => ({ ...one, to })),
        ),
        underWay: await proposals(underWay, definition),
      });
    },

    /** What other policies would mean. */
    async checkPolicies(input: unknown): Promise<Result<Pick<CheckView, 'problems' | 'dryRun'>>> {
      const request = policiesRequest.safeParse(input);
      if (!request.success) return fail(invalidRequest(request.error));
      const { policies } = request.data;
      const { current } = await known.all();
      return ok({
        problems: policyProblems(policies, [...current.keys()], await world()),
        dryRun: await run({ policies, current: versionsOf(current) }, []),
      });
    },
  };

  async function proposals(underWay: readonly UnderWay[], after: Workflow): Promise<CheckView['underWay']> {
    return Promise.all(
      underWay.map(async (one) => {
        const before = await known.byRef(one.ref);
        return { ...one, to: (before && mappingOf(before, after)[one.stage]) ?? after.stages[0]?.key ?? '' };
      }),
    );
  }
}

const versionsOf = (current: ReadonlyMap<string, { readonly version: number }>): Map<string, number> =>
  new Map([...current].map(([key, { version }]) => [key, version]));

/** Roles and people whom workflows name and who are not there any more. */
function goneOf(definitions: readonly Workflow[], there: World): Gone[] {
  const known = new Set([
    ...there.roles.map(({ code }) => `role:${code}`),
    ...there.people.flatMap(({ principals }) => principals),
  ]);
  const named = definitions.flatMap(({ stages, transitions }) => [
    ...stages.flatMap(({ escalate }) => escalate),
    ...transitions.flatMap(({ who, when }) => [
      ...who,
      ...when.flatMap((one) => (one.on === 'role' ? one.any.map((code) => `role:${code}`) : [])),
    ]),
  ]);
  return [...new Set(named)]
    .filter((one) => /^(role|user):/.test(one) && !known.has(one))
    .map((principal) => ({
      principal,
      workflows: definitions
        .filter((definition) => namesPrincipal(definition, principal))
        .map(({ key, name }) => ({ key, name })),
    }));
}
