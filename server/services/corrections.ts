import { checkCopy, isSendable } from '../../src/channels/check-copy';
import type { ChannelAdapter, Corrected } from '../../src/channels/channel';
import { copySealOf } from '../../src/channels/copy-seal';
import { rulesAmong } from '../../src/channels/rules/own/rules-of';
import type { ChannelKind } from '../../src/channels/schema';
import {
  canCorrect,
  channelRemoved,
  correctionAfter,
  idUnknown,
  internal,
  mayDiffer,
  notCorrectable,
  notOut,
} from '../../src/publishing/operations/correct';
import { heldBy, type HoldingBlocker } from '../../src/publishing/gate';
import { holdOn } from '../../src/publishing/operations/hold';
import type { Actor } from '../../src/shared/actor';
import { entryIdOf, entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import { sentenceOf, type EngineChannel } from '../engine/deps';
import type { CorrectionRow, CorrectionsStore } from '../stores/corrections';
import type { HoldsStore } from '../stores/holds';
import type { PublicationRow } from '../stores/publication-row';
import type { PublicationsStore } from '../stores/publications';
import { copiesProblem } from './copies-problem';
import { deedOf, receiptOf } from './correction-deeds';
import type { NewNotice } from './notices';
import type { PublishingDeps } from './publishing-deps';
import type { Transaction } from './transaction';
import { noPublication } from './publishing-refusals';

export interface CorrectionsDeps extends Pick<
  PublishingDeps,
  'channels' | 'blockers' | 'onCopies' | 'audit'
> {
  readonly store: CorrectionsStore;
  readonly publications: Pick<PublicationsStore, 'byKey' | 'change'>;
  readonly channel: (key: string) => Promise<EngineChannel | null>;
  readonly adapter: (kind: ChannelKind) => ChannelAdapter | undefined;
  readonly track: (row: PublicationRow, url: string) => Promise<string>;
  readonly holds: HoldsStore['list'];
  readonly notify: (notice: NewNotice) => Promise<void>;
  readonly transaction: Transaction;
  /** The same, done again where two people stood in each other's way. */
  readonly alone: Transaction;
  readonly log: { error(message: string): void };
  readonly now: () => number;
  readonly uuid: () => string;
}

/** Longer than any call takes, in milliseconds. */
const lease = 180_000;
const batch = 50;
/** Between two looks at one that a person's stop holds up, in milliseconds. */
const patience = 5_000;

type Words = Pick<CorrectionRow, 'copy' | 'copySeal'>;
type End = Parameters<CorrectionsStore['end']>[1];

export type Corrections = ReturnType<typeof corrections>;

/**
 * Has what went out say other words, as far as each channel allows. Other words are a copy like any other: they are checked, and where a
 * workflow guards the entry they wait until they are approved. Written down before anything is called; called again after a crash.
 */
export function corrections({ store, publications, channel, transaction, now, ...deps }: CorrectionsDeps) {
  const nameOf = async ({ channel: key, kind }: PublicationRow): Promise<string> =>
    (await deps.channels()).find((one) => one.key === key)?.name ?? kind;

  /** What keeps these words from going out; undefined where nothing does. */
  async function blockerOf(
    row: PublicationRow,
    { copy, copySeal }: Words,
  ): Promise<HoldingBlocker | undefined> {
    const entry = entryKeyOf(row.entry);
    if (!entry) return undefined;
    const name = await nameOf(row);
    const asked = { key: row.key, seal: copySeal, name, kind: row.kind, copy, repeats: [] };
    const [first] = await deps.blockers(entry, { copies: [asked] });
    return first && heldBy(first);
  }

  async function sent(row: PublicationRow, { copy }: Words): Promise<Corrected> {
    if (row.state !== 'delivered') return notOut;
    const opened = await channel(row.channel);
    if (!opened) return channelRemoved;
    if (!row.remoteId) return idUnknown;
    const able = deps.adapter(row.kind);
    const entry = entryKeyOf(row.entry);
    if (!able?.correct || !entry) return notCorrectable(opened.account.name);
    return able.correct(opened.account, {
      ...{ publication: row.key, entry, campaign: row.campaign, seal: row.entrySeal, copy },
      ...{ remoteId: row.remoteId, url: row.remoteUrl || null, createdAt: row.createdAt },
      track: (url) => deps.track(row, url),
    });
  }

  async function work(one: CorrectionRow): Promise<void> {
    const row = await publications.byKey(one.publication);
    if (!row) return void (await store.end(one, { ...quiet, state: 'gone', nextAt: null }, now()));
    if (holdOn(await deps.holds(), row) !== null)
      return void (await store.end(one, { ...quiet, state: 'waiting', nextAt: now() + patience }, now()));
    const blocker = await blockerOf(row, one);
    if (blocker) {
      if (await store.end(one, { ...blocker, state: 'held', nextAt: null }, now()))
        await deps.onCopies(row.entry);
      return;
    }
    const outcome = await sent(row, one).catch((error: unknown): Corrected => {
      deps.log.error(`presence: correcting ${row.key}: ${sentenceOf(error)}`);
      return internal;
    });
    const after = correctionAfter(outcome, one.failures, now());
    const { code, message } = outcome;
    if (
      !(await written(row, one, outcome, { ...after, code, message, isCounted: outcome.kind === 'failed' }))
    )
      return;
    await deps.onCopies(row.entry);
    if (after.state === 'failed' || after.state === 'kept')
      await deps.notify({
        ...{ code, message, severity: after.state === 'failed' ? 'error' : 'warning' },
        ...{ entry: row.entry, campaign: row.campaign, channel: row.channel },
      });
  }

  const written = (row: PublicationRow, one: CorrectionRow, outcome: Corrected, end: End): Promise<boolean> =>
    transaction(async () => {
      if (!(await store.end(one, end, now()))) return false;
      if (outcome.kind === 'corrected')
        await publications.change(
          row.key,
          { states: ['delivered'], openEnded: true },
          {
            ...{ copy: one.copy, copySeal: one.copySeal, editedBy: one.byId || null },
            sentHash: outcome.sent?.sha256 ?? null,
            ...(outcome.remote ? { remoteId: outcome.remote.remoteId, remoteUrl: outcome.remote.url } : {}),
          },
        );
      if (end.state !== 'waiting') await deps.audit(receiptOf(row, one, outcome));
      return true;
    });

  /** Works off what waits for its turn; several processes may do it beside each other. */
  async function run(): Promise<number> {
    const due = await store.claim({ now: now(), token: deps.uuid(), until: now() + lease, limit: batch });
    await Promise.all(
      due.map((one) =>
        work(one).catch((error: unknown) =>
          deps.log.error(`presence: correcting ${one.publication}: ${sentenceOf(error)}`),
        ),
      ),
    );
    return due.length;
  }

  async function ask(row: PublicationRow, text: string, actor: Actor): Promise<Problem | null> {
    const copy = { ...row.copy, text, edited: true };
    const copySeal = copySealOf(copy);
    const [last] = await store.lastOf([row.key]);
    if (copySeal === row.copySeal && !mayDiffer(last?.state ?? null)) return nothingNew;
    const check = checkCopy(rulesAmong(await deps.channels())(row), copy);
    if (!isSendable(check)) return copiesProblem([{ channel: row.channel, check }]);
    const blocker = await blockerOf(row, { copy, copySeal });
    const { id, name } = personOf(actor);
    const wish = {
      ...{
        key: deps.uuid(),
        publication: row.key,
        entry: row.entry,
        by: name,
        byId: id ?? '',
        copy,
        copySeal,
      },
      ...(blocker ? { ...blocker, state: 'held' as const } : { ...quiet, state: 'waiting' as const }),
    };
    const isAsked = await deps.alone(async () => {
      if (!(await store.ask(wish, now()))) return false;
      await deps.audit(deedOf(row, 'publication.correct', actor, { from: row.copySeal, to: copySeal }));
      return true;
    });
    return isAsked ? null : underWay;
  }

  return {
    run,

    /** Asks for other words. They go out at once, or wait for their approval; the publication then says which. */
    async correct(key: string, text: string, actor: Actor): Promise<Result<null>> {
      const row = await publications.byKey(key);
      if (!row) return fail(noPublication);
      if (row.state !== 'delivered')
        return fail({
          code: 'publication.not-possible',
          message: `It is ${row.state}, so there is nothing to correct. Reload the list.`,
          details: { state: row.state },
        });
      const { own } = (await deps.channels()).find((one) => one.key === row.channel) ?? {};
      if (!canCorrect({ kind: row.kind, own })) {
        const { code, message } = notCorrectable(await nameOf(row));
        return fail({ code: 'correction.not-possible', message, details: { code } });
      }
      const problem = await ask(row, text, actor);
      if (problem) return fail(problem);
      await run();
      await deps.onCopies(row.entry);
      return ok(null);
    },

    /** Calls off a correction that did not go out yet. */
    async withdraw(key: string, actor: Actor): Promise<Result<null>> {
      const row = await publications.byKey(key);
      if (!row) return fail(noPublication);
      const isDone = await transaction(async () => {
        if (!(await store.withdraw(key, now()))) return false;
        await deps.audit(deedOf(row, 'publication.correct-withdrawn', actor, {}));
        return true;
      });
      if (!isDone) return fail(underWay);
      await deps.onCopies(row.entry);
      return ok(null);
    },

    /** After an approval, whose transaction may be open still: what waited for it goes out with the next round. */
    release: (key: EntryKey): Promise<void> => store.release(entryIdOf(key), now()),
  };
}

const quiet = { code: '', message: '' };
const nothingNew = {
  code: 'correction.nothing-new',
  message: 'The post says these words already.',
} as const satisfies Problem;
const underWay = {
  code: 'correction.under-way',
  message:
    'A correction is being sent, may have arrived already, or none waits any more. Reload, and ask for the words that the post is to say.',
} as const satisfies Problem;
