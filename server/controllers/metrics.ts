import type { Context } from 'koa';
import { expositionOf, expositionType } from '../../src/publishing/running/exposition';
import type { Presence } from '../presence';

/** How publishing runs, for Prometheus and what reads its format. */
export const metrics = ({ publishing }: Presence) => ({
  async scrape(ctx: Context): Promise<void> {
    ctx.set('Cache-Control', 'no-store');
    ctx.body = expositionOf(await publishing.running.view());
    ctx.type = expositionType;
  },
});
