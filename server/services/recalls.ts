import type { ChannelAdapter, Published, Recalled } from '../../src/channels/channel';
import type { ChannelKind } from '../../src/channels/schema';
import { keptBy, recallAfter } from '../../src/publishing/operations/recall';
import type { Actor } from '../../src/shared/actor';
import { entryKeyOf } from '../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import { sentenceOf, type EngineChannel } from '../engine/deps';
import type { PublicationRow } from '../stores/publication-row';
import type { PublicationsStore } from '../stores/publications';
import type { RecallRow, RecallsStore } from '../stores/recalls';
import type { Deed } from './audit';
import type { NewNotice } from './notices';
import type { Transaction } from './transaction';
import { noPublication } from './publishing-refusals';

export interface RecallsDeps {
  readonly store: RecallsStore;
  readonly publications: Pick<PublicationsStore, 'byKey' | 'ofCampaign' | 'change'>;
  readonly channel: (key: string) => Promise<EngineChannel | null>;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  /** Calls off what has not gone out yet. */
  readonly cancel: (key: string, actor: Actor) => Promise<unknown>;
  /** Keeps the next run of a campaign that comes again from going out by itself. */
  readonly stopRepeat: (campaign: string) => Promise<void>;
  /** Whether a workflow guards what is published of this type. */
  readonly isGuarded: (uid: string, locale: string | null) => Promise<boolean>;
  readonly audit: (deed: Deed) => Promise<void>;
  readonly notify: (notice: NewNotice) => Promise<void>;
  readonly transaction: Transaction;
  readonly log: { error(message: string): void };
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Whoever asks, and whether they may take down what a workflow guards. */
export interface Asker {
  readonly actor: Actor;
  readonly can: (permission: string) => boolean;
}

/** Longer than any call takes, in milliseconds. */
const lease = 90_000;
const batch = 50;

export type Recalls = ReturnType<typeof recalls>;

/** Takes back what went out, as far as each channel allows. Written down before anything is called; called again after a crash. */
export function recalls({ store, publications, channel, adapter, transaction, now, ...deps }: RecallsDeps) {
  async function guarded(row: PublicationRow, { can }: Asker): Promise<Problem | null> {
    const entry = entryKeyOf(row.entry);
    if (row.kind !== 'website' || !entry || can('publish.unpublish')) return null;
    if (!(await deps.isGuarded(entry.uid, entry.locale))) return null;
    return {
      code: 'gate.unpublish-guarded',
      message:
        'The workflow of this entry guards what is published: taking it off the site needs a permission of its own. Ask somebody who has it.',
    };
  }

  /** Written down first, all of them or none. */
  async function ask(rows: readonly PublicationRow[], asker: Asker, reason: string): Promise<Problem | null> {
    for (const row of rows) {
      const problem = await guarded(row, asker);
      if (problem) return problem;
    }
    const { actor } = asker;
    await transaction(async () => {
      for (const { key, campaign, channel: of, entry, entrySeal } of rows) {
        await store.ask(key, personOf(actor).name, reason, now());
        const details = { publication: key, campaign, channel: of, reason };
        await deps.audit({ kind: 'publication.recall', actor, entry, seal: entrySeal, details });
      }
      for (const campaign of new Set(rows.map((row) => row.campaign))) await deps.stopRepeat(campaign);
    });
    return null;
  }

  async function takenBack(row: PublicationRow, at: number): Promise<Recalled> {
    const opened = await channel(row.channel);
    if (!opened)
      return {
        kind: 'kept',
        code: 'recall.channel-removed',
        message: 'Its channel was removed, so nothing can be called there. Delete it on the network itself.',
      };
    const able = adapter(row.kind);
    return able?.recall ? able.recall(opened.account, publishedOf(row, at)) : keptBy(opened.account.name);
  }

  async function work(one: RecallRow): Promise<void> {
    const row = await publications.byKey(one.publication);
    if (!row) return;
    const outcome = await takenBack(row, one.at).catch((error: unknown): Recalled => {
      deps.log.error(`presence: taking back ${row.key}: ${sentenceOf(error)}`);
      return {
        kind: 'failed',
        code: 'recall.internal',
        message: 'Something failed on our side; the log of the server says what.',
      };
    });
    const { code, message } = outcome;
    const after = recallAfter(outcome, one.failures, now());
    const isWritten = await transaction(async () => {
      if (!(await store.end(one, { ...after, code, message }, now()))) return false;
      if (after.isGone)
        await publications.change(row.key, { states: ['delivered'], openEnded: true }, { state: 'recalled' });
      if (after.state !== 'waiting') await deps.audit(receiptOf(row, outcome));
      return true;
    });
    if (isWritten && (after.state === 'failed' || after.state === 'kept'))
      await deps.notify({
        ...{ code, message, severity: after.state === 'failed' ? 'error' : 'warning' },
        ...{ entry: row.entry, campaign: row.campaign, channel: row.channel },
      });
  }

  /** Works off what waits for its turn; several processes may do it beside each other. */
  async function run(): Promise<number> {
    const due = await store.claim({ now: now(), token: deps.uuid(), until: now() + lease, limit: batch });
    await Promise.all(due.map(work));
    return due.length;
  }

  return {
    run,

    /** Takes back one that was delivered; what became of it, once the channel has answered or is to be asked again later. */
    async recall(key: string, asker: Asker, reason = ''): Promise<Result<RecallRow | null>> {
      const row = await publications.byKey(key);
      if (!row) return fail(noPublication);
      if (row.state === 'recalled') return ok(null);
      if (row.state !== 'delivered')
        return fail({
          code: 'publication.not-possible',
          message: `It is ${row.state}, so there is nothing to take back. Reload the list.`,
          details: { state: row.state },
        });
      const problem = await ask([row], asker, reason);
      if (problem) return fail(problem);
      await run();
      const [one] = await store.of([key]);
      return ok(one ?? null);
    },

    /** Takes back all of a campaign that was delivered, and calls off what has not gone out. */
    async recallCampaign(campaign: string, asker: Asker, reason = ''): Promise<Result<null>> {
      const rows = await publications.ofCampaign(campaign);
      const problem = await ask(
        rows.filter(({ state }) => state === 'delivered'),
        asker,
        reason,
      );
      if (problem) return fail(problem);
      for (const { key, state } of rows)
        if (!['delivered', 'recalled', 'cancelled', 'skipped', 'draft', 'unknown'].includes(state))
          await deps.cancel(key, asker.actor);
      await run();
      return ok(null);
    },
  };
}

/** What became of it on its channel, so that somebody can prove it later. */
const receiptOf = (row: PublicationRow, { kind, code, message, sent }: Recalled): Deed => ({
  kind: 'publication.recalled',
  actor: { kind: 'scheduler' },
  entry: row.entry,
  seal: row.entrySeal,
  details: {
    ...{ publication: row.key, campaign: row.campaign, channel: row.channel },
    ...{ became: kind, code, message, answer: row.remoteId, sha256: sent?.sha256 ?? null },
  },
});

function publishedOf(row: PublicationRow, recalledAt: number): Published {
  const entry = entryKeyOf(row.entry);
  if (!entry) throw new Error(`"${row.entry}" is not the key of an entry`);
  return {
    ...{ publication: row.key, entry, campaign: row.campaign, seal: row.entrySeal, copy: row.copy },
    ...{ remoteId: row.remoteId ?? '', url: row.remoteUrl || null, createdAt: row.createdAt, recalledAt },
  };
}
