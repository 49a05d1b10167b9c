import type { ContentModel } from '../../src/content/schema';
import {
  defaultSettings,
  settingsRequest,
  settingsSchema,
  type Settings,
} from '../../src/governance/settings';
import { settingsProblem } from '../../src/governance/settings-check';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { OptionsStore } from '../stores/options';
import type { Audit } from './audit';
import { cached } from './cached';
import type { Transaction } from './transaction';

const settingsOption = 'settings';
const secretOption = 'site-hook-secret';

export interface SettingsDeps {
  readonly options: OptionsStore;
  readonly models: () => readonly ContentModel[];
  readonly audit: Audit;
  readonly transaction: Transaction;
  /** Null where Strapi has no encryption key. */
  readonly encrypt: (text: string) => string | null;
  readonly decrypt: (text: string) => string | null;
  readonly now: () => number;
}

export type SettingsService = ReturnType<typeof settingsService>;

/** The settings page. Read from memory, at most a second behind what another instance saved. */
export function settingsService(deps: SettingsDeps) {
  const { options, models, audit, transaction, encrypt, decrypt, now } = deps;
  const held = cached(async () => {
    const settings = filled(await options.get(settingsOption));
    return { settings, governed: new Set(settings.governed) };
  }, now);

  return {
    get: async (): Promise<Settings> => (await held.get()).settings,

    isGoverned: async (uid: string): Promise<boolean> => (await held.get()).governed.has(uid),

    /** Signs what is sent to the site's hook; null where none is set. Never leaves the server. */
    async hookSecret(): Promise<string | null> {
      const stored = await options.get(secretOption);
      return typeof stored === 'string' ? decrypt(stored) : null;
    },

    /** Saves the whole page or nothing; `next` is what the request brought. */
    async save(next: unknown, actor: Actor): Promise<Result<Settings>> {
      const parsed = settingsRequest.safeParse(next);
      if (!parsed.success) return fail(invalidRequest(parsed.error));
      const { sites, ...rest } = parsed.data;
      const problem = settingsProblem(parsed.data, models());
      if (problem) return fail(problem);
      const { settings: before } = await held.get();
      const saved = await transaction(async () => {
        const secret = await keptSecret(sites.hook);
        if (!secret.ok) return secret;
        const hook = sites.hook && { url: sites.hook.url, secretSet: secret.value };
        const after: Settings = { ...rest, sites: { ...sites, hook } };
        await options.set(settingsOption, after);
        const newSecret = Boolean(sites.hook?.secret);
        await audit.record({ kind: 'settings.save', actor, details: { before, after, newSecret } });
        return ok(after);
      });
      held.forget();
      return saved;
    },
  };

  /** Whether a secret is set afterwards. */
  async function keptSecret(hook: { readonly secret?: string | undefined } | null): Promise<Result<boolean>> {
    if (hook === null || hook.secret === '') {
      await options.remove(secretOption);
      return ok(false);
    }
    if (hook.secret === undefined) return ok(typeof (await options.get(secretOption)) === 'string');
    const sealed = encrypt(hook.secret);
    if (sealed === null)
      return fail({
        code: 'settings.no-encryption-key',
        message:
          'The secret was not saved, because Strapi has no key to encrypt it. Set admin.secrets.encryptionKey in config/admin.',
        path: 'sites.hook.secret',
      });
    await options.set(secretOption, sealed);
    return ok(true);
  }
}

/**
 * What is stored, with defaults where an older version did not know a setting. Throws where it is broken: to go on
 * without would let everything through the gate.
 */
function filled(stored: unknown): Settings {
  if (stored === null || stored === undefined) return defaultSettings;
  const known = stored as Partial<Settings>;
  return settingsSchema.parse({
    ...defaultSettings,
    ...known,
    sites: { ...defaultSettings.sites, ...known.sites },
  });
}
