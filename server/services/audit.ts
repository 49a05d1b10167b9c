import { kindsOf, type AuditKind } from '../../src/governance/audit/kinds';
import { digestOf, lineOf, type Hash } from '../../src/governance/audit/line';
import type { AuditQuery, AuditRow, Origin } from '../../src/governance/audit/schema';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf } from '../../src/shared/entry-key';
import type { Page } from '../../src/shared/page';
import { personOf } from '../actor';
import type { AuditStore, NewLine } from '../stores/audit';
import type { Connection } from '../stores/bulk';

export interface AuditDeps {
  readonly store: AuditStore;
  /** From where the request that is being answered came. */
  readonly originOf: (actor: Actor) => Origin;
  readonly hash: Hash;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Something that somebody did. `entry` is `entryIdOf(key)`. */
export interface Deed {
  /** What it was; a new kind is added to `src/governance/audit/kinds.ts` first. */
  readonly kind: AuditKind;
  readonly actor: Actor;
  readonly entry?: string;
  readonly seal?: string;
  /** What a reader of the record needs to know. No secrets, no address of a visitor or subscriber. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Audit = ReturnType<typeof audit>;

/** The record of who did what. What is written here can be read and proven, and never changed. */
export const audit = ({ store, originOf, hash, now, uuid }: AuditDeps) => {
  const newLine = ({ kind, actor, entry, seal, details }: Deed): NewLine => {
    const line = lineOf({
      key: uuid(),
      at: now(),
      kind,
      by: personOf(actor),
      from: originOf(actor),
      entry: entry ?? null,
      seal: seal ?? null,
      details: { ...details },
    });
    return { ...line, digest: digestOf(line, hash) };
  };
  return {
    /** Writes one line, in the transaction of the deed where there is one. */
    record: (deed: Deed): Promise<void> => store.add(newLine(deed)),

    /** Writes many lines in the transaction of their deeds. */
    recordIn: (connection: Connection, deeds: readonly Deed[]): Promise<void> =>
      deeds.length === 0 ? Promise.resolve() : store.addIn(connection, deeds.map(newLine)),

    /** Newest first. */
    async page({
      page,
      pageSize,
      group,
      uid,
      documentId,
      locale,
      ...rest
    }: AuditQuery): Promise<Page<AuditRow>> {
      const entry = uid && documentId ? entryIdOf({ uid, documentId, locale }) : undefined;
      const kinds = group && kindsOf(group);
      return { ...(await store.page({ ...rest, entry, kinds }, page, pageSize)), page, pageSize };
    },
  };
};
