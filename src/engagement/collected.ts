import type { Address } from './address';
import { sourceOf } from './source';
import { addressOf } from './address';
import type { CollectBody, CollectEvent, Link, NewTouchpoint } from './schema';

/** What the server knows about a report beside its body. */
export interface Arrival {
  readonly at: number;
  readonly visitor: string;
  /** The page's own address, taken apart. */
  readonly page: Address;
  /** The tracked link that `?p=` names; null where none. */
  readonly link: Link | null;
}

/** The touchpoints of one report of the tracker: all of one page view, so all of one channel. */
export function touchpointsOf(body: CollectBody, { at, visitor, page, link }: Arrival): NewTouchpoint[] {
  const { channel, rule } = sourceOf(page, body.referrer, link);
  const entry = body.entry ?? link?.entry ?? null;
  return body.events.map((event) => ({
    at,
    kind: event.kind,
    entry,
    channel,
    publication: link?.publication ?? null,
    campaign: link?.campaign ?? null,
    visitor,
    value: valueOf(event),
    path: page.path.slice(0, 255),
    label: labelOf(event),
    source: rule,
  }));
}

const valueOf = (event: CollectEvent): number => ('value' in event ? (event.value ?? 1) : 1);

function labelOf(event: CollectEvent): string | null {
  if (event.kind === 'event') return event.name;
  if (event.kind !== 'click-out') return null;
  const target = addressOf(event.url);
  return target ? `${target.host}${target.path}`.slice(0, 255) : null;
}
