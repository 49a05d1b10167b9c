import { eventOfDeed } from '../../src/governance/notices/deeds';
import type { Deed } from './audit';
import type { NewEvent, Outbox } from './outbox';

interface Written {
  readonly record: (deed: Deed) => Promise<void>;
  readonly recordIn: (connection: Parameters<Outbox['emitIn']>[0], deeds: readonly Deed[]) => Promise<void>;
}

/** The audit list, whose lines also become events: so that no deed is written down and not told. */
export function toldAudit<A extends Written>(audit: A, outbox: Pick<Outbox, 'emit' | 'emitIn'>): A {
  return {
    ...audit,
    async record(deed: Deed) {
      await audit.record(deed);
      for (const event of eventsOf([deed])) await outbox.emit(event);
    },
    async recordIn(connection: Parameters<Outbox['emitIn']>[0], deeds: readonly Deed[]) {
      await audit.recordIn(connection, deeds);
      await outbox.emitIn(connection, eventsOf(deeds));
    },
  };
}

const eventsOf = (deeds: readonly Deed[]): NewEvent[] =>
  deeds.flatMap(({ kind, actor, entry, seal, details }) => {
    const type = eventOfDeed(kind);
    return type ? [{ type, actor, entry, seal, details }] : [];
  });
