import type { Core } from '@strapi/strapi';
import { channelKind } from '../src/channels/schema';
import { fieldPathsOf } from '../src/governance/field-paths';
import { permissionNames } from './permissions';
import type { Audit } from './services/audit';
import type { Entries } from './services/entries';
import { workflowChanges } from './services/governance/workflows/changes';
import { loadWorkflowFiles } from './services/governance/workflows/files';
import type { Workflows } from './services/governance/workflows/known';
import { migrate, type MigrateDeps } from './services/governance/workflows/migrate';
import { workflowViews } from './services/governance/workflows/views';
import type { Transaction } from './services/transaction';
import { namingStore } from './stores/naming';
import type { OptionsStore } from './stores/options';
import { workflowsStore } from './stores/workflows';
import { workflowFiles } from './stores/workflow-files';
import { workflowStanding } from './stores/workflow-standing';

interface Deps extends Pick<MigrateDeps, 'reviews' | 'decisions' | 'onDecided'> {
  readonly workflows: Workflows;
  readonly entries: Entries;
  readonly options: OptionsStore;
  readonly audit: Audit;
  readonly transaction: Transaction;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** The part of the composition that makes workflows, says where they apply, and takes reviews along. */
export function wireWorkflows({ db }: Core.Strapi, deps: Deps) {
  const { workflows: known, entries, options, audit, transaction, now, uuid } = deps;
  const store = workflowsStore(db);
  const rows = workflowStanding(db);
  const naming = namingStore(db);

  const world = async () => {
    const people = await naming.people(permissionNames);
    return {
      types: entries.models().map((model) => ({
        uid: model.uid,
        name: model.displayName,
        localized: model.localized,
        fields: fieldPathsOf(model, entries.components()).map(({ path }) => path),
      })),
      locales: await naming.locales(),
      roles: await naming.roles(),
      permissions: permissionNames,
      channelKinds: channelKind.options,
      people,
      users: people.map(({ name, email }) => ({ name, email })),
    };
  };

  const views = workflowViews({ known, store, rows, world });
  const load = loadWorkflowFiles({ known, store, world, audit, transaction, now, uuid });
  return {
    workflowViews: views,
    workflowChanges: workflowChanges({
      ...{ known, store, options, views, world, audit, transaction, now, uuid },
      migrate: migrate({ ...deps, rows }),
    }),
    /** Takes over the definitions in a folder of the app; throws where one of them does not work. */
    loadWorkflows: (folder: string): Promise<void> => load(workflowFiles(folder)),
  };
}
