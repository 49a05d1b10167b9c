import type { Settings } from '../../src/governance/settings';
import type { PlanFacts } from '../../src/publishing/time/closed';
import { noPlan, publishingPlan, type PlanView, type PublishingPlan } from '../../src/publishing/time/schema';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { OptionsStore } from '../stores/options';
import type { Audit } from './audit';
import { cached } from './cached';
import type { Transaction } from './transaction';

const option = 'publishing-plan';

interface Deps {
  readonly options: OptionsStore;
  readonly channels: () => Promise<readonly { readonly key: string }[]>;
  readonly settings: () => Promise<Pick<Settings, 'zone' | 'calendar'>>;
  readonly audit: Audit['record'];
  readonly transaction: Transaction;
  readonly now: () => number;
}

export type PublishingPlanService = ReturnType<typeof publishingPlanService>;

/**
 * When the channels are used: slots, blackouts, holidays, distances. Read from memory, at most a second behind what another
 * instance saved. What was planned for a channel that was removed is left out.
 */
export function publishingPlanService({ options, channels, settings, audit, transaction, now }: Deps) {
  const held = cached(async (): Promise<PlanFacts> => {
    const { zone, calendar } = await settings();
    const stored = await options.get(option);
    const plan = stored === null || stored === undefined ? noPlan(zone) : publishingPlan.parse(stored);
    const known = new Set((await channels()).map(({ key }) => key));
    return { plan: ofKnown(plan, known), holidays: calendar.holidays };
  }, now);

  const service = {
    get: (): Promise<PlanFacts> => held.get(),

    async view(): Promise<PlanView> {
      const { plan, holidays } = await held.get();
      return { ...plan, holidayDays: plan.holidays ? [...holidays] : [] };
    },

    /** Saves the whole plan or nothing; `next` is what the request brought. What is scheduled keeps its time. */
    async save(next: unknown, actor: Actor): Promise<Result<PlanView>> {
      const parsed = publishingPlan.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const known = new Set((await channels()).map(({ key }) => key));
      const unknown = named(parsed.data).find(({ channel }) => !known.has(channel));
      if (unknown)
        return fail({
          code: 'plan.channel-unknown',
          message: `The channel ${unknown.channel} does not exist. It may have been removed: reload the page.`,
          path: unknown.path,
        });
      const { plan: before } = await held.get();
      await transaction(async () => {
        await options.set(option, parsed.data);
        await audit({ kind: 'publishing.plan', actor, details: { before, after: parsed.data } });
      });
      held.forget();
      return ok(await service.view());
    },
  };
  return service;
}

const named = (plan: PublishingPlan): { readonly channel: string; readonly path: string }[] => [
  ...plan.slots.map(({ channel }, at) => ({ channel, path: `slots[${at}].channel` })),
  ...plan.minDistance.map(({ channel }, at) => ({ channel, path: `minDistance[${at}].channel` })),
  ...plan.blackouts.flatMap(({ channels }, at) =>
    channels.map((channel, index) => ({ channel, path: `blackouts[${at}].channels[${index}]` })),
  ),
];

function ofKnown(plan: PublishingPlan, known: ReadonlySet<string>): PublishingPlan {
  const isKnown = ({ channel }: { readonly channel: string }): boolean => known.has(channel);
  return {
    ...plan,
    slots: plan.slots.filter(isKnown),
    minDistance: plan.minDistance.filter(isKnown),
    // A blackout of removed channels alone must not turn into one of all.
    blackouts: plan.blackouts
      .map((one) => ({
        ...one,
        channels: one.channels.filter((channel) => known.has(channel)),
        was: one.channels.length,
      }))
      .filter(({ channels, was }) => was === 0 || channels.length > 0)
      .map(({ was: _, ...one }) => one),
  };
}
