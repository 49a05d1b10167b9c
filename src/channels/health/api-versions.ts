import type { channelKinds } from '../rules/kinds';

type Kind = (typeof channelKinds)[number];

/** The version of each network's API that Presence speaks where the channel names none. Kinds without one have no versions. */
export const spoken = {
  facebook: 'v25.0',
  instagram: 'v25.0',
  threads: 'v1.0',
  linkedin: '202607',
  'google-business': 'v4',
  pinterest: 'v5',
  x: '2',
} as const satisfies Partial<Record<Kind, string>>;

/** Until when a network says that its versions run, and where, as it stood there on a day. */
interface Published {
  readonly source: string;
  readonly asOf: string;
  /** The first moment at which each may be switched off, in milliseconds since 1970; versions without a day are left out. */
  readonly endsAt: Readonly<Record<string, number>>;
}

const graph: Published = {
  source: 'developers.facebook.com/docs/graph-api/changelog/versions',
  asOf: '2026-11-04',
  endsAt: {
    'v18.0': Date.UTC(2026, 0, 26),
    'v19.0': Date.UTC(2026, 4, 21),
    'v20.0': Date.UTC(2026, 8, 24),
    'v21.0': Date.UTC(2027, 0, 21),
    'v22.0': Date.UTC(2027, 4, 20),
    'v23.0': Date.UTC(2027, 9, 8),
    'v24.0': Date.UTC(2028, 1, 18),
    'v25.0': Date.UTC(2028, 6, 29),
  },
};

export const published: Readonly<Record<keyof typeof spoken, Published>> = {
  facebook: graph,
  instagram: graph,
  threads: { source: 'developers.facebook.com/docs/threads/changelog', asOf: '2026-11-04', endsAt: {} },
  // Each is supported for twelve months at least: the first day of the month in which these are over.
  linkedin: {
    source: 'learn.microsoft.com/linkedin/marketing/versioning',
    asOf: '2026-08-13',
    endsAt: { '202607': Date.UTC(2027, 6, 1) },
  },
  'google-business': {
    source: 'developers.google.com/my-business/content/sunset-dates',
    asOf: '2026-11-04',
    endsAt: {},
  },
  pinterest: { source: 'developers.pinterest.com/docs/api/v5', asOf: '2026-11-04', endsAt: {} },
  x: { source: 'docs.x.com/x-api', asOf: '2026-08-22', endsAt: {} },
};
