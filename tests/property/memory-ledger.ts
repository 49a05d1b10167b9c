import type { EngineDeps } from '../../server/engine/deps';
import type { Held } from '../../server/stores/publication-claims';
import type { Finish } from '../../server/stores/publication-ends';
import type { PublicationRow } from '../../server/stores/publication-row';
import { pageMissing, waiting } from '../../src/publishing/order';
import type { PublicationState } from '../../src/publishing/schema';

/** The row as the database has it, that a property may look at. */
export type Stored = { -readonly [K in keyof PublicationRow]: PublicationRow[K] };

/** What the model needs to follow: every change of a state. */
type Watch = (row: Stored, to: PublicationState) => void;

/**
 * The publications in memory, under the same guards as in the database: each function happens at once and as a whole. It stands
 * beside the stores as the shortest statement of what they promise.
 */
export function memoryLedger(
  rows: readonly Stored[],
  watch: Watch,
  holds: ReadonlySet<string>,
): EngineDeps['ledger'] {
  const move = (row: Stored, to: PublicationState): void => {
    watch(row, to);
    row.state = to;
  };
  const isDue = (row: Stored, now: number): boolean =>
    row.state === 'scheduled' &&
    row.waitsFor === '' &&
    row.nextAt !== null &&
    row.nextAt <= now &&
    !holds.has(row.channel);
  const owned = ({ row: { id }, token }: Held): Stored | undefined =>
    rows.find((row) => row.id === id && row.leaseToken === token && row.state === 'running');
  const free = (row: Stored): void => {
    row.leaseToken = '';
    row.leaseUntil = null;
  };

  return {
    async holds() {
      return [...holds].map((target) => ({
        ...{ key: target, scope: 'channel' as const, target },
        ...{ by: '', reason: '', at: 0 },
      }));
    },
    async claim({ now, token, until, limit, without, only }) {
      const found = rows
        .filter(
          (row) => isDue(row, now) && !without.includes(row.channel) && (only?.includes(row.key) ?? true),
        )
        .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0))
        .slice(0, limit);
      for (const row of found) {
        move(row, 'running');
        row.leaseToken = token;
        row.leaseUntil = until;
      }
      return found.map((row) => ({ ...row }));
    },
    async reclaim(now) {
      const lost = rows.filter(({ state, leaseUntil }) => state === 'running' && (leaseUntil ?? 0) < now);
      for (const row of lost) {
        move(row, 'scheduled');
        free(row);
      }
      return lost.length;
    },
    async wakeParked(now) {
      const due = rows.filter(({ state, nextAt }) => state === 'parked' && nextAt !== null && nextAt <= now);
      for (const row of due) move(row, 'scheduled');
      return due.length;
    },
    async nextDue() {
      const times = rows.flatMap(({ state, nextAt }) =>
        state === 'scheduled' && nextAt !== null ? [nextAt] : [],
      );
      return times.length > 0 ? Math.min(...times) : null;
    },
    async extend(tokens, until) {
      const own = rows.filter(({ state, leaseToken }) => state === 'running' && tokens.includes(leaseToken));
      for (const row of own) row.leaseUntil = until;
      return own.length;
    },
    async isOurs(held, now, until) {
      const row = owned(held);
      if (!row || (row.leaseUntil ?? 0) <= now) return false;
      row.leaseUntil = until;
      return true;
    },
    async arm(list, now, until) {
      const armed = list.filter(
        (held) => (owned(held)?.leaseUntil ?? 0) > now && !holds.has(held.row.channel),
      );
      for (const held of armed) {
        const row = owned(held);
        if (row) Object.assign(row, { armedAt: now, leaseUntil: until, attempts: row.attempts + 1 });
      }
      return new Set(armed);
    },
    async keepLinks(held, links) {
      const row = owned(held);
      if (row) row.links = { ...links };
    },
    async giveBack(list) {
      for (const held of list) {
        const row = owned(held);
        if (!row) continue;
        move(row, 'scheduled');
        free(row);
      }
      return list.length;
    },
    async finish(list, now, inside) {
      const written = list.filter((one) => end(one, now));
      // Nothing of the properties is about what is written beside the ends.
      await inside(written, undefined as never);
      return new Set(written);
    },
  };

  function end({ change, ...held }: Finish, now: number): boolean {
    const isDelivered = change.state === 'delivered';
    const row = isDelivered ? rows.find(({ id }) => id === held.row.id) : owned(held);
    if (!row || row.state === 'delivered') return false;
    // A delivery is the truth, wherever the row stands by now.
    if (isDelivered) row.state = 'running';
    move(row, change.state);
    free(row);
    row.nextAt = change.nextAt;
    row.failures = change.failures;
    row.errorCode = change.code;
    row.deliveredAt = isDelivered ? now : null;
    if (!change.isOpenEnded) row.armedAt = null;
    moveWaiting(rows, row, now);
    return true;
  }
}

/** What waits for a row moves with it. */
export function moveWaiting(rows: readonly Stored[], first: Stored, now: number): void {
  const turn = waiting(first.state);
  for (const row of rows.filter(({ waitsFor }) => waitsFor === first.key)) {
    const isHeld = row.state === 'held' && row.errorCode === pageMissing.code;
    if (turn === 'go') {
      if (row.afterMinutes !== null) row.dueAt = now + row.afterMinutes * 60_000;
      if (isHeld) Object.assign(row, { state: 'scheduled', errorCode: '' });
      if (row.state === 'scheduled') row.nextAt = Math.max(row.dueAt ?? now, now);
      row.waitsFor = '';
    } else if (turn === 'hold' && row.state === 'scheduled')
      Object.assign(row, { state: 'held', nextAt: null, errorCode: pageMissing.code });
  }
}
