import type { AuditRow } from '../../src/governance/schema';
import type { Actor } from '../../src/shared/actor';
import type { Page } from '../../src/shared/page';
import { personOf } from '../actor';
import type { AuditStore } from '../stores/audit';
import type { Connection } from '../stores/bulk';

export interface AuditDeps {
  readonly store: AuditStore;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Something that somebody did. `entry` is `entryIdOf(key)`. */
export interface Deed {
  /** `decision.approve`, `publish`, `unpublish`, `settings.save` … */
  readonly kind: string;
  readonly actor: Actor;
  readonly entry?: string;
  readonly seal?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Audit = ReturnType<typeof audit>;

export const audit = ({ store, now, uuid }: AuditDeps) => {
  const lineOf = ({ kind, actor, entry, seal, details }: Deed): AuditRow => ({
    key: uuid(),
    at: now(),
    kind,
    by: personOf(actor),
    entry: entry ?? null,
    seal: seal ?? null,
    details: { ...details },
  });
  return {
    /** Writes one line, in the transaction of the deed where there is one. */
    record: (deed: Deed): Promise<void> => store.add(lineOf(deed)),

    /** Writes many lines in the transaction of their deeds. */
    recordIn: (connection: Connection, deeds: readonly Deed[]): Promise<void> =>
      deeds.length === 0 ? Promise.resolve() : store.addIn(connection, deeds.map(lineOf)),

    /** Newest first; of one entry, or of all. */
    async page(entry: string | null, page: number, pageSize: number): Promise<Page<AuditRow>> {
      return { ...(await store.page(entry, page, pageSize)), page, pageSize };
    },
  };
};
