import {
  appInput,
  appNames,
  appShapes,
  kindsOfApp,
  needsAppSecret,
  type AppName,
  type AppView,
  type ConnectApps,
  type MetaApp,
} from '../../src/channels/connect/apps';
import type { Actor } from '../../src/shared/actor';
import { invalidRequest } from '../../src/shared/issues';
import { fail, ok, type Result } from '../../src/shared/result';
import type { ConnectAppsStore } from '../stores/connect-apps';
import type { Audit } from './audit';
import { cached } from './cached';
import { noKey } from './channel-refusals';
import type { SecretBox } from './secret-box';
import type { Transaction } from './transaction';

interface Deps {
  /** Those in the configuration: they hold. */
  readonly config: ConnectApps;
  readonly store: Pick<ConnectAppsStore, 'several' | 'save' | 'remove'>;
  readonly secrets: SecretBox;
  readonly now: () => number;
}

interface Ways {
  readonly audit: Pick<Audit, 'record'>;
  readonly transaction: Transaction;
  /** The public address that networks send people back to, without the kind at its end. */
  readonly returnBase: () => Promise<string>;
}

/** An app that was entered; `null`: what is stored cannot be read. */
type Entered = ReadonlyMap<AppName, ConnectApps[AppName] | null>;

export type KnownApps = ReturnType<typeof knownApps>;

const keptAs = (name: AppName): string => `own ${name}`;

/** Apps of the business: those in the configuration, and of the others what people entered. */
export function knownApps({ config, store, secrets, now }: Deps) {
  let entered: Entered = new Map();
  const held = cached(async () => {
    const rows = await store.several(appNames.map(keptAs));
    entered = new Map(
      appNames.flatMap((name) => {
        const sealed = rows.get(keptAs(name));
        if (sealed === undefined) return [];
        const known = appShapes[name].safeParse(secrets.open(sealed));
        return [[name, known.success ? known.data : null] as const];
      }),
    );
    return entered;
  }, now);

  return {
    /** As it was read last; undefined: there is none that can be used. */
    of: <Name extends AppName>(name: Name): ConnectApps[Name] =>
      config[name] ?? ((entered.get(name) ?? undefined) as ConnectApps[Name]),

    /** Reads them again where that was a second ago: another instance may have changed them. */
    read: (): Promise<Entered> => held.get(),

    /** What people see of them and change. */
    desk({ audit, transaction, returnBase }: Ways) {
      async function view(name: AppName): Promise<AppView> {
        const base = await returnBase();
        const stored = (await held.get()).get(name);
        const app = config[name] ?? stored;
        return {
          name,
          from: config[name] ? 'config' : stored === undefined ? null : 'admin',
          clientId: app?.clientId ?? '',
          hasSecret: Boolean(app?.clientSecret),
          alsoScopes: [...((app as Partial<MetaApp> | null | undefined)?.alsoScopes ?? [])],
          isUnreadable: !config[name] && stored === null,
          returns: kindsOfApp(name).map((kind) => ({ kind, address: `${base}/${kind}` })),
        };
      }

      /** The app that may be changed here. */
      function changeable(given: string): Result<AppName> {
        const name = appNames.find((one) => one === given);
        if (!name) return fail(unknownApp);
        return config[name] ? fail(appFixed(name)) : ok(name);
      }

      return {
        list: (): Promise<AppView[]> => Promise.all(appNames.map(view)),

        async put(given: string, body: unknown, actor: Actor): Promise<Result<AppView>> {
          const found = changeable(given);
          if (!found.ok) return found;
          const name = found.value;
          const input = appInput.safeParse(body);
          if (!input.success) return fail(invalidRequest(input.error));
          held.forget();
          const before = (await held.get()).get(name) ?? null;
          const { clientId, alsoScopes, clientSecret = before?.clientSecret ?? null } = input.data;
          if (clientSecret === null && needsAppSecret(name)) return fail(appSecretMissing);
          const next = appShapes[name].safeParse({
            clientId,
            ...(clientSecret === null ? {} : { clientSecret }),
            ...(alsoScopes === undefined ? {} : { alsoScopes }),
          });
          if (!next.success) return fail(invalidRequest(next.error));
          const sealed = secrets.seal(next.data);
          if (sealed === null) return fail({ ...noKey, path: 'clientSecret' });
          const newSecret = clientSecret !== (before?.clientSecret ?? null);
          await transaction(async () => {
            await store.save(keptAs(name), sealed);
            await audit.record({
              kind: 'connect-app.save',
              actor,
              details: { app: name, clientId, newSecret },
            });
          });
          held.forget();
          return ok(await view(name));
        },

        async remove(given: string, actor: Actor): Promise<Result<AppView>> {
          const found = changeable(given);
          if (!found.ok) return found;
          const name = found.value;
          await transaction(async () => {
            await store.remove(keptAs(name));
            await audit.record({ kind: 'connect-app.remove', actor, details: { app: name } });
          });
          held.forget();
          return ok(await view(name));
        },
      };
    },
  };
}

const unknownApp = {
  code: 'connect.app-unknown',
  message: 'Presence knows no app of that name. Reload the page.',
} as const;

const appFixed = (name: AppName) =>
  ({
    code: 'connect.app-fixed',
    message: `This app is in the configuration of Presence, under connect.${name} in config/plugins, and is changed there alone.`,
  }) as const;

const appSecretMissing = {
  code: 'connect.app-secret-missing',
  message: 'Enter the secret of the app: the network shows it beside its id.',
  path: 'clientSecret',
} as const;
