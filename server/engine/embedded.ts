import { deliveries, type TickReport } from './deliveries';
import type { EngineDeps } from './deps';
import { engine, type Engine } from './engine';

/** The engine that lives in the Strapi process and needs nothing but the database. Several may run beside each other. */
export function embeddedEngine(deps: EngineDeps): Engine {
  const work = deliveries(deps);
  return engine(deps, work, {
    take: () => work.takeDue(),
    wait: untilNextDue(deps),
  });
}

/** How long a process that takes what is due itself may rest: until the next is due, and not at all while it found some. */
export const untilNextDue =
  ({ ledger, now, pollEvery }: EngineDeps) =>
  async ({ claimed }: TickReport): Promise<number> => {
    const next = (await ledger.nextDue()) ?? Infinity;
    return Math.min(pollEvery, Math.max(next - now(), claimed > 0 ? 0 : 100));
  };
