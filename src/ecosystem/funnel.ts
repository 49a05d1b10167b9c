import type { TouchpointKind } from '../engagement/schema';
import type { FunnelSteps, FunnelView, Rollup } from './schema';
import { amountOfKind, grouped } from './totals';

/**
 * Which kinds of touchpoint prove each step. What a network says of views and reach proves none: they are no people that can be told apart,
 * and its clicks are those on tracked links once more.
 */
const proofs: Readonly<Record<keyof FunnelSteps, readonly TouchpointKind[]>> = {
  delivered: ['delivered'],
  seen: ['open', 'like', 'repost', 'reply', 'quote', 'share', 'save'],
  clicked: ['link-click'],
  engaged: ['engaged'],
  converted: ['subscribe', 'event'],
};

/**
 * How far one campaign came on each channel and with each publication. `onSite` are the rollups of its entries that no
 * campaign brought: on the website to view is to see, while a view that came by a link of ours was that link's click before.
 */
export function funnelOf(
  campaign: string,
  rows: readonly Rollup[],
  onSite: readonly Rollup[],
): Omit<FunnelView, 'networks'> {
  const own = rows.filter((row) => row.campaign === campaign);
  const website = [...own.filter(({ channel }) => channel === 'website'), ...onSite];
  const channels = new Map(grouped(own, (row) => row.channel));
  if (website.length > 0) channels.set('website', website);
  const published = own.filter((row) => row.publication !== '');
  return {
    campaign,
    total: funnelSteps([...own, ...onSite]),
    channels: [...channels].map(([channel, group]) => ({ channel, ...funnelSteps(group) })),
    publications: [...grouped(published, (row) => row.publication)].map(([publication, group]) => ({
      publication,
      channel: group[0]?.channel ?? '',
      ...funnelSteps(group),
    })),
  };
}

function funnelSteps(rows: readonly Rollup[]): FunnelSteps {
  const amount = (step: keyof FunnelSteps): number =>
    proofs[step].reduce((all, kind) => all + amountOfKind(rows, kind), 0);
  return {
    delivered: amount('delivered'),
    seen: amount('seen') + viewsBroughtByNoCampaign(rows),
    clicked: amount('clicked'),
    engaged: amount('engaged'),
    converted: amount('converted'),
  };
}

const viewsBroughtByNoCampaign = (rows: readonly Rollup[]): number =>
  amountOfKind(
    rows.filter((row) => row.campaign === '' || row.channel === 'website'),
    'view',
  );
