import { z } from 'zod';
import { channelKind, channelState } from '../../channels/schema';
import { holdScope } from '../operations/hold';

const count = z.int().min(0);

/** How many publications stand where. */
export const standing = z.object({
  /** Wait for a time that is still to come, or for the website. */
  ahead: count,
  /** Could be sent now, and nobody has begun. */
  due: count,
  /** Of those, how many have waited longer than `lateAfter`. */
  late: count,
  /** Their time has come, and a person stopped them. */
  stopped: count,
  /** Are being sent. */
  running: count,
  /** Of those, how many belong to a process that has not been heard of. */
  orphaned: count,
  /** Wait until their channel takes something again. */
  parked: count,
  /** Wait for an approval or a person's word. */
  held: count,
  /** Their time passed, and somebody has to say whether they still go out. */
  asking: count,
  /** Refused for good, or given up. */
  dead: count,
  /** May be there, and nobody knows. */
  doubt: count,
  /** How long the oldest that is due has waited, in milliseconds; 0 where nothing is due. */
  lag: count,
});
export type Standing = z.output<typeof standing>;

export const channelStanding = standing.extend({
  channel: z.string(),
  name: z.string(),
  /** Null where the channel was removed. */
  kind: channelKind.nullable(),
  state: channelState.nullable(),
  /** Until when its network takes nothing, by its own word; null where it takes something. */
  shutUntil: z.number().nullable(),
});
export type ChannelStanding = z.output<typeof channelStanding>;

export const workerState = z.enum(['working', 'stopping', 'gone']);
export type WorkerState = z.output<typeof workerState>;

/** One process that sends what is due. */
export const workerView = z.object({
  instance: z.string(),
  /** Name of its machine. */
  host: z.string(),
  pid: z.int(),
  engine: z.enum(['embedded', 'bullmq']),
  /** Since when it runs, and when it was last heard of, in milliseconds since 1970. */
  since: z.number(),
  beatAt: z.number(),
  state: workerState,
  /** Publications that it has in hand, channel by channel. */
  doing: z.array(z.object({ channel: z.string(), name: z.string(), count })),
  /** It cannot reach Redis, and works by the database alone. */
  isCutOff: z.boolean(),
});
export type WorkerView = z.output<typeof workerView>;

export const alertId = z.enum([
  'no-worker',
  'no-worker-ahead',
  'worker-gone',
  'redis-away',
  'channel-shut',
  'lag',
  'doubt',
  'dead',
  'asking',
  'quota',
  'stopped',
]);
export type AlertId = z.output<typeof alertId>;

export const severity = z.enum(['critical', 'warning', 'info']);
export type Severity = z.output<typeof severity>;

/** Something that a person should know or do. */
export const alertView = z.object({
  id: alertId,
  severity,
  /** Key and name of the channel that it is about; null and empty where it is about all. */
  channel: z.string().nullable(),
  name: z.string(),
  /** How many publications or processes. */
  count,
  /** How long, in milliseconds; 0 where that says nothing. */
  ms: z.number(),
  /** Until when, in milliseconds since 1970; null where nobody knows. */
  until: z.number().nullable(),
});
export type AlertView = z.output<typeof alertView>;

/** Answer of `GET /presence/operations`. */
export const operationsView = z.object({
  at: z.number(),
  totals: standing,
  channels: z.array(channelStanding),
  workers: z.array(workerView),
  /** Scopes of the holds that stand. */
  holds: z.array(holdScope),
  /** The worst first. */
  alerts: z.array(alertView),
});
export type OperationsView = z.output<typeof operationsView>;
