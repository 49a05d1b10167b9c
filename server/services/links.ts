import { withParam } from '../../src/engagement/address';
import { readerOf } from '../../src/engagement/drop';
import type { Link, NewLink, NewTouchpoint } from '../../src/engagement/schema';
import type { Tokens } from '../../src/shared/token';
import type { LinksStore } from '../stores/links';
import { memory } from './memory';

interface Deps {
  readonly links: LinksStore;
  readonly tokens: Tokens;
  /** Where the public API is reached: `https://cms.bakery.test/api/presence`. */
  readonly publicBase: () => Promise<string>;
  /** Where a new link leads in the end: the address with what its campaign adds for analytics. */
  readonly tagged: (link: NewLink) => Promise<string>;
  readonly hash: (text: string) => string;
  readonly now: () => number;
}

/** The mail that a link or picture stands in: its key is one recipient's. */
export interface MailLinks extends Omit<NewLink, 'url' | 'label'> {
  readonly mail: string;
}

/** Where a token leads, and what to write down about it. */
export interface Followed {
  readonly url: string;
  readonly touchpoint: NewTouchpoint;
}

const openUrl = 'presence:open';

export type Links = ReturnType<typeof linksService>;

/**
 * Signed links of ours. What stands in a link is a short id and its signature; where it leads stands in the database, so a link that
 * we did not mint leads nowhere.
 */
export function linksService({ links, tokens, publicBase, tagged, hash, now }: Deps) {
  const known = memory<Link>(5_000);

  async function minted(link: NewLink): Promise<Link> {
    const id = hash(['link', link.publication, link.url].join('\n')).slice(0, 16);
    const remembered = known.get(id);
    if (remembered) return remembered;
    const url = link.url === openUrl ? openUrl : await tagged(link);
    const stored = { ...link, url, label: (link.label ?? '').slice(0, 255), id };
    await links.put(stored);
    known.set(id, stored);
    return stored;
  }

  /** The link that a page's `?p=` names; null where there is none. */
  async function find(id: string): Promise<Link | null> {
    if (!/^[0-9a-f]{16}$/.test(id)) return null;
    const remembered = known.get(id);
    if (remembered !== undefined) return remembered;
    const found = await links.get(id);
    // What is not there may be minted by another instance later; what is there never changes.
    if (found) known.set(id, found);
    return found;
  }

  const touchpointOf = (link: Link, kind: 'link-click' | 'open', source: string): NewTouchpoint => ({
    at: now(),
    kind,
    entry: link.entry,
    channel: link.channel,
    publication: link.publication,
    campaign: link.campaign,
    visitor: null,
    value: 1,
    path: null,
    label: kind === 'open' ? null : link.label || null,
    source,
  });

  return {
    find,

    /** The tracked form of an address. The same publication and address give the same link. */
    async mint(link: NewLink): Promise<string> {
      const { id } = await minted(link);
      return `${await publicBase()}/l/${tokens.sign('link', [id])}`;
    },

    /** Links and the picture of one mail: `wrap` gives an address its tracked form, `pixel` is what a mail program loads when it shows the mail. */
    mail({ mail, ...about }: MailLinks) {
      return {
        async wrap(url: string): Promise<string> {
          const { id } = await minted({ ...about, url });
          return `${await publicBase()}/l/${tokens.sign('link', [id, mail])}`;
        },
        async pixel(): Promise<string> {
          const { id } = await minted({ ...about, url: openUrl });
          return `${await publicBase()}/o/${tokens.sign('open', [id, mail])}`;
        },
      };
    },

    /** Where a link of ours leads; null for a token that is not ours. */
    async follow(token: string): Promise<Followed | null> {
      const [id, mail] = tokens.read('link', token) ?? [];
      const link = id === undefined ? null : await find(id);
      if (!link || link.url === openUrl) return null;
      return {
        url: withParam(link.url, 'p', link.id),
        touchpoint: touchpointOf(link, 'link-click', mail === undefined ? 'link@1' : 'mail-link@1'),
      };
    },

    /** The opening of one mail, counted once; null for a token that is not ours. */
    async opened(token: string, userAgent: string): Promise<NewTouchpoint | null> {
      const [id, mail] = tokens.read('open', token) ?? [];
      const link = id === undefined || mail === undefined ? null : await find(id);
      if (!link || mail === undefined) return null;
      const source = `mail-${readerOf(userAgent)}@1`;
      return { ...touchpointOf(link, 'open', source), once: `open\n${mail}` };
    },
  };
}
