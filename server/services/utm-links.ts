import { channelKind } from '../../src/channels/schema';
import { addressOf, withParam } from '../../src/engagement/address';
import { utmOf, type CampaignUtm } from '../../src/publishing/campaign/aim';
import type { NewLink } from '../../src/engagement/schema';

interface Deps {
  /** What the campaign's links carry; null where nothing is set. */
  readonly utm: (campaign: string) => Promise<CampaignUtm | null>;
  /** Addresses of the own website and of its pages. */
  readonly ownAddresses: () => Promise<readonly string[]>;
}

/**
 * Adds the campaign's parameters to links that lead to the own website. What the address has already stays, and other people's
 * websites get none: they would count us wrongly, and some refuse parameters that they do not know.
 */
export const utmLinks =
  ({ utm, ownAddresses }: Deps) =>
  async ({ url, campaign, channel }: NewLink): Promise<string> => {
    const target = addressOf(url);
    const kind = channelKind.safeParse(channel);
    if (!target || !campaign || !kind.success) return url;
    const pairs = utmOf(await utm(campaign), kind.data);
    if (pairs.length === 0) return url;
    const domains = (await ownAddresses()).map((own) => addressOf(own)?.domain);
    if (!domains.includes(target.domain)) return url;
    return pairs.reduce(
      (done, [name, value]) => (target.param(name) === null ? withParam(done, name, value) : done),
      url,
    );
  };
