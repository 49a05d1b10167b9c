/** Zones that change their clocks in ten ways; in these five years some gave it up, and one moved its zone. */
export const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'America/Santiago',
  'Africa/Casablanca',
  'America/Mexico_City',
  'Asia/Tehran',
  'Asia/Amman',
  'America/Nuuk',
] as const;

export const begin = Date.UTC(2021, 0, 1);
export const end = Date.UTC(2026, 0, 1);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock shows, as if it were UTC: told by the machine's own zones, not by the code under test. */
export function clockOf(at: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
      hourCycle: 'h23',
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'] ?? 1,
    part['hour'] ?? 0,
    part['minute'] ?? 0,
  );
}

/** A change of the clocks: the first instant after it, and the offsets before and after. */
export interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const known = new Map<string, readonly Change[]>();

/** Every change in the five years: days whose clock differs from the day before, halved down to the minute. */
export function changesOf(zone: string): readonly Change[] {
  const before = known.get(zone) ?? findChanges(zone);
  known.set(zone, before);
  return before;
}

function findChanges(zone: string): Change[] {
  const changes: Change[] = [];
  const offsetAt = (at: number): number => clockOf(at, zone) - at;
  let before = offsetAt(begin);
  for (let to = begin + day; to < end; to += day) {
    const after = offsetAt(to);
    if (after === before) continue;
    let [low, high] = [to - day, to];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
    before = after;
  }
  return changes;
}

/** `2026-03-29T02:30` of what a clock shows. */
export const text = (clock: number): string => new Date(clock).toISOString().slice(0, 16);

/** The first ones of what may never end. */
export function take<T>(all: Iterable<T>, count: number): T[] {
  const found: T[] = [];
  if (count > 0)
    for (const one of all) {
      found.push(one);
      if (found.length === count) break;
    }
  return found;
}
