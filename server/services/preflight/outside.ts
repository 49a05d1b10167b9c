import { contentOfCopy } from '../../../src/brand/engine/copy-content';
import type { LinkState } from '../../../src/brand/engine/rule';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import type { ChannelKind } from '../../../src/channels/schema';
import type { CopyFacts } from '../../../src/publishing/preflight/facts';
import type { MediaFile } from '../../stores/media-files';
import type { PublicationRow } from '../../stores/publication-row';

export interface OutsideDeps {
  readonly rules: (kind: ChannelKind) => ChannelRules;
  /** What is known of addresses now; what is not known is asked in the background, each at most once an hour. */
  readonly linkStates: (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkState>>;
  /** Files of the media library by their hash. */
  readonly media: (hashes: readonly string[]) => Promise<readonly Pick<MediaFile, 'hash' | 'url'>[]>;
  /** Where visitors reach this server, for pictures without an address of their own. */
  readonly publicBase: () => Promise<string>;
}

type World = Pick<CopyFacts, 'deadLinks' | 'lostPictures' | 'privatePictures'>;

interface Asked {
  readonly row: PublicationRow;
  /** The page of the entry is not expected to answer before it is published. */
  readonly page: 'none' | 'up' | 'coming' | 'missing';
}

/** What the links and pictures of copies are worth at this moment, looked up together for all of them. */
export function outside({ rules, linkStates, media, publicBase }: OutsideDeps) {
  return async (all: readonly Asked[]): Promise<(row: PublicationRow) => World> => {
    const links = new Map(all.map((one) => [one.row.key, linksOf(one)]));
    const hashes = [...new Set(all.flatMap(({ row }) => row.copy.pictures.map(({ hash }) => hash)))];
    const files = new Map((hashes.length > 0 ? await media(hashes) : []).map((file) => [file.hash, file]));
    const base = await publicBase();
    const addressOf = (hash: string): string | null => {
      const file = files.get(hash);
      return file ? (/^https?:\/\//.test(file.url) ? file.url : `${base}${file.url}`) : null;
    };
    const loaded = all
      .filter(({ row }) => rules(row.kind).pictures.loadedBy !== undefined)
      .flatMap(({ row }) => row.copy.pictures.map(({ hash }) => addressOf(hash)))
      .filter((url) => url !== null);
    const states = await linkStates([...links.values()].flat().concat(loaded));

    return ({ key, kind, copy }) => {
      const by = rules(kind).pictures.loadedBy;
      const cannotBeReached = (hash: string): boolean => {
        const url = addressOf(hash);
        return url !== null && (isAtHome(url) || states.get(url) === 'dead');
      };
      const hidden = by === undefined ? [] : copy.pictures.filter(({ hash }) => cannotBeReached(hash));
      return {
        deadLinks: (links.get(key) ?? []).filter((url) => states.get(url) === 'dead'),
        lostPictures: copy.pictures.filter(({ hash }) => !files.has(hash)).map(nameOf),
        privatePictures: by === undefined || hidden.length === 0 ? null : { by, names: hidden.map(nameOf) },
      };
    };
  };
}

function linksOf({ row, page }: Asked): string[] {
  const all = new Set(contentOfCopy(row.copy, row.kind).links.map(({ href }) => href));
  if (row.copy.link !== null && page !== 'none' && page !== 'up') all.delete(row.copy.link);
  return [...all];
}

const nameOf = ({ url }: { readonly url: string }): string => url.split('/').at(-1) ?? url;

/** Addresses that only this machine or its own network reaches, by their name alone. */
function isAtHome(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return (
    /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[::1\]|\[f[cd])/i.test(host) ||
    /\.(local|internal|lan)$/i.test(host)
  );
}
