import { nextRun, type Run } from '../../src/publishing/repeat/next-run';
import type { RepeatInput, RepeatView } from '../../src/publishing/repeat/schema';
import type { Actor } from '../../src/shared/actor';
import { entryKeyOf } from '../../src/shared/entry-key';
import { fail, ok, type Result } from '../../src/shared/result';
import type { CampaignRow } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';
import type { RepeatRow, RepeatsStore } from '../stores/repeats';
import type { CampaignsDeps } from './campaign-parts';
import { scheduleDrafts } from './campaign-schedule';
import type { Campaigns } from './campaigns';
import type { NewNotice } from './notices';
import { beginOf, firstAtOf, nextCampaign, outAtOf, wishesOf } from './repeat-run';
import type { Transaction } from './transaction';
import { noCampaign } from './publishing-refusals';

interface Deps extends CampaignsDeps {
  readonly store: RepeatsStore;
  readonly campaign: Pick<Campaigns, 'create'>;
  readonly notify: (notice: NewNotice) => Promise<void>;
  readonly transaction: Transaction;
}

/** Why a repeat stops for a person. */
interface Stop {
  readonly code: 'repeat.not-approved' | 'repeat.cannot-run' | 'repeat.taken-back';
  readonly message: string;
}

const scheduler: Actor = { kind: 'scheduler' };

export type Repeats = ReturnType<typeof repeats>;

