import type { ChannelAdapter, Delivery, InDoubt, Outcome } from '../../src/channels/channel';
import { catchUp, missedMessage } from '../../src/publishing/catch-up';
import { stopOf } from '../../src/publishing/gate';
import { changeAfter, channelAgainAfter, type Change } from '../../src/publishing/outcome';
import { parkedByQuota, quotaMessage } from '../../src/publishing/operations/rate-gate';
import { firstStep } from '../../src/publishing/settle';
import { entryKeyOf } from '../../src/shared/entry-key';
import { Ended } from '../channels/ended';
import type { Held } from '../stores/publication-claims';
import type { Finish } from '../stores/publication-ends';
import type { PublicationRow } from '../stores/publication-row';
import { sentenceOf, type EngineChannel, type EngineDeps, type GateAnswer } from './deps';

/** What one delivery needs beside the engine's own: its two group writers, and the lease. */
export interface Tools extends EngineDeps {
  readonly arm: (held: Held) => Promise<boolean>;
  readonly isOurs: (held: Held) => Promise<boolean>;
  /** Whether somebody stopped what it belongs to. */
  readonly isStopped: (row: PublicationRow) => Promise<boolean>;
}

/**
 * Brings one held publication as far as it comes now, and says how it ended; null when it is no longer ours.
 * The order is the promise: look for what an interrupted try left, ask whether it may still go, write down that the try
 * begins, and only then call the channel, once.
 */
export async function deliverOne(held: Held, tools: Tools): Promise<Finish | null> {
  const { row } = held;
  let isBegun = false;
  try {
    const channel = await tools.channel(row.channel);
    const gate = await tools.gate(row);
    // A channel that is signed out or closed cannot be asked: it waits for it like everything else.
    const isOpen = channel !== null && channel.state !== 'reauthorise' && channel.state !== 'blocked';
    const looked = isOpen ? await look(held, channel, gate, tools) : null;
    if (typeof looked === 'object' && looked) return { ...held, ...looked };
    const open: Held = looked === 'nothing there' ? { ...held, row: { ...row, armedAt: null } } : held;
    const stopped = missed(open.row, isOpen, tools.now()) ?? stop(open.row, channel, gate, tools.now());
    if (stopped) return { ...open, change: stopped, tried: null };
    const adapter = tools.adapter(row.kind);
    if (!channel || !adapter) return ended(open, noAdapter(row), tools, false);
    const inDoubt = inDoubtOf(adapter, channel);
    if (firstStep(open.row, inDoubt) === 'ask') return ended(open, interrupted, tools, false, inDoubt);
    const until = await tools.rates.take(row);
    if (until !== null) return waiting(open, channel, until, tools);
    if (!(await tools.arm(open))) {
      // A hold won: its time stays, and nothing was tried. Where somebody else has it by now, nothing happens.
      await tools.ledger.giveBack([open]);
      return null;
    }
    isBegun = true;
    const delivery = deliveryOf(open, gate, tools);
    const outcome = await adapter.deliver(channel.account, delivery);
    await keepLimits(row, outcome, tools);
    if (outcome.kind === 'retry' && delivery.wasStopped()) return broken(open, outcome.begun !== undefined);
    return ended(open, parkedByQuota(outcome, tools.now()), tools, true, inDoubt);
  } catch (error) {
    // Adapters do not throw for what the other side does: this is a bug or our own database.
    tools.log.error(`publication ${row.key}: ${sentenceOf(error)}`);
    const kind = isBegun || row.armedAt !== null ? 'unknown' : 'retry';
    return ended(held, { kind, ...internal }, tools, isBegun);
  }
}

/** A hold came in the middle, and the channel has nothing of it yet, or not all: it goes on from here when the hold is lifted. */
const broken = (held: Held, isBegun: boolean): Finish => ({
  ...held,
  change: {
    ...standing(held.row),
    ...{ state: 'scheduled', nextAt: held.row.nextAt },
    isOpenEnded: isBegun,
    code: 'publishing.held',
    message: isBegun
      ? 'The post is there; a hold stopped it before all of its replies were.'
      : 'It was stopped by a hold before the channel had it.',
  },
  tried: 'retry',
});

/** The quota of its channel is used up: it waits for the end of that, and comes back a little apart from the others. */
const waiting = (held: Held, { account }: EngineChannel, until: number, { now, random }: Tools): Finish => ({
  ...held,
  change: {
    ...standing(held.row),
    ...{ state: 'parked', nextAt: until + Math.round(random() * apart) },
    code: 'publication.quota',
    message: quotaMessage(account.name, until, now()),
  },
  tried: null,
});
const apart = 5_000;

/** What the network said is worth less than how the try ended: it is never the reason of a failure. */
async function keepLimits(row: PublicationRow, { limits = [] }: Outcome, tools: Tools): Promise<void> {
  try {
    await tools.rates.tell(row, limits);
  } catch (error) {
    tools.log.warn(`publication ${row.key}: keeping the quota of its channel: ${sentenceOf(error)}`);
  }
}

const internal = {
  code: 'publication.internal',
  message: 'Something failed on our side while it was being sent; the log of the server says what.',
};

const interrupted: Outcome = {
  kind: 'unknown',
  code: 'publication.interrupted',
  message: 'Sending it was interrupted, and this network cannot be asked whether it arrived.',
};

