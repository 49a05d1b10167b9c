import type { ChannelKind } from '../../src/channels/schema';

/** How many deliveries run side by side on one channel. One site build, one mailing; networks dislike bursts. */
export const widths: Readonly<Record<ChannelKind, number>> = {
  website: 2,
  bluesky: 4,
  mastodon: 4,
  facebook: 1,
  instagram: 1,
  x: 2,
  linkedin: 1,
  pinterest: 1,
  threads: 1,
  'google-business': 1,
  discord: 1,
  slack: 1,
  telegram: 1,
  webhook: 32,
  email: 1,
  own: 1,
};

interface Lane {
  readonly width: number;
  running: number;
  readonly waiting: (() => void)[];
}

/** One lane a channel, so that a slow channel never holds up another. `opened`: one that had enough to do takes more. */
export function lanes(opened: () => void) {
  const byChannel = new Map<string, Lane>();
  const isFull = ({ waiting, width }: Lane): boolean => waiting.length > width;

  function leave(channel: string, lane: Lane): void {
    const wasFull = isFull(lane);
    const next = lane.waiting.shift();
    if (next) next();
    else lane.running -= 1;
    if (lane.running === 0) byChannel.delete(channel);
    if (wasFull && !isFull(lane)) opened();
  }

  return {
    /** Runs the work when the channel has room. */
    async run<T>(channel: string, width: number, work: () => Promise<T>): Promise<T> {
      const lane = byChannel.get(channel) ?? { width, running: 0, waiting: [] };
      byChannel.set(channel, lane);
      if (lane.running >= width) await new Promise<void>((go) => lane.waiting.push(go));
      else lane.running += 1;
      try {
        return await work();
      } finally {
        leave(channel, lane);
      }
    },

    /** Channels that have as much waiting as they can work off soon. */
    full: (): readonly string[] =>
      [...byChannel].filter(([, lane]) => isFull(lane)).map(([channel]) => channel),
  };
}
