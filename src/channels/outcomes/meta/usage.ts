import { z } from 'zod';
import type { RateLimit } from '../../channel';

const percent = z.number().catch(0);
const appUsage = z.object({ call_count: percent, total_time: percent, total_cputime: percent });
const useCases = z.record(
  z.string(),
  z.array(z.object({ ...appUsage.shape, estimated_time_to_regain_access: z.number().min(0).catch(0) })),
);

/** From so many percent on nothing more is called: beyond 100 the network closes for longer. */
const full = 90;
/** Use is counted over the hour before; so much later there is room again. */
const breath = 15 * 60_000;

const busiest = (use: z.output<typeof appUsage>): number =>
  Math.max(use.call_count, use.total_time, use.total_cputime);

/**
 * What Meta says about use: `X-App-Usage` of the app and `X-Business-Use-Case-Usage` of the account, in percent, the latter with the
 * minutes until calls are taken again (developers.facebook.com/docs/graph-api/overview/rate-limiting). Empty while there is room.
 *
 * @param headers by lower-case name.
 */
export function metaLimits(
  headers: Readonly<Record<string, string | undefined>>,
  now: number,
): readonly RateLimit[] {
  const app = appUsage.safeParse(jsonOf(headers['x-app-usage'])).data;
  const uses = Object.values(
    useCases.safeParse(jsonOf(headers['x-business-use-case-usage'])).data ?? {},
  ).flat();
  const minutes = Math.max(0, ...uses.map((one) => one.estimated_time_to_regain_access));
  const closed = (scope: RateLimit['scope'], ms: number): RateLimit => ({
    ...{ scope, remaining: 0, resetAt: now + ms },
  });
  return [
    ...(minutes > 0
      ? [closed('account', Math.ceil(minutes * 60_000))]
      : uses.some((one) => busiest(one) >= full)
        ? [closed('account', breath)]
        : []),
    ...(app && busiest(app) >= full ? [closed('app', breath)] : []),
  ];
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
