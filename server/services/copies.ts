import { checkCopy } from '../../src/channels/check-copy';
import { coverOf } from '../../src/channels/derive-copy';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import { sourceOf } from '../../src/channels/templates/placeholders';
import {
  afterEntryChange,
  type ChangedCopies,
  type ChangedCopy,
  type CopySourceView,
  type MentionableView,
  type SettleInput,
} from '../../src/publishing/campaign/derived';
import type { PublicationView } from '../../src/publishing/schema';
import { openStates } from '../../src/publishing/status';
import type { Actor } from '../../src/shared/actor';
import { entryKeyOf, type EntryKey } from '../../src/shared/entry-key';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import type { CampaignRow } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';
import { rewrite } from './campaign-copies';
import type { CampaignsDeps } from './campaign-parts';
import { baseOf, derivedFor } from './derived';
import type { LoadedEntry } from './entries';
import type { PublishingChannel } from './publishing-deps';
import { noCampaign, noPublication } from './publishing-refusals';

/** A copy that may still go out, with all that it is derived from. */
interface Derived {
  readonly row: PublicationRow;
  readonly campaign: CampaignRow;
  readonly channel: PublishingChannel;
  readonly entry: LoadedEntry;
  readonly base: ReturnType<typeof baseOf>;
  readonly means: ReturnType<typeof afterEntryChange>;
}

export type Copies = ReturnType<typeof copies>;

