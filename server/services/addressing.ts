import type { PresenceEvent } from '../../src/governance/notices/events';
import { plannedMails } from '../../src/governance/notices/plan';
import { nextDigest } from '../../src/governance/notices/digest';
import { entryIdOf } from '../../src/shared/entry-key';
import type { Connection } from '../stores/bulk';
import type { DeliveriesStore, NewDelivery } from '../stores/deliveries';
import type { DigestItemsStore } from '../stores/digest-items';
import type { NoticesStore } from '../stores/notices';
import type { OutboxRow, OutboxStore } from '../stores/outbox';
import type { ReadersStore } from '../stores/readers';
import type { WebhookRow } from '../stores/webhooks';
import type { NoticePreferences } from './notice-preferences';

interface Deps {
  readonly outbox: Pick<OutboxStore, 'close' | 'keep'>;
  readonly deliveries: Pick<DeliveriesStore, 'add' | 'isOpen'>;
  readonly items: Pick<DigestItemsStore, 'add'>;
  readonly notices: Pick<NoticesStore, 'byKey'>;
  readonly readers: Pick<ReadersStore, 'of'>;
  readonly preferences: Pick<NoticePreferences, 'of'>;
  readonly webhooks: () => Promise<readonly WebhookRow[]>;
  /** Title of an entry (`entryIdOf`); null where it is gone. */
  readonly titleOf: (entry: string) => Promise<string | null>;
  /** Not Strapi's own: nothing else may join it. */
  readonly transaction: (work: (connection: Connection) => Promise<void>) => Promise<void>;
  readonly now: () => number;
  readonly uuid: () => string;
}

/** What becomes of one row: written in one transaction with the closing of it. */
type Write = (connection: Connection) => Promise<void>;

export type Addressing = ReturnType<typeof addressing>;

/**
 * Makes a delivery for everybody who wants what a row of the outbox tells. Addressing a row twice makes nothing twice, so a
 * process may die before the row is closed.
 */
export function addressing(deps: Deps) {
  const { outbox, deliveries, items, notices, readers, preferences, now, uuid } = deps;

  async function ofEvent(event: PresenceEvent): Promise<Write> {
    const takers = (await deps.webhooks()).filter(
      ({ enabled, events }) => enabled && (events === null || events.includes(event.type)),
    );
    if (takers.length === 0) return async () => undefined;
    const title = event.entry && (await deps.titleOf(entryIdOf(event.entry)));
    const rows = takers.map(({ key: target }): NewDelivery => ({
      ...{ key: uuid(), once: `${event.id}:${target}`, kind: 'webhook', target },
      ...{ event: event.id, type: event.type, nextAt: now() },
    }));
    return async (connection) => {
      // From now on the same bytes on every try.
      if (event.entry)
        await outbox.keep(connection, event.id, { ...event, entry: { ...event.entry, title } });
      await deliveries.add(connection, rows, now());
    };
  }

  async function ofNotice({ notice: key, by }: { notice: string; by: string | null }): Promise<Write> {
    const notice = await notices.byKey(key);
    if (!notice || notice.readAt !== null || notice.topic === null) return async () => undefined;
    const people = await readers.of(notice.recipient);
    const chosen = await preferences.of(people.map(({ id }) => id));
    const known = people.flatMap(({ id, email }) => {
      const wish = chosen.get(id);
      return wish ? [{ id, email, preferences: wish }] : [];
    });
    const mails = plannedMails({ topic: notice.topic, by }, known, now());
    const { code: type } = notice;
    return async (connection) => {
      for (const { reader, way, dueAt } of mails) {
        const once = `${key}:${reader}`;
        if (way === 'at-once')
          await deliveries.add(
            connection,
            [{ key: uuid(), once, kind: 'mail', target: reader, event: key, type, nextAt: dueAt }],
            now(),
          );
        else await intoDigest(connection, reader, once, key, dueAt);
      }
    };

    async function intoDigest(
      connection: Connection,
      reader: string,
      once: string,
      about: string,
      dueAt: number,
    ): Promise<void> {
      const wish = chosen.get(reader);
      if (!wish) return;
      // The mail of that hour may be on its way already, or the clock was set back: then it is the next one.
      for (let at = dueAt, turn = 0; turn < 3; turn += 1, at = nextDigest(at, wish)) {
        const digest = `digest:${reader}:${at}`;
        await deliveries.add(
          connection,
          [
            {
              key: uuid(),
              once: digest,
              kind: 'digest',
              target: reader,
              event: digest,
              type: 'digest',
              nextAt: at,
            },
          ],
          now(),
        );
        if (!(await deliveries.isOpen(connection, digest, now()))) continue;
        return items.add(connection, { once, digest, notice: about });
      }
    }
  }

  /** Addresses some rows; what fails stays open and is taken up again when its lease ends. */
  return async (rows: readonly OutboxRow[], onFailure: (error: unknown) => void): Promise<void> => {
    const writes: Write[] = [];
    const done: string[] = [];
    for (const row of rows) {
      try {
        writes.push(row.kind === 'event' ? await ofEvent(row.body) : await ofNotice(row.body));
        done.push(row.key);
      } catch (error) {
        onFailure(error);
      }
    }
    if (done.length === 0) return;
    await deps.transaction(async (connection) => {
      for (const write of writes) await write(connection);
      await outbox.close(connection, done);
    });
  };
}