/** Campaigns that come again. The next run is made when the last one is out and the entry may still go out. */
export function repeats(deps: Deps) {
  const { store, campaigns, publications, now } = deps;

  async function viewOf(campaign: string): Promise<RepeatView | null> {
    const row = await store.ofCampaign(campaign);
    if (!row || row.state === 'ended') return null;
    const runs = await store.runsOf(row.key);
    const { key, rule, state, code, message, nextAt } = row;
    const problem = code === '' ? null : { code, message };
    return { key, rule, state, problem, runs: row.runs, campaigns: runs.map((run) => run.campaign), nextAt };
  }

  async function byKey(key: string): Promise<Result<CampaignRow>> {
    const [row] = await campaigns.byKeys([key]);
    return row ? ok(row) : fail(noCampaign);
  }

  return {
    /** The repeat that a campaign belongs to; null where it comes once. */
    async get(key: string): Promise<Result<RepeatView | null>> {
      const campaign = await byKey(key);
      return campaign.ok ? ok(await viewOf(key)) : campaign;
    },

    /** Says how a campaign comes again, or that it does not any more. What was made already stays. A paused repeat goes on. */
    async set(key: string, { repeat }: RepeatInput, actor: Actor): Promise<Result<RepeatView | null>> {
      const campaign = await byKey(key);
      if (!campaign.ok) return campaign;
      const rows = await publications.ofCampaign(key);
      if (repeat && !rows.some(({ state }) => state !== 'draft'))
        return fail({
          code: 'repeat.not-scheduled',
          message: 'Schedule this campaign first: it is repeated from the times of its first run.',
        });
      const before = await store.ofCampaign(key);
      await deps.transaction(async () => {
        if (before) {
          const next = repeat ? ({ state: 'on', rule: repeat } as const) : ({ state: 'ended' } as const);
          await store.change(before.key, before, { ...next, code: '', message: '', nextAt: null });
        } else if (repeat) {
          const row = { key: deps.uuid(), rule: repeat, state: 'on', code: '', message: '' } as const;
          const first = { repeat: row.key, number: 1, campaign: key, local: '', zone: '', isSlot: false };
          await store.insert({ ...row, runs: 1, lastCampaign: key, nextAt: null, createdAt: now() });
          if (!(await store.claim(first))) throw new Error(`campaign ${key} is a run of another repeat`);
        } else return;
        const { entry } = campaign.value;
        await deps.audit({ kind: 'campaign.repeat', actor, entry, details: { campaign: key, repeat } });
      });
      return ok(await viewOf(key));
    },

    /** Somebody takes a run back: the next one waits until a person says that it may go out. Belongs into their transaction. */
    async onRecall(campaign: string): Promise<void> {
      const row = await store.ofCampaign(campaign);
      const [run] = await campaigns.byKeys([campaign]);
      if (row?.state === 'on' && run) await pause(row, run, takenBack);
    },

    /** One look at all repeats. */
    async round(): Promise<void> {
      for (const row of await store.inState('on')) await look(row);
    },
  };

  async function look(row: RepeatRow): Promise<void> {
    const [last] = await campaigns.byKeys([row.lastCampaign]);
    if (!last) return pause(row, null, cannot('The campaign that it repeats was removed.'));
    const rows = await publications.ofCampaign(last.key);
    // A run that was made and got no times: whoever made it died in between.
    if (row.runs > 1 && rows.some(({ state }) => state === 'draft')) return schedule(row, last, rows);
    if (rows.length === 0 || rows.every(({ state }) => state === 'draft')) return;
    const next = nextRun({ ...row, lastAt: firstAtOf(rows), outAt: outAtOf(rows), now: now() });
    if (next.kind === 'over') await store.change(row.key, row, { state: 'ended', nextAt: null });
    else if (next.kind === 'run') await make(row, last, rows, next);
    else if (next.nextAt !== row.nextAt) await store.change(row.key, row, { nextAt: next.nextAt });
  }

  async function make(
    row: RepeatRow,
    last: CampaignRow,
    rows: readonly PublicationRow[],
    run: Run,
  ): Promise<void> {
    const key = entryKeyOf(last.entry);
    const entry = key && (await deps.entries.load(key, 'draft'));
    if (!entry) return pause(row, last, cannot('Its entry was deleted.'));
    const [blocker] = await deps.blockers(entry.key, { copies: [] });
    if (blocker) return pause(row, last, notApproved(blocker.message));
    const input = nextCampaign(last, rows, entry.key, await deps.channels());
    if (input.copies.length === 0) return pause(row, last, cannot('All its channels were removed.'));
    const made = await deps.inTransaction(async () => {
      const campaign = await deps.campaign.create(input, scheduler);
      if (!campaign.ok) return campaign;
      const isOurs = await store.claim({
        ...{ repeat: row.key, number: row.runs + 1, campaign: campaign.value.key },
        ...{ local: run.local, zone: run.zone, isSlot: run.isSlot },
      });
      const change = { runs: row.runs + 1, lastCampaign: campaign.value.key, nextAt: null };
      if (isOurs && (await store.change(row.key, row, change))) {
        await inherit(campaign.value.key, rows);
        return ok(campaign.value.key);
      }
      // Another instance made it: nothing of ours stays.
      return fail(taken);
    });
    if (!made.ok) return made.error === taken ? undefined : pause(row, last, cannot(made.error.message));
    const [campaign] = await campaigns.byKeys([made.value]);
    const next = { ...row, runs: row.runs + 1, lastCampaign: made.value };
    if (campaign) await schedule(next, campaign, await publications.ofCampaign(made.value));
  }

  /** An approval of a copy holds for the one that says the same in the next run, and so does who wrote it. */
  async function inherit(campaign: string, last: readonly PublicationRow[]): Promise<void> {
    for (const row of await publications.ofCampaign(campaign)) {
      const before = last.find(({ channel }) => channel === row.channel);
      if (before?.copySeal !== row.copySeal) continue;
      const { editedBy } = before;
      const repeats = [before.key, ...before.repeats];
      await publications.change(row.key, { states: ['draft'] }, { editedBy, repeats });
    }
  }

  async function schedule(
    row: RepeatRow,
    campaign: CampaignRow,
    rows: readonly PublicationRow[],
  ): Promise<void> {
    const runs = await store.runsOf(row.key);
    const run = runs.find((one) => one.campaign === campaign.key);
    const before = runs.find((one) => one.number === row.runs - 1);
    const key = entryKeyOf(campaign.entry);
    const entry = key && (await deps.entries.load(key, 'draft'));
    if (!run || !before || !entry) return;
    const last = await publications.ofCampaign(before.campaign);
    const done = await scheduleDrafts(
      {
        ...{ campaign, entry, rows, from: beginOf(run), details: { run: run.number } },
        members: (drafts) => wishesOf(drafts, last, run),
      },
      scheduler,
      deps,
    );
    if (done.ok) deps.wake();
    else await pause(row, campaign, cannot(done.error.message));
  }

  async function pause(row: RepeatRow, campaign: CampaignRow | null, stop: Stop): Promise<void> {
    if (!(await store.change(row.key, row, { state: 'paused', ...stop }))) return;
    const where = campaign ? { entry: campaign.entry, campaign: campaign.key } : {};
    await deps.notify({ ...stop, severity: 'warning', about: row.key, ...where });
  }
}

const taken = { code: 'repeat.cannot-run', message: 'Another instance made this run.' } as const;

const takenBack: Stop = {
  code: 'repeat.taken-back',
  message:
    'A run of this campaign was taken back, so its repeat is paused. See that the entry says what it should, then resume it.',
};

const cannot = (why: string): Stop => ({
  code: 'repeat.cannot-run',
  message: `The next run of this campaign could not be made, so its repeat is paused. ${why} Solve this, then resume it.`,
});

const notApproved = (why: string): Stop => ({
  code: 'repeat.not-approved',
  message: `The entry of this campaign may not go out as it is now, so its repeat is paused. ${why} Then resume it.`,
});
