import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { oversight } from './services/oversight';
import { recordCheck } from './services/record-check';
import { rounds } from './services/rounds';
import { accessStore } from './stores/access';
import { auditStore } from './stores/audit';
import { channelsStore } from './stores/channels';
import { logInsStore } from './stores/log-ins';
import { optionsStore } from './stores/options';
import { reviewListsStore } from './stores/review-lists';
import { upkeepStore } from './stores/upkeep';
import type { DriftRoom } from './wire-drift';
import type { Governance } from './wire-governance';
import type { LifecyclePart } from './wire-lifecycle';
import type { Telling } from './wire-notices';
import type { SignOffPart } from './wire-signoff';

interface Deps extends Pick<Governance, 'entries' | 'notices' | 'record'> {
  readonly settings: Governance['settings']['get'];
  readonly lifecycle: LifecyclePart;
  readonly drift: Pick<DriftRoom, 'last' | 'count'>;
  readonly signOff: Pick<SignOffPart, 'failures'>;
  readonly telling: Pick<Telling, 'webhooks'>;
  readonly now: () => number;
}

export type OversightPart = ReturnType<typeof wireOversight>;

const signedIn = z.object({ user: z.object({ id: z.union([z.string(), z.number()]).transform(String) }) });

/** Deeds by which something went out without the approval that its workflow asks for. */
const exceptions = ['decision.emergency', 'decision.adopt'];
const hour = 3_600_000;

/** The part of the composition that judges whether the policies are kept. */
export function wireOversight(
  strapi: Core.Strapi,
  { entries, notices, record, settings, lifecycle, drift, signOff, telling, now }: Deps,
) {
  const { db } = strapi;
  const deeds = auditStore(db, () => undefined);
  const lists = reviewListsStore(db);
  const check = recordCheck({
    options: optionsStore(strapi),
    verify: async () => (await record.verify.all(() => undefined)).broken?.message ?? null,
    notices,
    now,
  });
  const service = oversight({
    access: accessStore(strapi),
    upkeep: upkeepStore(db),
    logIns: logInsStore(db),
    models: entries.models,
    settings,
    channels: async () =>
      (await channelsStore(db).list()).map(({ secret, ...rest }) => ({
        ...rest,
        hasSecret: secret !== null,
      })),
    hasKey: () => Boolean(strapi.config.get('admin.secrets.encryptionKey')),
    life: {
      policies: lifecycle.policies.get,
      followed: lifecycle.policies.followed,
      count: (uids, dueBefore) =>
        lifecycle.count({ uids, ...(dueBefore === undefined ? {} : { to: dueBefore }) }),
      owners: lifecycle.owners,
    },
    drift: async () => {
      const last = await drift.last();
      // What was found and answered since is not wrong any more.
      return last && { at: last.at, found: await drift.count() };
    },
    overdueReviews: async () => {
      const types = (await settings()).governed;
      const stages = await lists.perStage({ types, dueBefore: now() });
      return [...stages.values()].reduce((sum, count) => sum + count, 0);
    },
    exceptions: async (since) => (await deeds.page({ kinds: exceptions, from: since }, 1, 1)).total,
    auditCheck: check.last,
    refusedLinks: async (since) => (await signOff.failures(since)).reduce((sum, { times }) => sum + times, 0),
    webhooks: async () =>
      (await telling.webhooks.list()).map(({ name, reason }) => ({ name, isFailing: reason !== '' })),
    now,
  });
  const failed = (name: string, error: unknown): void => {
    strapi.log.error(`presence: ${name} failed: ${String(error)}`);
  };
  return {
    view: service.view,
    checkRecord: check.run,

    /** What runs in the background. */
    rounds: rounds({
      rounds: [{ name: 'the check of the record', every: hour, run: check.run }],
      setTimer: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onFailure: failed,
    }),

    /** Begins to write down who logs in to the admin panel; answers how to end it. */
    async watchLogIns(): Promise<() => Promise<void>> {
      await service.beginWatch();
      const off = strapi.eventHub.on('admin.auth.success', async (event: unknown) => {
        // A listener that throws would end the process.
        await Promise.resolve()
          .then(() => service.noteLogIn(signedIn.parse(event).user.id))
          .catch((error: unknown) => failed('writing down a log-in', error));
      });
      return () => Promise.resolve(off());
    },
  };
}
