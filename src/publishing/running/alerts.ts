import type { AlertId, AlertView, ChannelStanding, OperationsView, Severity } from './schema';
import { gateOf, lateAfter } from './standing';

/** So long behind is more than a burst, in milliseconds. */
const farBehind = 10 * 60_000;

const order: readonly Severity[] = ['critical', 'warning', 'info'];

type Facts = Pick<OperationsView, 'channels' | 'totals' | 'workers'>;

/** What a person should know or do, the worst first. */
export function alertsOf({ channels, totals, workers }: Facts): AlertView[] {
  const alive = workers.filter(({ state }) => state === 'working');
  const gone = workers.filter(({ state }) => state === 'gone').length;
  const cutOff = alive.filter(({ isCutOff }) => isCutOff).length;
  const { lag } = totals;
  const waiting = totals.due + totals.orphaned;
  const found: AlertView[] = [];
  const tell = (id: AlertId, severity: Severity, about: Partial<AlertView> = {}) =>
    void found.push({ ...nothing, ...about, id, severity });

  if (alive.length === 0 && waiting > 0) tell('no-worker', 'critical', { count: waiting, ms: lag });
  else if (alive.length === 0 && totals.ahead + totals.parked > 0)
    tell('no-worker-ahead', 'warning', { count: totals.ahead + totals.parked });
  if (gone > 0) tell('worker-gone', alive.length > 0 ? 'info' : 'warning', { count: gone });
  if (cutOff > 0) tell('redis-away', 'warning', { count: cutOff });
  for (const channel of channels) {
    const about = { channel: channel.channel, name: channel.name };
    const gate = gateOf(channel);
    const waits = waitingOn(channel);
    if (gate === 'shut') tell('channel-shut', waits > 0 ? 'critical' : 'warning', { ...about, count: waits });
    // Where nobody works at all, that is the reason, and it is told once.
    if (alive.length > 0 && channel.lag >= lateAfter)
      tell('lag', channel.lag >= farBehind ? 'critical' : 'warning', {
        ...about,
        ...{ count: channel.due, ms: channel.lag },
      });
    if (channel.doubt > 0) tell('doubt', 'warning', { ...about, count: channel.doubt });
    if (channel.dead > 0) tell('dead', 'warning', { ...about, count: channel.dead });
    if (channel.asking > 0) tell('asking', 'warning', { ...about, count: channel.asking });
    if (gate === 'quota') tell('quota', 'info', { ...about, count: waits, until: channel.shutUntil });
    if (channel.stopped > 0) tell('stopped', 'info', { ...about, count: channel.stopped });
  }
  return found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** What would go out by this channel, now or later. */
const waitingOn = ({ due, ahead, stopped, parked }: ChannelStanding): number =>
  due + ahead + stopped + parked;

const nothing = { channel: null, name: '', count: 0, ms: 0, until: null };