/** What becomes of copies when their entry changes: those that nobody wrote follow it, and of the others a person decides. */
export function copies(deps: CampaignsDeps) {
  const { publications, campaigns, entries } = deps;

  /** Those of these rows that are still derived from something: entry, campaign and channel are there. */
  async function derivedOf(rows: readonly PublicationRow[]): Promise<Derived[]> {
    if (rows.length === 0) return [];
    const channels = new Map((await deps.channels()).map((one) => [one.key, one]));
    const owners = await campaigns.byKeys([...new Set(rows.map(({ campaign }) => campaign))]);
    const drafts = new Map<string, LoadedEntry | null>();
    for (const { entry } of rows) {
      const key = entryKeyOf(entry);
      if (key && !drafts.has(entry)) drafts.set(entry, await entries.load(key, 'draft'));
    }
    return rows.flatMap((row) => {
      const channel = channels.get(row.channel);
      const campaign = owners.find(({ key }) => key === row.campaign);
      const entry = drafts.get(row.entry);
      if (!channel || !campaign || !entry) return [];
      const base = baseOf(entry, derivedFor(channel, entry, campaign.name));
      const means = afterEntryChange({
        isEdited: row.copy.edited,
        entryThen: row.derived?.entrySeal ?? row.entrySeal,
        entryNow: entry.seal,
        derivedThen: row.derivedSeal,
        derivedNow: base.derivedSeal,
      });
      return [{ row, campaign, channel, entry, base, means }];
    });
  }

  /** A copy about which a person decides, if both texts are still those that they saw. */
  async function asked(key: string, seen: SettleInput): Promise<Result<Derived>> {
    const row = await publications.byKey(key);
    if (!row) return fail(noPublication);
    if (!isOpen(row)) return fail(sending);
    const [one] = await derivedOf([row]);
    const isSeen = row.copySeal === seen.copySeal && one?.base.derivedSeal === seen.derivedSeal;
    return one && one.means === 'asked' && isSeen ? ok(one) : fail(settled);
  }

  async function viewOf(key: string): Promise<Result<PublicationView>> {
    const row = await publications.byKey(key);
    const [view] = row ? await deps.views([row]) : [];
    return view ? ok(view) : fail(noPublication);
  }

  /** `work`: true where nobody was faster. */
  async function settle(
    kind: 'publication.keep-text' | 'publication.take-text',
    key: string,
    seen: SettleInput,
    actor: Actor,
    work: (one: Derived) => Promise<Problem | null>,
  ): Promise<Result<PublicationView>> {
    const done = await deps.inTransaction(async () => {
      const one = await asked(key, seen);
      if (!one.ok) return one;
      const { row, entry } = one.value;
      const problem = await work(one.value);
      if (problem) return fail(problem);
      const { campaign, channel } = row;
      await deps.audit({
        ...{ kind, actor, entry: row.entry, seal: entry.seal },
        details: { publication: key, campaign, channel, ...seen },
      });
      if (kind === 'publication.take-text') await deps.onCopies(row.entry);
      return ok(null);
    });
    return done.ok ? viewOf(key) : done;
  }

  /** Why a guarded change did not happen. */
  async function why(key: string): Promise<Problem> {
    const now = await publications.byKey(key);
    return now && isOpen(now) ? settled : sending;
  }

  return {
    /** The copies of a campaign that a person wrote and whose entry says something else since, with what is derived now. */
    async derived(campaign: string): Promise<Result<ChangedCopies>> {
      const [known] = await campaigns.byKeys([campaign]);
      if (!known) return fail(noCampaign);
      const rows = (await publications.ofCampaign(campaign)).filter(isOpen);
      const found = await derivedOf(rows.filter(({ copy }) => copy.edited));
      return ok({ copies: found.filter(({ means }) => means === 'asked').map(changed) });
    },

    /** A person's text stays; from now on it is compared with what is derived now. Who wrote it does not change. */
    keep: (key: string, seen: SettleInput, actor: Actor): Promise<Result<PublicationView>> =>
      settle('publication.keep-text', key, seen, actor, async ({ row, base }) => {
        const isKept = await publications.change(key, { states: openStates(), text: row }, base);
        return isKept ? null : why(key);
      }),

    /** What is derived now takes the place of a person's text; an approval of that text does not cover it. */
    take: (key: string, seen: SettleInput, actor: Actor): Promise<Result<PublicationView>> =>
      settle('publication.take-text', key, seen, actor, async ({ row, channel, entry, base }) => {
        const wanted = { channel, copy: base.derived.copy, base };
        const problem = await rewrite(row, wanted, entry, actor, deps, row);
        return problem?.code === 'publication.already-sending' ? why(key) : problem;
      }),

    /** What an entry gives to templates. */
    async source(key: EntryKey): Promise<Result<CopySourceView>> {
      const entry = await entries.load(await entries.normalised(key), 'draft');
      if (!entry) return fail(noEntry);
      const { content, pageUrl, mentionable } = entry;
      return ok({ source: sourceOf(content, pageUrl, { mentionable }), cover: coverOf(content) });
    },

    /** Whom copies of an entry can name by their account. */
    async mentionable(key: EntryKey): Promise<Result<MentionableView>> {
      const entry = await entries.load(await entries.normalised(key), 'draft');
      return entry ? ok({ names: entry.mentionable }) : fail(noEntry);
    },

    /** Derives those of these copies anew that nobody wrote and whose entry says something else now. True where one changed. */
    async anew(rows: readonly PublicationRow[]): Promise<boolean> {
      const own = rows.filter((row) => isOpen(row) && !row.copy.edited);
      const stale = (await derivedOf(own)).filter(({ means }) => means === 'anew');
      const told = new Set<string>();
      for (const { row, entry, base } of stale) {
        const isSame = base.derivedSeal === row.copySeal;
        const next = { ...base, copy: base.derived.copy, copySeal: base.derivedSeal, editedBy: null };
        const guard = { states: openStates(), text: row };
        const isChanged = await publications.change(row.key, guard, isSame ? base : next);
        if (!isChanged || isSame) continue;
        told.add(row.entry);
        // A draft is written on; what has its time already says something else than when it got it.
        if (row.state !== 'draft')
          await deps.audit({
            kind: 'publication.derived',
            actor: { kind: 'system', name: 'Presence' },
            ...{ entry: row.entry, seal: entry.seal },
            details: { publication: row.key, campaign: row.campaign, channel: row.channel },
          });
      }
      for (const entry of told) await deps.onCopies(entry);
      return told.size > 0;
    },
  };
}

/** Nothing was sent of it, and nothing is being sent. */
const isOpen = ({ state, armedAt }: PublicationRow): boolean =>
  openStates().includes(state) && armedAt === null;

const changed = ({ row, channel, base }: Derived): ChangedCopy => ({
  publication: row.key,
  channel: row.channel,
  copySeal: row.copySeal,
  derivedSeal: base.derivedSeal,
  before: row.derived?.copy ?? base.derived.copy,
  derived: base.derived.copy,
  check: checkCopy(rulesFor(channel), base.derived.copy),
});

const noEntry: Problem = {
  code: 'entry.not-found',
  message: 'The entry does not exist, or not in this language. Look for another one.',
  path: 'documentId',
};

const sending: Problem = {
  code: 'publication.already-sending',
  message: 'This text was sent already, or is being sent now, so it cannot be changed any more.',
};

const settled: Problem = {
  code: 'publication.text-settled',
  message:
    'Somebody took or kept this text already, or the entry or the text changed again. Nothing was changed: reload the campaign and look at both texts.',
};
