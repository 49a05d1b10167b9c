import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { rulesAmong } from '../../src/channels/rules/own/rules-of';
import { heldBy } from '../../src/publishing/gate';
import { waitsFor } from '../../src/publishing/order';
import type { ScheduleInput } from '../../src/publishing/schema';
import type { Member } from '../../src/publishing/time/campaign-times';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Result } from '../../src/shared/result';
import type { CampaignRow } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';
import type { CampaignsDeps } from './campaign-parts';
import { copiesProblem } from './copies-problem';
import type { LoadedEntry } from './entries';

/**
 * Gives every draft of a campaign its time. What governance does not let out yet is held, and goes on with the approval;
 * what links to the page waits for the website.
 */
export async function scheduleAll(
  campaign: CampaignRow,
  entry: LoadedEntry,
  input: ScheduleInput,
  actor: Actor,
  deps: CampaignsDeps,
): Promise<Result<null>> {
  const rows = await deps.publications.ofCampaign(campaign.key);
  const details = { when: input.when };
  const members = (drafts: readonly PublicationRow[]) => membersOf(drafts, input);
  return scheduleDrafts({ campaign, entry, rows, members, details }, actor, deps);
}

/** The drafts of a campaign, and what each is to go out at. */
interface Scheduling {
  readonly campaign: CampaignRow;
  readonly entry: LoadedEntry;
  /** All publications of the campaign. */
  readonly rows: readonly PublicationRow[];
  readonly members: (drafts: readonly PublicationRow[]) => Member[];
  /** No slot before this instant; left out, from now on. */
  readonly from?: number;
  /** What the record says beside the campaign and the number of its copies. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Gives drafts their times, all of them or none. */
export async function scheduleDrafts(
  { campaign, entry, rows, members, from, details }: Scheduling,
  actor: Actor,
  deps: CampaignsDeps,
): Promise<Result<null>> {
  const drafts = rows.filter(({ state }) => state === 'draft');
  if (drafts.length === 0)
    return fail({
      code: 'campaign.nothing-to-schedule',
      message:
        'Everything in this campaign has its time already. Reschedule single publications in the list.',
    });
  const rules = rulesAmong(await deps.channels());
  const over = drafts
    .map((row) => ({ channel: row.channel, check: checkCopy(rules(row), row.copy) }))
    .filter(({ check }) => !isSendable(check));
  if (over.length > 0) return fail(copiesProblem(over));
  const plan = await deps.times.plan();
  const reasons = await reasonsOf(drafts, entry, deps);
  return deps.inTransaction(async () => {
    const times = await deps.times.planned(plan, members(drafts), rows, from);
    if (!times.ok) return times;
    const waits = waitsFor(
      rows.map((row) => ({
        ...row,
        state: row.state === 'draft' ? 'scheduled' : row.state,
        hasLink: row.copy.link !== null,
        afterMinutes: times.value.get(row.key)?.afterMinutes ?? row.afterMinutes,
      })),
    );
    for (const row of drafts) {
      const due = times.value.get(row.key);
      const reason = reasons.get(row.key);
      if (!due) continue;
      const next = reason
        ? ({
            state: 'held',
            nextAt: null,
            errorCode: reason.code,
            errorMessage: reason.message,
          } as const)
        : ({ state: 'scheduled', nextAt: due.dueAt, errorCode: '', errorMessage: '' } as const);
      await deps.publications.change(
        row.key,
        { states: ['draft'] },
        {
          ...due,
          ...next,
          entrySeal: entry.seal,
          waitsFor: waits.get(row.key) ?? '',
          catchUp: campaign.catchUp,
        },
      );
    }
    await deps.audit({
      kind: 'campaign.schedule',
      actor,
      entry: campaign.entry,
      seal: entry.seal,
      details: { campaign: campaign.key, ...details, publications: drafts.length },
    });
    return ok(null);
  });
}

/** What each draft is to go out at: its own time where it has one, else that of all. */
const membersOf = (drafts: readonly PublicationRow[], { when, times = {} }: ScheduleInput): Member[] =>
  drafts.map(({ key, channel, kind, copy }) => {
    const own = Object.hasOwn(times, key) ? times[key] : undefined;
    return {
      ...{ key, channel, kind, wish: own ?? when, hasLink: copy.link !== null },
      path: own ? `times.${key}` : 'when',
    };
  });

/** Why each may not go out yet: what concerns the entry concerns all, what concerns a copy only that one. */
async function reasonsOf(
  drafts: readonly PublicationRow[],
  entry: LoadedEntry,
  deps: CampaignsDeps,
): Promise<ReadonlyMap<string, ReturnType<typeof heldBy>>> {
  const names = new Map((await deps.channels()).map(({ key, name }) => [key, name]));
  const copies = drafts.map(({ key, copySeal, channel, kind, repeats }) => ({
    key,
    seal: copySeal,
    name: names.get(channel) ?? kind,
    kind,
    repeats,
  }));
  const blockers = await deps.blockers(entry.key, { copies });
  return new Map(
    drafts.flatMap(({ key }) => {
      const blocker = blockers.find(({ copy }) => copy === undefined || copy === key);
      return blocker ? [[key, heldBy(blocker)] as const] : [];
    }),
  );
}
