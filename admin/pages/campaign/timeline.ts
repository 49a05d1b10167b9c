import type { ChannelKind } from '../../../src/channels/schema';
import type { PublicationState } from '../../../src/publishing/schema';

/** What a line of times needs of a publication. */
export interface Timed {
  readonly key: string;
  readonly kind: ChannelKind;
  readonly channelName: string;
  readonly state: PublicationState;
  readonly dueAt: number | null;
  readonly deliveredAt: number | null;
}

/** A publication at its place on the line; `share` is the part of the line before it, from 0 to 1. */
export interface Placed {
  readonly of: Timed;
  readonly at: number;
  readonly share: number;
}

export interface Line {
  /** The first first. */
  readonly points: readonly Placed[];
  /** Where now is; null where it lies outside the times. */
  readonly now: number | null;
  /** Those without a time. */
  readonly open: readonly Timed[];
}

/** Free room before the first and behind the last point, as a part of the line. */
const margin = 0.04;

/** Puts publications on a line from the first of their times to the last; now stretches it while something is still to come. */
export function lineOf(list: readonly Timed[], now: number): Line {
  const timed = list.flatMap((of) => {
    const at = of.deliveredAt ?? of.dueAt;
    return at === null ? [] : [{ of, at }];
  });
  const times = timed.map(({ at }) => at);
  const isAhead = times.some((at) => at > now);
  const all = isAhead ? [...times, now] : times;
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const shareOf = (at: number): number =>
    from === to ? 0.5 : margin + ((at - from) / (to - from)) * (1 - 2 * margin);
  return {
    points: timed.map(({ of, at }) => ({ of, at, share: shareOf(at) })).sort((a, b) => a.at - b.at),
    now: isAhead ? shareOf(now) : null,
    open: list.filter((of) => !timed.some((one) => one.of === of)),
  };
}