const noAdapter = (row: PublicationRow): Outcome => ({
  kind: 'rejected',
  code: 'publication.channel-missing',
  message: `This server cannot publish to channels of the kind "${row.kind}".`,
});

const inDoubtOf = (adapter: ChannelAdapter, { account }: EngineChannel): InDoubt =>
  adapter.inDoubtOf?.(account) ?? adapter.inDoubt;

const ended = (
  held: Held,
  outcome: Outcome,
  { adapter, now, random }: Tools,
  isTried: boolean,
  inDoubt = adapter(held.row.kind)?.inDoubt,
): Finish => ({
  ...held,
  change: changeAfter(outcome, held.row.failures, now(), random, inDoubt),
  tried: isTried ? outcome.kind : null,
});

/** Settles a try whose end nobody knows; null where there is none, or nobody can look. */
async function look(
  held: Held,
  channel: EngineChannel,
  gate: GateAnswer,
  tools: Tools,
): Promise<Pick<Finish, 'change' | 'tried'> | 'nothing there' | 'begun' | null> {
  const { row } = held;
  const { account } = channel;
  const adapter = tools.adapter(row.kind);
  if (!adapter?.find || firstStep(row, inDoubtOf(adapter, channel)) !== 'look') return null;
  const change = (outcome: Outcome): Change => changeAfter(outcome, row.failures, tools.now(), tools.random);
  try {
    const remote = await adapter.find(account, deliveryOf(held, gate, tools));
    // It stays as it was looked at, so that it is neither missed nor changed before the rest is there.
    if (remote?.isBegun) return 'begun';
    return remote
      ? { change: change({ kind: 'duplicate', ...remote }), tried: 'duplicate' }
      : 'nothing there';
  } catch (error) {
    const outcome = endOf(error);
    if (outcome?.kind === 'rejected') return { change: change(outcome), tried: 'rejected' };
    const found = channelTrouble(outcome);
    if (found) return { change: { ...change(found), isOpenEnded: true }, tried: null };
    const message = `The channel could not be asked whether it arrived (${sentenceOf(error)}).`;
    return { change: change({ kind: 'unknown', code: 'publication.cannot-look', message }), tried: null };
  }
}

/** What keeps the whole channel from being asked: that is no failure of this copy, and may be for a person to mend. */
const channelTrouble = (outcome: Outcome | null): Outcome | null =>
  outcome && ['reauthorise', 'blocked', 'parked'].includes(outcome.kind) ? outcome : null;

/** What a look says about how it ended, where it does. */
function endOf(error: unknown): Outcome | null {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Ended ? cause.outcome : null;
}

/** What waited for its channel is looked at again and again; once that is open, it is as late as its own time says. */
const waitedForChannel = /^publication\.channel-(reauthorise|blocked)$/;

/** An interrupted try is not a missed one: it is finished. */
function missed(row: PublicationRow, isOpen: boolean, now: number): Change | null {
  const since = isOpen && waitedForChannel.test(row.errorCode) ? row.dueAt : row.nextAt;
  const late = now - (since ?? now);
  const decision = row.armedAt === null ? catchUp(late, row.catchUp) : 'send';
  if (decision === 'send') return null;
  return {
    ...standing(row),
    state: decision === 'ask' ? 'asking' : 'skipped',
    code: 'publication.missed',
    message: missedMessage(decision, late),
  };
}

function stop(
  row: PublicationRow,
  channel: EngineChannel | null,
  gate: GateAnswer,
  now: number,
): Change | null {
  const found = stopOf({
    ...gate,
    sealScheduled: row.entrySeal,
    channel: channel && { state: channel.state, reason: channel.reason, name: channel.account.name },
  });
  const nextAt = found?.state === 'parked' ? now + channelAgainAfter : null;
  return found && { ...standing(row), ...found, nextAt };
}

const standing = (row: PublicationRow): Omit<Change, 'state' | 'code' | 'message'> => ({
  nextAt: null,
  failures: row.failures,
  isOpenEnded: row.armedAt !== null,
  remote: null,
  channel: null,
});

/** A delivery that knows whether it was told to stop by a hold. */
interface Stoppable extends Delivery {
  wasStopped(): boolean;
}

function deliveryOf(held: Held, gate: GateAnswer, tools: Tools): Stoppable {
  const { row } = held;
  let wasStopped = false;
  const entry = entryKeyOf(row.entry);
  if (!entry) throw new Error(`"${row.entry}" is not the key of an entry`);
  const links = new Map(Object.entries(row.links));
  return {
    publication: row.key,
    attempt: row.attempts + 1,
    entry,
    campaign: row.campaign,
    seal: row.entrySeal,
    copy: row.copy,
    pageUrl: gate.pageUrl,
    createdAt: row.createdAt,
    dueAt: row.dueAt ?? row.createdAt,
    async track(url) {
      const known = links.get(url);
      if (known !== undefined) return known;
      const link = await tools.track(row, url);
      links.set(url, link);
      await tools.ledger.keepLinks(held, Object.fromEntries(links));
      return link;
    },
    async beat() {
      wasStopped ||= await tools.isStopped(row);
      return !wasStopped && tools.isOurs(held);
    },
    wasStopped: () => wasStopped,
  };
}
