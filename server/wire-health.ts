import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { closedUntil } from '../src/publishing/operations/rate-gate';
import { channelHealthService } from './services/channel-health';
import { rounds } from './services/rounds';
import { onceStore } from './stores/once';
import { rateGatesStore } from './stores/rate-gates';
import type { ChannelsPart } from './wire-channels';
import type { Governance } from './wire-governance';

interface Deps extends Pick<Governance, 'notices' | 'settings'> {
  readonly outside: Pick<ChannelsPart, 'channels' | 'adapters'>;
  readonly now: () => number;
}

export type HealthPart = ReturnType<typeof wireHealth>;

/** Steps are days apart; a look in between finds what was connected or changed today. */
const every = 3_600_000;

/** The part of the composition that says beforehand which channel will stop working. */
export function wireHealth(strapi: Core.Strapi, { outside, notices, settings, now }: Deps) {
  const { db } = strapi;
  const [gates, once] = [rateGatesStore(db), onceStore(db)];
  const failed = (what: string, error: unknown): void => {
    strapi.log.warn(`presence: ${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  };
  const service = channelHealthService({
    channels: outside.channels,
    adapter: (kind) => outside.adapters.get(kind),
    async quotas({ key, kind }) {
      const names = [`account:${key}`, `app:${kind}`];
      return (await gates.standing(now()))
        .filter(({ gate }) => names.includes(gate))
        .map((gate) => ({ ...gate, closedUntil: closedUntil(gate, now()) }));
    },
    claim: async (mark) =>
      await db.transaction(
        async ({ trx }) => (await once.claim(trx, [mark], randomUUID(), now())).size === 1,
      ),
    transaction: async (work) => void (await db.transaction(work)),
    notices,
    zone: async () => (await settings.get()).zone,
    onFailure: (channel, error) => failed(`the look at channel ${channel}`, error),
    now,
  });
  let atStart = Promise.resolve();
  const loop = rounds({
    rounds: [{ name: 'the look at what channels sign in with', every, run: service.run }],
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onFailure: failed,
  });
  return {
    ...service,
    start(): void {
      atStart = service.run().catch((error: unknown) => failed('the first look at channels', error));
      loop.start();
    },
    async stop(): Promise<void> {
      await loop.stop();
      await atStart;
    },
  };
}
