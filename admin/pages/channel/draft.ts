import type { ChannelInput, ChannelKind, ChannelView } from '../../../src/channels/schema';

/** A channel while it is being edited; `secretText` empty keeps what is stored. */
export type ChannelDraft = {
  readonly [K in ChannelKind]: {
    readonly kind: K;
    readonly name: string;
    readonly settings: Extract<ChannelInput, { kind: K }>['settings'];
    readonly secretText: string;
    /** Remove the stored secret. */
    readonly isSecretRemoved: boolean;
    /** Publications stay on the practice network. */
    readonly practice: boolean;
  };
}[ChannelKind];

const blank = { secretText: '', isSecretRemoved: false, practice: false };

/** What a new channel of a kind starts with. */
export function newDraft(kind: ChannelKind): ChannelDraft {
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
  }) as ChannelDraft;

const secretNames = {
  bluesky: 'appPassword',
  mastodon: 'accessToken',
  webhook: 'signingSecret',
  email: 'password',
} as const;

/** What is sent: without a new secret the stored one is left alone. */
export function inputOf({
  kind,
  name,
  settings,
  secretText,
  isSecretRemoved,
  practice,
}: ChannelDraft): ChannelInput {
  const secret =
    kind !== 'website' && secretText
      ? { secret: { [secretNames[kind]]: secretText } }
      : isSecretRemoved
        ? { secret: null }
        : {};
  return { kind, name, settings, ...secret, ...(kind === 'website' ? {} : { practice }) } as ChannelInput;
}

/** A signing secret as Standard Webhooks writes it: `whsec_` and 32 random bytes in base64. */
export function newSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

/** What the fields of each kind are given. */
export interface FieldsProps<D extends ChannelDraft> {
  readonly draft: D;
  readonly change: (draft: D) => void;
  /** The server's sentence about one field. */
  readonly errorAt: (path: string) => string | undefined;
}
