import { nextDigest } from './digest';
import type { Preferences, Way } from './preferences';
import type { Topic } from './topics';

/** Somebody who may be told, and how they want it. */
export interface Reader {
  readonly id: string;
  readonly email: string;
  readonly preferences: Preferences;
}

/** One mail to one person: at once, or with the daily mail at `dueAt`. */
export interface PlannedMail {
  readonly reader: string;
  readonly way: Extract<Way, 'at-once' | 'digest'>;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
}

/**
 * Who is mailed about a notice, and when. Who caused it knows already and gets no mail; nobody gets two mails about one
 * notice, however many roles they have.
 */
export function plannedMails(
  notice: { readonly topic: Topic; readonly by: string | null },
  readers: readonly Reader[],
  now: number,
): PlannedMail[] {
  const each = new Map(readers.map((reader) => [reader.id, reader]));
  return [...each.values()].flatMap(({ id, email, preferences }): PlannedMail[] => {
    const way = preferences.ways[notice.topic];
    if (id === notice.by || email === '' || way === 'off' || way === 'inbox') return [];
    return [{ reader: id, way, dueAt: way === 'digest' ? nextDigest(now, preferences) : now }];
  });
}
