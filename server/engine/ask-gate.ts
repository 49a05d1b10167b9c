import { linksToPage } from '../../src/publishing/gate';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { PublishingDeps } from '../services/publishing-deps';
import type { PublicationRow } from '../stores/publications';
import type { GateAnswer } from './deps';

/** Asks entry and governance about one publication, at the moment of sending. */
export const askGate =
  ({ entries, channels, blockers }: Pick<PublishingDeps, 'entries' | 'channels' | 'blockers'>) =>
  async (row: PublicationRow): Promise<GateAnswer> => {
    const key = entryKeyOf(row.entry);
    const draft = key && (await entries.load(key, 'draft'));
    if (!key || !draft) return { seal: null, isPublished: null, blockers: [], pageUrl: null };
    const name = (await channels()).find((channel) => channel.key === row.channel)?.name ?? row.kind;
    const found = await blockers(key, { copies: [{ key: row.key, seal: row.copySeal, name }] });
    const isPublished =
      linksToPage(row, draft) && draft.model.draftAndPublish
        ? (await entries.load(key, 'published')) !== null
        : null;
    return {
      seal: draft.seal,
      isPublished,
      blockers: found.map(({ message }) => message),
      pageUrl: draft.pageUrl,
    };
  };
