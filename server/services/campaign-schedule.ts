import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { dueOf, type Due } from '../../src/publishing/due';
import { heldBy } from '../../src/publishing/gate';
import { waitsFor } from '../../src/publishing/order';
import type { ScheduleInput } from '../../src/publishing/schema';
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
  const drafts = rows.filter(({ state }) => state === 'draft');
  if (drafts.length === 0)
    return fail({
      code: 'campaign.nothing-to-schedule',
      message:
        'Everything in this campaign has its time already. Reschedule single publications in the list.',
    });
  const over = drafts
    .map(({ channel, kind, copy }) => ({ channel, check: checkCopy(kind, copy) }))
    .filter(({ check }) => !isSendable(check));
  if (over.length > 0) return fail(copiesProblem(over));
  const times = timesOf(drafts, input, deps.now());
  if (!times.ok) return times;

  const reasons = await reasonsOf(drafts, entry, deps);
  const waits = waitsFor(
    rows.map((row) => ({
      ...row,
      state: row.state === 'draft' ? 'scheduled' : row.state,
      hasLink: row.copy.link !== null,
    })),
  );
  return deps.inTransaction(async () => {
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
      details: { campaign: campaign.key, when: input.when, publications: drafts.length },
    });
    return ok(null);
  });
}

function timesOf(
  drafts: readonly PublicationRow[],
  { when, times = {} }: ScheduleInput,
  now: number,
): Result<ReadonlyMap<string, Due>> {
  const found = new Map<string, Due>();
  for (const { key } of drafts) {
    const own = times[key];
    const due = dueOf(own ?? when, now);
    if (!due.ok) return own ? fail({ ...due.error, path: `times.${key}` }) : due;
    found.set(key, due.value);
  }
  return ok(found);
}

/** Why each may not go out yet: what concerns the entry concerns all, what concerns a copy only that one. */
async function reasonsOf(
  drafts: readonly PublicationRow[],
  entry: LoadedEntry,
  deps: CampaignsDeps,
): Promise<ReadonlyMap<string, ReturnType<typeof heldBy>>> {
  const names = new Map((await deps.channels()).map(({ key, name }) => [key, name]));
  const copies = drafts.map(({ key, copySeal, channel, kind }) => ({
    key,
    seal: copySeal,
    name: names.get(channel) ?? kind,
    kind,
  }));
  const blockers = await deps.blockers(entry.key, { copies });
  return new Map(
    drafts.flatMap(({ key }) => {
      const blocker = blockers.find(({ copy }) => copy === undefined || copy === key);
      return blocker ? [[key, heldBy(blocker)] as const] : [];
    }),
  );
}
