import type { Core } from '@strapi/strapi';
import { hourOf } from '../src/engagement/rollup';
import { touchesOf } from '../src/ecosystem/totals';
import { unpublishEntry } from './channels/strapi-unpublish';
import { lifecycle as makeLifecycle } from './services/lifecycle';
import { lifecycleIndex } from './services/lifecycle-index';
import { lifecycleOwners } from './services/lifecycle-owners';
import { lifecyclePolicies } from './services/lifecycle-policies';
import { lifecycleRound } from './services/lifecycle-round';
import { lifecycleViews } from './services/lifecycle-views';
import { rounds } from './services/rounds';
import { lifeStore } from './stores/life';
import { never } from './stores/life-row';
import { optionsStore } from './stores/options';
import { ownersStore } from './stores/owners';
import { publishedStore } from './stores/published';
import { rollupsStore } from './stores/rollups';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'audit' | 'notices' | 'entries'> {
  readonly settings: Governance['settings']['get'];
  readonly now: () => number;
}

export type LifecyclePart = ReturnType<typeof wireLifecycle>;

/** The part of the composition that looks after what is published already. */
export function wireLifecycle(strapi: Core.Strapi, { audit, notices, entries, settings, now }: Deps) {
  const { db } = strapi;
  const store = lifeStore(db);
  const people = ownersStore(db);
  const rollups = rollupsStore(db);
  const transaction = async <T>(work: () => Promise<T>): Promise<T> => db.transaction(work);
  const policies = lifecyclePolicies({
    options: optionsStore(strapi),
    owners: people,
    models: entries.models,
    ...{ settings, audit, transaction, now },
  });
  const owners = lifecycleOwners({ owners: people, policies, notices });
  const index = lifecycleIndex({
    ...{ store, policies, settings, never },
    published: publishedStore(strapi),
    model: entries.model,
    titleField: async (model) => {
      const field = (await entries.roles(model)).title;
      return field && Object.hasOwn(model.attributes, field) ? field : null;
    },
    settle: owners.settle,
  });
  const round = lifecycleRound({
    ...{ store, index, policies, settings, notices, audit, transaction, never, now },
    owners,
    unpublish: unpublishEntry(strapi),
    touches: async (entry, { from, to }) =>
      touchesOf(await rollups.read({ from: hourOf(from), to: hourOf(to), entries: [entry] }, [])),
  });
  const views = lifecycleViews({ store, policies, never, now });
  const failed = (name: string, error: unknown): void => {
    strapi.log.error(`presence: ${name} failed: ${String(error)}`);
  };
  const background = rounds({
    rounds: [{ name: 'dates of published content', every: 20_000, run: round.run }],
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onFailure: failed,
  });
  let catchingUp: Promise<void> = Promise.resolve();
  return {
    ...makeLifecycle({ store, index, policies, owners, entries, settings, audit, transaction, views, now }),
    ...views,
    policies,
    owners: people.all,
    follow: index.follow,
    /** Brings the table in step with what is published and with the policies. */
    ensure: index.ensure,
    /** Counts for the governance page. */
    count: store.count,
    run: round.run,
    /** Begins to bring the table in step; with ten thousand entries that takes longer than a request should. */
    catchUp(): void {
      catchingUp = index.ensure().catch((error: unknown) => failed('following published content', error));
    },
    start: background.start,
    async stop(): Promise<void> {
      await background.stop();
      await catchingUp;
    },
  };
}
