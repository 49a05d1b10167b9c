import { z } from 'zod';
import type { ChannelKind } from '../schema';
import {
  facebookScopes,
  instagramByFacebookScopes,
  instagramScopes,
  threadsScopes,
  type MetaScopes,
} from './meta/scopes';
import type { ConnectClient, ScopePurpose } from './oauth/network';

const text = z.string().trim().min(1).max(1_000);

/** An app that the business registered at a network, by which channels are connected there. */
const app = z.strictObject({ clientId: text, clientSecret: text });
/** One that may have no secret: X calls it a public client. */
const publicApp = app.partial({ clientSecret: true });

/** One of Meta, which asks people for more only where the app was given more. */
const metaApp = <Scope extends string>(also: Readonly<Record<Scope, unknown>>) =>
  app.extend({
    /** Rights that the app has beside those that posting needs: for figures, comments and taking back. A channel asks for them too. */
    alsoScopes: z.array(z.enum(Object.keys(also) as [Scope, ...Scope[]])).default([]),
  });

const facebookAlso = { ...facebookScopes.also, ...instagramByFacebookScopes.also };

/** What each app is, by its name: in the configuration, and as a person enters it. */
export const appShapes = {
  linkedin: app,
  'google-business': app,
  pinterest: app,
  x: publicApp,
  /** Of Facebook: for Pages, and for Instagram by the log-in of Facebook. */
  facebook: metaApp(facebookAlso),
  /** Of Instagram's own log-in, whose id and secret are others than those of Facebook. */
  instagram: metaApp(instagramScopes.also),
  threads: metaApp(threadsScopes.also),
} as const;

export type AppName = keyof typeof appShapes;
export const appNames = Object.keys(appShapes) as AppName[];
export type ConnectApps = { readonly [Name in AppName]?: z.output<(typeof appShapes)[Name]> | undefined };
export type ConnectApp = z.output<typeof app>;
export type PublicApp = z.output<typeof publicApp>;
export type MetaApp = ConnectApp & { readonly alsoScopes: readonly string[] };

/** Rights that an app may have beside those that posting needs, and what each is for. */
const alsoByApp: Readonly<Partial<Record<AppName, MetaScopes['also']>>> = {
  facebook: facebookAlso,
  instagram: instagramScopes.also,
  threads: threadsScopes.also,
};

export const alsoOfApp = (name: AppName): [right: string, purpose: ScopePurpose][] =>
  Object.entries(alsoByApp[name] ?? {});

/** Whether an app has to have a secret. */
export const needsAppSecret = (name: AppName): boolean => name !== 'x';

export const clientOf = (known: PublicApp): ConnectClient => ({
  id: known.clientId,
  secret: known.clientSecret ?? '',
});

const byFacebook = z.object({ login: z.literal('facebook') });

/** The app by which a channel is connected; null where no app of the business is needed for it. */
export function appNameFor(kind: ChannelKind, settings: unknown): AppName | null {
  if (kind === 'instagram' && byFacebook.safeParse(settings).success) return 'facebook';
  return appNames.find((name) => name === kind) ?? null;
}

/** Kinds of channels that an app connects, and that their network therefore sends people back for. */
export const kindsOfApp = (name: AppName): readonly AppName[] =>
  name === 'facebook' ? ['facebook', 'instagram'] : [name];

/** An app as a person enters it. A secret that is left out stays as it is; null: the app has none. */
export const appInput = z.strictObject({
  clientId: text,
  clientSecret: text.nullable().optional(),
  alsoScopes: z.array(z.string()).optional(),
});
export type AppInput = z.input<typeof appInput>;

/** An app as people see it: its secret never comes out again. */
export const appView = z.object({
  name: z.enum(appNames),
  /** Where it is entered; one in the configuration holds, and is changed there alone. Null: there is none. */
  from: z.enum(['config', 'admin']).nullable(),
  /** Empty where there is none. */
  clientId: z.string(),
  hasSecret: z.boolean(),
  alsoScopes: z.array(z.string()),
  /** What was entered cannot be read: it was encrypted by another key. */
  isUnreadable: z.boolean(),
  /** Addresses that the network has to know before it sends anybody back, each with the channels that need it. */
  returns: z.array(z.object({ kind: z.enum(appNames), address: z.url() })),
});
export type AppView = z.output<typeof appView>;
