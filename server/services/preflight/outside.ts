import { contentOfCopy } from '../../../src/brand/engine/copy-content';
import type { LinkState } from '../../../src/brand/engine/rule';
import type { ChannelRules } from '../../../src/channels/rules/rules';
import { isAtHome } from '../../../src/channels/reach/at-home';
import type { CopyFacts } from '../../../src/publishing/preflight/facts';
import type { MediaFile } from '../../stores/media-files';
import type { VideoLook } from '../../videos/facts';
import { films } from './films';
import type { PublicationRow } from '../../stores/publication-row';

export interface OutsideDeps {
  /** The rules of what goes to a channel. */
  readonly rules: () => Promise<(row: Pick<PublicationRow, 'kind' | 'channel'>) => ChannelRules>;
  /** What is known of addresses now; what is not known is asked in the background, each at most once an hour. */
  readonly linkStates: (urls: readonly string[]) => Promise<ReadonlyMap<string, LinkState>>;
  /** Files of the media library by their hash. */
  readonly media: (hashes: readonly string[]) => Promise<readonly Pick<MediaFile, 'hash' | 'url'>[]>;
  /** What files of videos are. */
  readonly lookAtVideo: VideoLook;
  /** Where visitors reach this server, for pictures without an address of their own and for videos. */
  readonly publicBase: () => Promise<string>;
}

type World = Pick<CopyFacts, 'deadLinks' | 'lostPictures' | 'privatePictures' | 'video'>;

interface Asked {
  readonly row: PublicationRow;
  /** The page of the entry is not expected to answer before it is published. */
  readonly page: 'none' | 'up' | 'coming' | 'missing';
  /** It goes to the practice network, which is handed what others would load. */
  readonly isPractice: boolean;
}

/** What the links and pictures of copies are worth at this moment, looked up together for all of them. */
export function outside({ rules, linkStates, media, lookAtVideo, publicBase }: OutsideDeps) {
  return async (all: readonly Asked[]): Promise<(row: PublicationRow) => World> => {
    const rulesOf = await rules();
    const links = new Map(all.map((one) => [one.row.key, linksOf(one)]));
    const hashes = [...new Set(all.flatMap(({ row }) => row.copy.pictures.map(({ hash }) => hash)))];
    const files = new Map((hashes.length > 0 ? await media(hashes) : []).map((file) => [file.hash, file]));
    const base = await publicBase();
    const addressOf = (hash: string): string | null => {
      const file = files.get(hash);
      return file ? (/^https?:\/\//.test(file.url) ? file.url : `${base}${file.url}`) : null;
    };
    const loaders = new Map(
      all.flatMap(({ row, isPractice }) => {
        const { loadedBy, signed = false } = rulesOf(row).pictures;
        return isPractice || loadedBy === undefined ? [] : [[row.key, { by: loadedBy, signed }] as const];
      }),
    );
    const loaded = all
      .filter(({ row }) => loaders.get(row.key)?.signed === false)
      .flatMap(({ row }) => row.copy.pictures.map(({ hash }) => addressOf(hash)))
      .filter((url) => url !== null);
    const states = await linkStates([...links.values()].flat().concat(loaded));

    // Whoever loads videos gets a signed address of this server, wherever the media library keeps the file.
    const filmsHidden = new Set(
      all.flatMap(({ row, isPractice }) =>
        !isPractice && isAtHome(base) && rulesOf(row).video?.loadedBy === 'network' ? [row.key] : [],
      ),
    );
    const filmsOf = await films(
      all.map(({ row }) => row),
      lookAtVideo,
      rulesOf,
      ({ key }) => filmsHidden.has(key),
    );

    return (row) => {
      const { key, copy } = row;
      const loader = loaders.get(key);
      const cannotBeReached = (hash: string): boolean => {
        const url = addressOf(hash);
        if (url === null) return false;
        return loader?.signed ? isAtHome(base) : isAtHome(url) || states.get(url) === 'dead';
      };
      const hidden = loader ? copy.pictures.filter(({ hash }) => cannotBeReached(hash)) : [];
      return {
        deadLinks: (links.get(key) ?? []).filter((url) => states.get(url) === 'dead'),
        video: filmsOf(row),
        lostPictures: copy.pictures.filter(({ hash }) => !files.has(hash)).map(nameOf),
        privatePictures: loader && hidden.length > 0 ? { by: loader.by, names: hidden.map(nameOf) } : null,
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
