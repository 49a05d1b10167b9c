import type { ChannelKind, ChannelView } from '../../../src/channels/schema';
import { checkCopy } from '../../../src/channels/check-copy';
import { holdOn, type HoldView } from '../../../src/publishing/operations/hold';
import type { PreflightFacts } from '../../../src/publishing/preflight/facts';
import { isAsked } from '../../../src/publishing/preflight/preflight';
import { entryKeyOf } from '../../../src/shared/entry-key';
import type { PublicationRow } from '../../stores/publication-row';
import type { PublicationsStore } from '../../stores/publications';
import type { Entries, LoadedEntry } from '../entries';
import type { Outlook } from '../governance/reviews';
import { neighbours, type NeighbourDeps } from './neighbours';
import { outside, type OutsideDeps } from './outside';

export interface FactsDeps extends NeighbourDeps, OutsideDeps {
  readonly store: NeighbourDeps['store'] & Pick<PublicationsStore, 'ofCampaigns'>;
  readonly entries: Pick<Entries, 'load' | 'unpublished'>;
  /** What governance and the brand say of an entry and of copies of it. */
  readonly outlook: (
    draft: LoadedEntry,
    copies: readonly {
      readonly key: string;
      readonly seal: string;
      readonly name: string;
      readonly kind: ChannelKind;
    }[],
  ) => Promise<Outlook>;
  readonly channels: () => Promise<readonly ChannelView[]>;
  /** When what a channel signs in with runs out; null where nobody knows of a day. */
  readonly validUntil: (channel: string) => Promise<number | null>;
  /** What of publishing a person stopped. */
  readonly holds: () => Promise<readonly Pick<HoldView, 'scope' | 'target' | 'by' | 'reason'>[]>;
  readonly zone: () => Promise<string>;
  readonly now: () => number;
}

const duplicateRule = 'post.near-duplicate';

export type GatherFacts = ReturnType<typeof gatherFacts>;

/** Gathers what is known about publications: each entry is loaded once, whatever goes out of it. */
export function gatherFacts(deps: FactsDeps) {
  const lookOutside = outside(deps);
  const lookAround = neighbours(deps);

  async function ofEntry(
    id: string,
    rows: readonly PublicationRow[],
    nameOf: (row: PublicationRow) => string,
  ) {
    const key = entryKeyOf(id);
    const draft = key && (await deps.entries.load(key, 'draft'));
    if (!draft) return null;
    const copies = rows.map((row) => ({
      ...{ key: row.key, seal: row.copySeal, kind: row.kind },
      name: nameOf(row),
    }));
    const outlook = await deps.outlook(draft, copies);
    const linked = rows.some(({ copy }) => copy.link !== null && copy.link === draft.pageUrl);
    const isUp =
      !linked ||
      !draft.model.draftAndPublish ||
      (await deps.entries.unpublished(draft.key.uid, [draft.key.documentId], draft.key.locale)).length === 0;
    return { draft, outlook, isUp };
  }

  /** A draft waits for the page of its own campaign as soon as it is scheduled with it. */
  async function pagesToCome(rows: readonly PublicationRow[]): Promise<(row: PublicationRow) => boolean> {
    const drafts = rows.filter(({ state, kind }) => state === 'draft' && kind !== 'website');
    const all = await deps.store.ofCampaigns([...new Set(drafts.map(({ campaign }) => campaign))]);
    const sites = new Set(
      all.filter(({ kind, state }) => kind === 'website' && isAsked(state)).map(({ campaign }) => campaign),
    );
    return ({ state, campaign, waitsFor }) => (state === 'draft' ? sites.has(campaign) : waitsFor !== '');
  }

  return async (rows: readonly PublicationRow[]): Promise<PreflightFacts[]> => {
    if (rows.length === 0) return [];
    const [now, zone] = [deps.now(), await deps.zone()];
    const [channels, rules] = [
      new Map((await deps.channels()).map((channel) => [channel.key, channel])),
      await deps.rules(),
    ];
    const nameOf = (row: PublicationRow): string => channels.get(row.channel)?.name ?? row.kind;
    const ends = new Map<string, { readonly validUntil: number }>();
    for (const channel of new Set(rows.map((row) => row.channel))) {
      const validUntil = await deps.validUntil(channel);
      if (validUntil !== null) ends.set(channel, { validUntil });
    }
    const entries = new Map<string, Awaited<ReturnType<typeof ofEntry>>>();
    for (const id of new Set(rows.map(({ entry }) => entry))) {
      const own = rows.filter(({ entry }) => entry === id);
      entries.set(id, await ofEntry(id, own, nameOf));
    }
    const [comes, holds] = [await pagesToCome(rows), await deps.holds()];
    const pageOf = (row: PublicationRow) => pageFor(row, entries.get(row.entry) ?? null, comes(row));
    const isPractice = (row: PublicationRow): boolean => channels.get(row.channel)?.practice ?? false;
    const world = await lookOutside(
      rows.map((row) => ({ row, page: pageOf(row), isPractice: isPractice(row) })),
    );
    const prices = new Map(
      [...channels].flatMap(([key, { settings }]) =>
        settings.price ? [[key, settings.price] as const] : [],
      ),
    );
    const around = await lookAround(rows, zone, prices);
    const facts: PreflightFacts[] = [];
    for (const row of rows) {
      const entry = entries.get(row.entry) ?? null;
      const channel = channels.get(row.channel);
      const found = entry?.outlook.findings.copies.find(({ key }) => key === row.key)?.findings ?? [];
      const isGoverned = (entry?.outlook.blockers.length ?? 0) > 0;
      const soft = found.filter(({ severity }) => severity !== 'error' || !isGoverned);
      const saidBefore = found.some(({ rule }) => rule === duplicateRule);
      facts.push({
        now,
        zone,
        publication: {
          ...{ key: row.key, kind: row.kind, channelName: nameOf(row), state: row.state, dueAt: row.dueAt },
          problem: row.errorCode ? { code: row.errorCode, message: row.errorMessage } : null,
        },
        channel: channel ? { ...standingOf(channel), ...(ends.get(row.channel) ?? {}) } : null,
        entry: entry && {
          isEdited: row.state !== 'draft' && entry.draft.seal !== row.entrySeal,
          page: pageOf(row),
          blockers: entry.outlook.blockers.filter(({ copy }) => copy === undefined || copy === row.key),
          hidden: entry.outlook.hints,
        },
        copy: {
          check: checkCopy(rules(row), row.copy),
          findings: {
            warnings: soft.filter(({ severity }) => severity !== 'suggestion').length,
            suggestions: soft.filter(({ severity }) => severity === 'suggestion').length,
          },
          ...world(row),
          alike: saidBefore ? null : around.alike(row),
        },
        clash: around.clash(row),
        cost: around.cost(row),
        hold: holdOn(holds, row),
      });
    }
    return facts;
  };
}

const standingOf = ({ state, stateReason }: ChannelView) => ({ state, reason: stateReason });

/** Where the page is that a copy links to. */
function pageFor(
  row: PublicationRow,
  entry: { readonly draft: LoadedEntry; readonly isUp: boolean } | null,
  comes: boolean,
): NonNullable<PreflightFacts['entry']>['page'] {
  if (!entry || row.kind === 'website' || row.copy.link === null || row.copy.link !== entry.draft.pageUrl)
    return 'none';
  return entry.isUp ? 'up' : comes ? 'coming' : 'missing';
}
