import type { LinkTags } from '../../src/brand/engine/rule';
import { channelKind, type ChannelKind } from '../../src/channels/schema';
import { addressOf, withParam } from '../../src/engagement/address';
import { utmOf, type CampaignUtm } from '../../src/publishing/campaign/aim';
import type { NewLink } from '../../src/engagement/schema';

interface Deps {
  /** What the campaign's links carry; null where nothing is set. */
  readonly utm: (campaign: string) => Promise<CampaignUtm | null>;
  /** Addresses of the own website and of its pages. */
  readonly ownAddresses: () => Promise<readonly string[]>;
  /** The type of the channel of an app that a publication goes to; null where it is not known. */
  readonly ownType: (publication: string) => Promise<string | null>;
}

/** What links of a campaign to the own website get when they are sent on a kind of channel; null where they stay as they are. */
export const tagsOfLinks =
  ({ utm, ownAddresses }: Omit<Deps, 'ownType'>) =>
  async (campaign: string, kind: ChannelKind): Promise<LinkTags | null> => {
    const names = campaign ? utmOf(await utm(campaign), kind).map(([name]) => name) : [];
    if (names.length === 0) return null;
    const domains = (await ownAddresses()).flatMap((own) => addressOf(own)?.domain ?? []);
    return { domains: [...new Set(domains)], names };
  };

/**
 * Adds the campaign's parameters to links that lead to the own website. What the address has already stays, and other people's
 * websites get none: they would count us wrongly, and some refuse parameters that they do not know.
 */
export const utmLinks =
  ({ utm, ownAddresses, ownType }: Deps) =>
  async ({ url, campaign, channel, publication }: NewLink): Promise<string> => {
    const target = addressOf(url);
    const kind = channelKind.safeParse(channel);
    if (!target || !campaign || !kind.success) return url;
    const said = await utm(campaign);
    const type = said && kind.data === 'own' ? await ownType(publication) : null;
    const pairs = utmOf(said, kind.data, type);
    if (pairs.length === 0) return url;
    const domains = (await ownAddresses()).map((own) => addressOf(own)?.domain);
    if (!domains.includes(target.domain)) return url;
    return pairs.reduce(
      (done, [name, value]) => (target.param(name) === null ? withParam(done, name, value) : done),
      url,
    );
  };
