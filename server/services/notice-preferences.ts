import { nextDigest } from '../../src/governance/notices/digest';
import {
  defaultPreferences,
  preferencesSchema,
  type Preferences,
  type PreferencesView,
} from '../../src/governance/notices/preferences';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { NoticePreferencesStore } from '../stores/notice-preferences';
import type { ReadersStore } from '../stores/readers';

interface Deps {
  readonly store: NoticePreferencesStore;
  readonly readers: Pick<ReadersStore, 'of'>;
  /** Zone of the business: that of everybody who did not choose. */
  readonly zone: () => Promise<string>;
  /** Who mails of notices come from; null where none can be sent. */
  readonly sender: () => Promise<string | null>;
  readonly now: () => number;
}

export type NoticePreferences = ReturnType<typeof noticePreferences>;

/** How each person wants to be told. */
export function noticePreferences({ store, readers, zone, sender, now }: Deps) {
  async function of(users: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
    const defaults = defaultPreferences(await zone());
    const chosen = users.length > 0 ? await store.of(users) : new Map<string, unknown>();
    return new Map(users.map((user) => [user, filled(chosen.get(user), defaults)]));
  }

  const preferences = {
    of,

    async one(user: string): Promise<Preferences> {
      return (await of([user])).get(user) ?? defaultPreferences(await zone());
    },

    async view(user: string): Promise<PreferencesView> {
      const chosen = await preferences.one(user);
      const [reader] = await readers.of(user);
      return {
        ...chosen,
        email: reader?.email ?? '',
        sender: await sender(),
        nextDigest: nextDigest(now(), chosen),
      };
    },

    async save(user: string, body: unknown): Promise<Result<PreferencesView>> {
      const parsed = preferencesSchema.safeParse(body);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      await store.set(user, parsed.data);
      return ok(await preferences.view(user));
    },
  };
  return preferences;
}

/** What was chosen, with defaults for topics that are newer than the choice. */
function filled(stored: unknown, defaults: Preferences): Preferences {
  if (typeof stored !== 'object' || stored === null) return defaults;
  const known: Partial<Preferences> = stored;
  const parsed = preferencesSchema.safeParse({
    ...defaults,
    ...known,
    ways: { ...defaults.ways, ...known.ways },
  });
  return parsed.success ? parsed.data : defaults;
}
