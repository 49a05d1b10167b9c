import type { TouchpointKind } from '../engagement/schema';
import type { FunnelSteps, FunnelView, Rollup } from './schema';
import { amountOfKind, grouped } from './totals';

/** Which kinds of touchpoint prove each step. */
const proofs: Readonly<Record<keyof FunnelSteps, readonly TouchpointKind[]>> = {
  delivered: ['delivered'],
  seen: ['open', 'like', 'repost', 'reply', 'quote'],
  clicked: ['link-click'],
  engaged: ['engaged'],
  converted: ['subscribe', 'event'],
};

/** How far one campaign came on each channel and with each publication, from its rollups. */
export function funnelOf(campaign: string, rows: readonly Rollup[]): FunnelView {
  const own = rows.filter((row) => row.campaign === campaign);
  return {
    campaign,
    total: stepsOf(own),
    channels: [...grouped(own, (row) => row.channel)].map(([channel, group]) => ({
      channel,
      ...stepsOf(group),
    })),
    publications: [
      ...grouped(
        own.filter((row) => row.publication !== ''),
        (row) => row.publication,
      ),
    ].map(([publication, group]) => ({
      publication,
      channel: group[0]?.channel ?? '',
      ...stepsOf(group),
    })),
  };
}

function stepsOf(rows: readonly Rollup[]): FunnelSteps {
  const amount = (step: keyof FunnelSteps): number =>
    proofs[step].reduce((all, kind) => all + amountOfKind(rows, kind), 0);
  return {
    delivered: amount('delivered'),
    seen: amount('seen') + viewsOnWebsite(rows),
    clicked: amount('clicked'),
    engaged: amount('engaged'),
    converted: amount('converted'),
  };
}

/** On the website to view is to see; a view that came by a link from elsewhere was counted as that link's click. */
const viewsOnWebsite = (rows: readonly Rollup[]): number =>
  amountOfKind(
    rows.filter((row) => row.channel === 'website'),
    'view',
  );
