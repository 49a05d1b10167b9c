import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { copySealOf } from '../../src/channels/copy-seal';
import { rulesFor } from '../../src/channels/rules/own/rules-of';
import { held } from '../../src/publishing/gate';
import { openStates } from '../../src/publishing/status';
import type { Actor } from '../../src/shared/actor';
import { fail, ok, type Problem, type Result } from '../../src/shared/result';
import { personOf } from '../actor';
import type { CampaignRow } from '../stores/campaigns';
import type { PublicationRow } from '../stores/publication-row';
import type { CampaignsDeps, Wanted } from './campaign-parts';
import { copiesProblem } from './copies-problem';
import type { LoadedEntry } from './entries';

/** Writes the copies of a campaign: new channels become drafts, known ones get the new words. */
export async function changeCopies(
  campaign: Omit<CampaignRow, 'id'>,
  entry: LoadedEntry,
  list: readonly Wanted[],
  actor: Actor,
  deps: CampaignsDeps,
): Promise<Result<null>> {
  const rows = await deps.publications.ofCampaign(campaign.key);
  for (const wanted of list) {
    const row = rows.find(({ channel }) => channel === wanted.channel.key);
    const problem = row ? await rewrite(row, wanted, entry, actor, deps) : null;
    if (problem) return fail(problem);
    if (!row) await deps.publications.insert([draftOf(campaign, entry, wanted, actor, deps)]);
  }
  return ok(null);
}

/** Gives a copy other words; `text`: only while it says what was read. */
export async function rewrite(
  row: PublicationRow,
  { channel, copy, base }: Wanted,
  entry: LoadedEntry,
  actor: Actor,
  deps: CampaignsDeps,
  text?: Pick<PublicationRow, 'copySeal' | 'derivedSeal'>,
): Promise<Problem | null> {
  const copySeal = copySealOf(copy);
  const isSame = copySeal === row.copySeal;
  // What a person wrote may be what is derived by now: then nobody's words are kept any more.
  if (isSame && (copy.edited || !row.copy.edited)) return null;
  const check = checkCopy(rulesFor(channel), copy);
  if (row.state !== 'draft' && !isSendable(check)) return copiesProblem([{ channel: channel.key, check }]);
  const blockers = await deps.blockers(entry.key, {
    copies: [
      { key: row.key, seal: copySeal, name: channel.name, kind: row.kind, copy, repeats: row.repeats },
    ],
  });
  const isHeld = !isSame && row.state !== 'draft' && row.state !== 'rejected' && blockers.length > 0;
  const stop = {
    state: 'held' as const,
    nextAt: null,
    errorCode: held.copyEdited.code,
    errorMessage: held.copyEdited.message,
  };
  const changed = await deps.publications.change(
    row.key,
    { states: openStates(), ...(text ? { text } : {}) },
    {
      ...{ copy, copySeal, editedBy: copy.edited ? personOf(actor).id : null },
      // Words that go on being a person's are compared with what was derived when they began.
      ...(copy.edited && row.derivedSeal !== null ? {} : base),
      ...(isHeld ? stop : {}),
    },
  );
  return changed
    ? null
    : {
        code: 'publication.already-sending',
        message: `The text for ${channel.name} was sent already, or is being sent now, so it cannot be changed any more.`,
      };
}

const draftOf = (
  campaign: Omit<CampaignRow, 'id'>,
  entry: LoadedEntry,
  { channel, copy, base }: Wanted,
  actor: Actor,
  { uuid, now }: CampaignsDeps,
): Omit<PublicationRow, 'id'> => ({
  key: uuid(),
  campaign: campaign.key,
  channel: channel.key,
  kind: channel.kind,
  entry: campaign.entry,
  entrySeal: entry.seal,
  copy,
  copySeal: copySealOf(copy),
  ...base,
  links: {},
  editedBy: copy.edited ? personOf(actor).id : null,
  catchUp: campaign.catchUp,
  dueAt: null,
  localTime: '',
  zone: '',
  state: 'draft',
  nextAt: null,
  waitsFor: '',
  afterMinutes: null,
  repeats: [],
  attempts: 0,
  failures: 0,
  armedAt: null,
  leaseToken: '',
  leaseUntil: null,
  remoteId: null,
  remoteUrl: null,
  sentHash: null,
  errorCode: '',
  errorMessage: '',
  deliveredAt: null,
  createdAt: now(),
});
