import { useCallback, useState } from 'react';
import type { ChannelKind, ChannelView, Copy } from '../../../src/channels/schema';
import type { CampaignTarget, CampaignUtm } from '../../../src/publishing/campaign/aim';
import type { CampaignView, CatchUpPolicy, PublicationView } from '../../../src/publishing/schema';
import type { EntryKey } from '../../../src/shared/entry-key';
import type { Api } from '../../api';

/** One channel of the campaign while it is edited. */
export interface Line {
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly channelName: string;
  readonly copy: Copy;
  /** Changed here and not saved yet. */
  readonly isChanged: boolean;
  readonly publication: PublicationView | null;
}

export interface CampaignDraft {
  readonly key: string | null;
  readonly entry: EntryKey;
  readonly name: string;
  /** In words, beside the number. */
  readonly goal: string;
  readonly target: CampaignTarget | null;
  readonly utm: CampaignUtm | null;
  readonly template: string | null;
  readonly checked: readonly string[];
  readonly catchUp: CatchUpPolicy;
  readonly lines: readonly Line[];
  readonly removed: readonly string[];
  readonly isChanged: boolean;
}

const editable: ReadonlySet<string> = new Set(['draft', 'scheduled', 'held', 'rejected', 'parked', 'asking']);

/** Whether the copy can still be changed: what is out, or on its way, cannot. */
export const isEditable = ({ publication }: Line): boolean => !publication || editable.has(publication.state);

/** Whether the same channels stand there in the same way; the words of their copies may differ. */
export const isSameStanding = (before: readonly Line[], now: readonly Line[]): boolean =>
  before.length === now.length &&
  before.every((line, index) => {
    const other = now[index];
    return (
      line.channel === other?.channel &&
      line.channelName === other.channelName &&
      line.publication === other.publication &&
      (line.copy.link === null) === (other.copy.link === null)
    );
  });

const lineOf = (publication: PublicationView): Line => ({
  channel: publication.channel,
  kind: publication.kind,
  channelName: publication.channelName,
  copy: publication.copy,
  isChanged: false,
  publication,
});

/** What is edited, of a campaign as the server has it. */
export const draftOf = (campaign: CampaignView): CampaignDraft => ({
  key: campaign.key,
  entry: campaign.entry,
  name: campaign.name,
  goal: campaign.goal,
  target: campaign.target,
  utm: campaign.utm,
  template: campaign.template,
  checked: campaign.checked,
  catchUp: campaign.catchUp,
  lines: campaign.publications.map(lineOf),
  removed: [],
  isChanged: false,
});

export const newDraft = (entry: EntryKey, catchUp: CatchUpPolicy): CampaignDraft => ({
  key: null,
  entry,
  name: '',
  goal: '',
  target: null,
  utm: null,
  template: null,
  checked: [],
  catchUp,
  lines: [],
  removed: [],
  isChanged: false,
});

/** The draft with a copy of a channel: that of a new line, or in place of the one that was there. */
function withCopy(
  before: CampaignDraft,
  channel: Pick<ChannelView, 'key' | 'kind' | 'name'>,
  copy: Copy,
): CampaignDraft {
  const known = before.lines.find((line) => line.channel === channel.key);
  const line: Line = {
    channel: channel.key,
    kind: channel.kind,
    channelName: channel.name,
    copy,
    isChanged: true,
    publication: known?.publication ?? null,
  };
  return {
    ...before,
    isChanged: true,
    name: before.name || copy.title || copy.subject || '',
    removed: before.removed.filter((key) => key !== channel.key),
    lines: known
      ? before.lines.map((each) => (each.channel === channel.key ? line : each))
      : [...before.lines, line],
  };
}

/** The editing of one campaign: tick, write, reset, save. */
export function useCampaign(start: CampaignDraft, api: Api) {
  const [draft, setDraft] = useState(start);

  const change = useCallback(
    (part: Partial<CampaignDraft>) => setDraft((before) => ({ ...before, ...part, isChanged: true })),
    [],
  );

  const write = useCallback((channel: string, copy: Copy) => {
    setDraft((before) => ({
      ...before,
      isChanged: true,
      lines: before.lines.map((line) =>
        line.channel === channel ? { ...line, copy, isChanged: true } : line,
      ),
    }));
  }, []);

  /** Asks the server for copies as it derives them from the entry now. */
  const deriveAll = useCallback(
    async (channels: readonly Pick<ChannelView, 'key' | 'kind' | 'name'>[]) => {
      const { copies } = await api.derive(
        draft.entry,
        channels.map(({ key }) => key),
        draft.key === null ? null : draft.name.trim() || null,
      );
      setDraft((before) =>
        channels.reduce((done, channel) => {
          const copy = copies.find((one) => one.channel === channel.key)?.copy;
          return copy ? withCopy(done, channel, copy) : done;
        }, before),
      );
    },
    [api, draft.entry, draft.key, draft.name],
  );

  const derive = useCallback(
    (channel: Pick<ChannelView, 'key' | 'kind' | 'name'>) => deriveAll([channel]),
    [deriveAll],
  );

  const untick = useCallback((channel: string) => {
    setDraft((before) => ({
      ...before,
      isChanged: true,
      lines: before.lines.filter((line) => line.channel !== channel),
      removed: before.lines.some((line) => line.channel === channel && line.publication)
        ? [...before.removed, channel]
        : before.removed,
    }));
  }, []);

  /** Shows one copy as the server has it now; what is written elsewhere stays. */
  const refresh = useCallback((publication: PublicationView) => {
    setDraft((before) => ({
      ...before,
      lines: before.lines.map((line) => (line.channel === publication.channel ? lineOf(publication) : line)),
    }));
  }, []);

  const show = useCallback((campaign: CampaignView) => setDraft(draftOf(campaign)), []);

  /** Saves what changed; the answer is what the page shows from then on. */
  const save = useCallback(
    async (fallbackName: string): Promise<CampaignView> => {
      const copies = draft.lines
        .filter((line) => line.isChanged || !line.publication)
        .map(({ channel, copy }) => ({ channel, copy }));
      const { goal, target, utm, catchUp } = draft;
      const said = { goal, target, utm, catchUp, copies, checked: [...draft.checked] };
      const name = draft.name.trim() || fallbackName;
      const campaign =
        draft.key === null
          ? await api.createCampaign({ ...said, name, entry: draft.entry, template: draft.template })
          : await api.changeCampaign(draft.key, { ...said, name, remove: [...draft.removed] });
      show(campaign);
      return campaign;
    },
    [api, draft, show],
  );

  return { draft, change, write, derive, deriveAll, untick, refresh, show, save };
}
