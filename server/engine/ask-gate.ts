import { linksToPage } from '../../src/publishing/gate';
import { entryKeyOf } from '../../src/shared/entry-key';
import type { PublishingDeps } from '../services/publishing-deps';
import type { PublicationRow } from '../stores/publication-row';
import type { GateAnswer } from './deps';
import { fresh } from './fresh';

/** How old the look at a channel may be when a copy goes out on it, in milliseconds. */
export const freshness = 500;

/**
 * The same of an entry: an edit in this time counts as made after. The copy itself is read under the lease, and the website
 * publishes through the gate, so neither depends on it. Every process looks for itself, and a look at an entry with all that it is
 * made of is what costs most of a delivery, so it is longer.
 */
const entryAge = 2_000;

/** Asks entry and governance about one publication, at the moment of sending. */
export function askGate({
  entries,
  channels,
  blockers,
  now,
}: Pick<PublishingDeps, 'entries' | 'channels' | 'blockers' | 'now'>): (
  row: PublicationRow,
) => Promise<GateAnswer> {
  const look = fresh(
    async (entry: string) => {
      const key = entryKeyOf(entry);
      const draft = key && (await entries.load(key, 'draft'));
      if (!draft) return null;
      const isPublished = async () =>
        !draft.model.draftAndPublish || (await entries.load(draft.key, 'published')) !== null;
      return { ...draft, isPublished: fresh(isPublished, now, entryAge) };
    },
    now,
    entryAge,
  );
  const names = fresh(
    async () => new Map((await channels()).map(({ key, name }) => [key, name])),
    now,
    freshness,
  );
  return async (row) => {
    const draft = await look(row.entry);
    if (!draft) return { seal: null, isPublished: null, blockers: [], pageUrl: null };
    const name = (await names('')).get(row.channel) ?? row.kind;
    const found = await blockers(draft.key, {
      copies: [{ key: row.key, seal: row.copySeal, name, kind: row.kind, repeats: row.repeats }],
    });
    return {
      seal: draft.seal,
      isPublished: linksToPage(row, draft) ? await draft.isPublished('') : null,
      blockers: found.map(({ code, message }) => ({ code, message })),
      pageUrl: draft.pageUrl,
    };
  };
}
