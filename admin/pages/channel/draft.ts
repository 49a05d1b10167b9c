import type { OwnTypeView } from '../../../src/channels/own/type';
import type { CopyTemplate } from '../../../src/channels/templates/schema';
import type { BuiltInKind, ChannelInput, ChannelKind, ChannelView } from '../../../src/channels/schema';

/** A channel while it is being edited; `secretText` empty keeps what is stored. */
export type ChannelDraft = {
  readonly [K in ChannelKind]: {
    readonly kind: K;
    readonly name: string;
    readonly settings: Extract<ChannelInput, { kind: K }>['settings'];
    readonly secretText: string;
    /** Where it is made of several: each by its name. */
    readonly secretParts: Readonly<Record<string, string>>;
    /** Remove the stored secret. */
    readonly isSecretRemoved: boolean;
    /** Publications stay on the practice network. */
    readonly practice: boolean;
    /** How its copies are written; null: as the kind has it. */
    readonly template: CopyTemplate | null;
  } & (K extends 'own' ? OfType : object);
}[ChannelKind];

/** Of a channel of an app: what its type says; null where it is not registered any more. */
interface OfType {
  readonly own: OwnTypeView | null;
}

const blank = { secretText: '', secretParts: {}, isSecretRemoved: false, practice: false, template: null };

/** A new channel of a type that an app brings. */
export const newOwnDraft = (own: OwnTypeView): ChannelDraft => ({
  ...{ ...blank, kind: 'own', name: '', own },
  settings: {
    type: own.type,
    values: saidNo(own),
  },
});

/** A switch that nobody touched says no. */
const saidNo = ({ settings }: OwnTypeView) =>
  Object.fromEntries(settings.filter(({ kind }) => kind === 'yes-no').map(({ name }) => [name, false]));

/** What a new channel of a kind starts with. */
export function newDraft(kind: BuiltInKind): ChannelDraft {
  switch (kind) {
    case 'website':
      return { ...blank, kind, name: '', settings: { waitForPage: true } };
    case 'bluesky':
      return {
        ...blank,
        kind,
        name: '',
        settings: {
          service: 'https://bsky.social',
          identifier: '',
          postUrl: 'https://bsky.app/profile/{did}/post/{rkey}',
          countsFrom: 'appview',
          appViewUrl: 'https://public.api.bsky.app',
        },
      };
    case 'mastodon':
      return {
        ...blank,
        kind,
        name: '',
        settings: { instance: 'https://mastodon.social', visibility: 'public' },
      };
    case 'facebook':
      return {
        ...blank,
        kind,
        name: '',
        settings: { pageId: '', version: 'v25.0', server: 'https://graph.facebook.com' },
      };
    case 'instagram':
      return {
        ...blank,
        kind,
        name: '',
        settings: { userId: '', login: 'instagram', version: 'v25.0' },
      };
    case 'x':
      return { ...blank, kind, name: '', settings: { server: 'https://api.x.com' } };
    case 'threads':
      return {
        ...blank,
        kind,
        name: '',
        settings: { userId: '', version: 'v1.0', server: 'https://graph.threads.net' },
      };
    case 'linkedin':
      return {
        ...blank,
        kind,
        name: '',
        settings: { as: 'organization', author: null, server: 'https://api.linkedin.com' },
      };
    case 'google-business':
      return {
        ...blank,
        kind,
        name: '',
        settings: { location: null, button: 'LEARN_MORE', server: 'https://mybusiness.googleapis.com' },
      };
    case 'pinterest':
      return {
        ...blank,
        kind,
        name: '',
        settings: { board: null, server: 'https://api.pinterest.com' },
      };
    case 'discord':
    case 'slack':
      return { ...blank, kind, name: '', settings: {} };
    case 'telegram':
      return {
        ...blank,
        kind,
        name: '',
        settings: { chatId: '', server: 'https://api.telegram.org' },
      };
    case 'webhook':
      return { ...blank, kind, name: '', settings: { url: '' } };
    case 'email':
      return {
        ...blank,
        kind,
        name: '',
        settings: {
          fromName: '',
          fromEmail: '',
          replyTo: null,
          list: 'main',
          imprint: '',
          rate: 10,
          uncertain: 'hold',
          smtp: null,
        },
      };
    default:
      return kind satisfies never;
  }
}

export const draftOf = (channel: ChannelView): ChannelDraft =>
  ({
    ...blank,
    kind: channel.kind,
    name: channel.name,
    settings: channel.settings,
    practice: channel.practice,
    template: channel.template,
    ...(channel.kind === 'own' ? ofType(channel) : {}),
  }) as ChannelDraft;

/** A switch that came to the type since it was saved says no. */
const ofType = ({ own, settings }: Extract<ChannelView, { kind: 'own' }>) => ({
  own,
  settings: own ? { ...settings, values: { ...saidNo(own), ...settings.values } } : settings,
});

const secretNames = {
  bluesky: 'appPassword',
  mastodon: 'accessToken',
  facebook: 'accessToken',
  instagram: 'accessToken',
  threads: 'accessToken',
  linkedin: 'accessToken',
  'google-business': 'accessToken',
  pinterest: 'accessToken',
  discord: 'webhookUrl',
  slack: 'webhookUrl',
  telegram: 'botToken',
  webhook: 'signingSecret',
  email: 'password',
} as const;

/** What the secret of X is made of. */
export const xKeys = ['consumerKey', 'consumerSecret', 'accessToken', 'accessTokenSecret'] as const;

/** What is sent: without a new secret the stored one is left alone. */
export function inputOf({
  kind,
  name,
  settings,
  secretText,
  secretParts,
  isSecretRemoved,
  practice,
  template,
}: ChannelDraft): ChannelInput {
  const parts = Object.fromEntries(Object.entries(secretParts).filter(([, part]) => part !== ''));
  const written =
    kind === 'x' || kind === 'own'
      ? Object.keys(parts).length > 0 && (kind === 'x' ? secretParts : parts)
      : kind !== 'website' && secretText && { [secretNames[kind]]: secretText };
  const secret = written ? { secret: written } : isSecretRemoved ? { secret: null } : {};
  return {
    kind,
    name,
    settings,
    ...secret,
    ...(kind === 'website' ? {} : { practice, template }),
  } as ChannelInput;
}

/** A signing secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** A key by which search engines know the website, as IndexNow wants it: 32 hexadecimal digits. */
export function newIndexNow() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const key = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { key, endpoint: 'https://api.indexnow.org/indexnow' };
}

/** What the fields of each kind are given. */
export interface FieldsProps<D extends ChannelDraft> {
  readonly draft: D;
  readonly change: (draft: D) => void;
  /** The server's sentence about one field. */
  readonly errorAt: (path: string) => string | undefined;
}
