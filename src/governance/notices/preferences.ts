import { z } from 'zod';
import { topic, type Topic } from './topics';

/** How a person is told of a topic: not at all, in the inbox, and also by e-mail once a day or at once. */
export const way = z.enum(['off', 'inbox', 'digest', 'at-once']);
export type Way = z.output<typeof way>;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Body of `PUT /presence/notices/preferences`. */
export const preferencesSchema = z.strictObject({
  ways: z.record(topic, way),
  /** When the daily mail comes, on the person's clock. */
  hour: z.int().min(0).max(23),
  /** IANA time zone of the person. */
  zone: z.string().refine(isZone, 'must be a time zone such as Europe/Berlin'),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** `GET /presence/notices/preferences`. */
export interface PreferencesView extends Preferences {
  /** Where the mails go. */
  readonly email: string;
  /** The sender of mails; null where neither an e-mail channel nor Strapi's e-mail provider is set up. */
  readonly sender: string | null;
  /** When the next daily mail would come, in milliseconds since 1970. */
  readonly nextDigest: number;
}

/** What waits for a person comes at once; all else can wait for the morning. */
const defaultWays: Readonly<Record<Topic, Way>> = {
  approvals: 'at-once',
  'my-entries': 'digest',
  deadlines: 'digest',
  publishing: 'digest',
  system: 'digest',
};

/** What holds until a person chooses: the zone is that of the business. */
export const defaultPreferences = (zone: string): Preferences => ({
  ways: { ...defaultWays },
  hour: 8,
  zone,
});
