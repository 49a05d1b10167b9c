import type { ChannelInput, ChannelKind } from '../schema';

/** The settings of each kind that say where its secret is sent; none where that is no setting, or the secret is the address itself. */
const places: {
  readonly [K in ChannelKind]: readonly (keyof Extract<ChannelInput, { kind: K }>['settings'])[];
} = {
  website: [],
  bluesky: ['service'],
  mastodon: ['instance'],
  facebook: ['server'],
  instagram: ['server', 'login'],
  x: ['server'],
  threads: ['server'],
  linkedin: ['server'],
  'google-business': ['server'],
  pinterest: ['server'],
  discord: [],
  slack: [],
  telegram: ['server'],
  webhook: [],
  email: ['smtp'],
  own: ['type', 'values'],
};

/** Whether a secret that was entered for one channel's settings may go where those of the other lead. */
export function isSamePlace(one: ChannelInput, other: ChannelInput): boolean {
  return one.kind === other.kind && placeOf(one) === placeOf(other);
}

function placeOf({ kind, settings }: ChannelInput): string {
  const values: Readonly<Record<string, unknown>> = settings;
  return JSON.stringify(
    places[kind].map((name) =>
      name === 'smtp' ? mailServer(values[name]) : name === 'values' ? words(values[name]) : values[name],
    ),
  );
}

/** How many connections there are, and as whom, leads nowhere else. */
const mailServer = (smtp: unknown): unknown => {
  if (typeof smtp !== 'object' || smtp === null) return null;
  const { host, port, security, certificate } = smtp as Readonly<Record<string, unknown>>;
  return [host, port, security, certificate];
};

/** Of a channel of an app any text may be an address, or a part of one. */
const words = (values: unknown): unknown =>
  Object.entries(values ?? {})
    .filter(([, value]) => typeof value === 'string')
    .sort(([one], [other]) => (one < other ? -1 : 1));
