import type { EventType, PresenceEvent } from '../../src/governance/notices/events';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { Actor } from '../../src/shared/actor';
import { personOf } from '../actor';
import type { Connection } from '../stores/bulk';
import type { OutboxRow, OutboxStore } from '../stores/outbox';

interface Deps {
  readonly store: OutboxStore;
  readonly now: () => number;
  readonly uuid: () => string;
  /** Something is to be told: look at once. */
  readonly ring: () => void;
}

/** Something that happened and that the outside may be told of. `entry` is `entryIdOf(key)`. */
export interface NewEvent {
  readonly type: EventType;
  readonly actor: Actor;
  readonly entry?: string | null | undefined;
  readonly seal?: string | null | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export type Outbox = ReturnType<typeof outbox>;

/** Where everything that is to be told is written down first, in the transaction of the act. */
export const outbox = ({ store, now, uuid, ring }: Deps) => {
  function rowOf({ type, actor, entry, seal, details }: NewEvent): OutboxRow {
    const id = uuid();
    const key = entry ? entryKeyOf(entry) : null;
    const { kind, id: who, name } = personOf(actor);
    const event: PresenceEvent = {
      id,
      at: now(),
      type,
      actor: { kind, id: who, name },
      // The title is looked up when the event is addressed: no act waits for it.
      entry: key && { ...key, title: null },
      seal: seal ?? null,
      details: { ...details },
    };
    return { key: id, kind: 'event', body: event };
  }

  return {
    /** Written in the transaction that is open around the call; told once that is on disk. */
    async emit(event: NewEvent): Promise<void> {
      await store.add(rowOf(event), now());
      await store.afterCommit(ring);
    },

    /** Many at once, in the transaction of their acts. */
    async emitIn(connection: Connection, events: readonly NewEvent[]): Promise<void> {
      if (events.length > 0) await store.addIn(connection, events.map(rowOf), now());
    },

    /** The readers of a notice are to be mailed as each of them wishes. */
    async tell(notice: string, by: string | null): Promise<void> {
      await store.add({ key: uuid(), kind: 'notice', body: { notice, by } }, now());
      await store.afterCommit(ring);
    },
  };
};
