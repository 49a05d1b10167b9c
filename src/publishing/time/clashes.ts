import { closedAt, closedOf, type PlanFacts } from './closed';
import type { Clash, PublishingPlan } from './schema';

const minute = 60_000;

/** What a time of a channel is compared with. */
export interface ClashFacts extends PlanFacts {
  readonly channel: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The instants of the other publications of the channel; in any order. */
  readonly taken: readonly number[];
}

/** Minimum distance of a channel in milliseconds; 0 where none is set. */
export const distanceOf = ({ minDistance }: PublishingPlan, channel: string): number =>
  (minDistance.find((one) => one.channel === channel)?.minutes ?? 0) * minute;

/** The others that are nearer to an instant than the distance; at the same instant also without one. */
export const nearTo = (taken: readonly number[], at: number, distance: number): number[] =>
  taken.filter((other) => other === at || Math.abs(other - at) < distance);

/**
 * Why a time does not suit a channel; empty where it does. A time that somebody chose by hand is not refused for it, only
 * told: blackouts and holidays first, then what is too near. `until` of the latter is when the distance is kept again.
 */
export function clashesOf({ plan, holidays, channel, at, taken }: ClashFacts): Clash[] {
  const distance = distanceOf(plan, channel);
  const near = nearTo(taken, at, distance);
  const closed = closedAt(closedOf({ plan, holidays }, channel), at);
  if (near.length === 0) return closed;
  const until = Math.max(...near) + Math.max(distance, minute);
  return [...closed, { code: 'time.too-near', name: String(distance / minute), until }];
}
