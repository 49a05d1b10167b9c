import { useCallback, useState } from 'react';
import type { ChannelKind, ChannelView, Copy } from '../../../src/channels/schema';
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
  readonly catchUp: CatchUpPolicy;
  readonly lines: readonly Line[];
  readonly removed: readonly string[];
  readonly isChanged: boolean;
}

const editable: ReadonlySet<string> = new Set(['draft', 'scheduled', 'held', 'rejected', 'parked', 'asking']);

/** Whether the copy can still be changed: what is out, or on its way, cannot. */
export const isEditable = ({ publication }: Line): boolean => !publication || editable.has(publication.state);

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
  catchUp: campaign.catchUp,
  lines: campaign.publications.map(lineOf),
  removed: [],
  isChanged: false,
});

export const newDraft = (entry: EntryKey, catchUp: CatchUpPolicy): CampaignDraft => ({
  key: null,
  entry,
  name: '',
  catchUp,
  lines: [],
  removed: [],
  isChanged: false,
});

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

  /** Asks the server for the copy as it derives it from the entry now. */
  const derive = useCallback(
    async (channel: Pick<ChannelView, 'key' | 'kind' | 'name'>) => {
      const { copies } = await api.derive(draft.entry, [channel.key]);
      const copy = copies[0]?.copy;
      if (!copy) return;
      setDraft((before) => {
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
      });
    },
    [api, draft.entry],
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

  const show = useCallback((campaign: CampaignView) => setDraft(draftOf(campaign)), []);

  /** Saves what changed; the answer is what the page shows from then on. */
  const save = useCallback(
    async (fallbackName: string): Promise<CampaignView> => {
      const copies = draft.lines
        .filter((line) => line.isChanged || !line.publication)
        .map(({ channel, copy }) => ({ channel, copy }));
      const name = draft.name.trim() || fallbackName;
      const campaign =
        draft.key === null
          ? await api.createCampaign({ entry: draft.entry, name, goal: '', catchUp: draft.catchUp, copies })
          : await api.changeCampaign(draft.key, {
              name,
              catchUp: draft.catchUp,
              copies,
              remove: [...draft.removed],
            });
      show(campaign);
      return campaign;
    },
    [api, draft, show],
  );

  return { draft, change, write, derive, untick, show, save };
}
