import type { ChannelKind } from '../../src/channels/schema';
import { plannedTimes, type Member } from '../../src/publishing/time/campaign-times';
import { clashesOf } from '../../src/publishing/time/clashes';
import type { TimesInput, TimeView } from '../../src/publishing/time/times';
import type { PublicationRow } from '../stores/publication-row';
import { siteOf, takenByChannel, type PublishingTimes } from './publishing-times';

interface Deps {
  readonly times: Pick<PublishingTimes, 'plan' | 'takenOn'>;
  readonly channels: () => Promise<readonly { readonly key: string; readonly kind: ChannelKind }[]>;
  readonly ofCampaign: (campaign: string) => Promise<readonly PublicationRow[]>;
  readonly now: () => number;
}

/** What times would mean, before anybody decides: the instants, and what is near them or closed then. */
export const lookAhead =
  ({ times, channels, ofCampaign, now }: Deps) =>
  async ({ campaign, times: asked }: TimesInput): Promise<TimeView[]> => {
    const kinds = new Map((await channels()).map(({ key, kind }) => [key, kind]));
    const known = asked.filter(({ channel }) => kinds.has(channel));
    const members = known.map(({ channel, when, hasLink }): Member => ({
      ...{ key: channel, channel, kind: kinds.get(channel) ?? 'webhook', wish: when, hasLink, path: 'when' },
    }));
    const rows = campaign === null ? [] : await ofCampaign(campaign);
    const facts = await times.plan();
    const own = new Set(rows.filter(({ state }) => state === 'draft').map(({ key }) => key));
    const used = (await times.takenOn([...new Set(members.map(({ channel }) => channel))])).filter(
      ({ key }) => !own.has(key),
    );
    const taken = takenByChannel(used);
    const all = { ...facts, taken, now: now(), site: siteOf(rows) };
    const first = members.filter(({ kind }) => kind === 'website');
    const up = plannedTimes(first, all);
    const at = up.ok ? up.value.get(first[0]?.key ?? '')?.dueAt : undefined;
    const after = at === undefined ? all : { ...all, site: { at, isLive: false } };

    return members.map((member): TimeView => {
      const planned = plannedTimes([member], member.kind === 'website' ? all : after);
      const due = planned.ok ? planned.value.get(member.key) : undefined;
      if (!due)
        return {
          ...{ channel: member.channel, dueAt: null, afterMinutes: null, clashes: [] },
          problem: planned.ok ? null : { code: planned.error.code, message: planned.error.message },
        };
      const clashes = clashesOf({
        ...facts,
        ...{ channel: member.channel, at: due.dueAt, taken: taken.get(member.channel) ?? [] },
      });
      return {
        channel: member.channel,
        dueAt: due.dueAt,
        afterMinutes: due.afterMinutes,
        clashes,
        problem: null,
      };
    });
  };
