import { z } from 'zod';
import { channelKind, copySchema } from '../../src/channels/schema';
import { derivedBase } from '../../src/publishing/campaign/derived';
import { catchUpPolicy, publicationState } from '../../src/publishing/schema';
import { jsonText, maybe } from './columns';
import type { Table } from './table';

export const publicationsUid = 'presence::publication';

/** One row a copy and channel. `waitsFor` and `leaseToken` are empty strings, not null, so that an index finds them on every database. */
export const publicationsTable: Table = {
  uid: publicationsUid,
  singularName: 'publication',
  tableName: 'presence_publications',
  attributes: {
    id: { type: 'increments' },
    key: { type: 'string', column: { unique: true } },
    campaign: { type: 'string' },
    channel: { type: 'string' },
    kind: { type: 'string' },
    entry: { type: 'string' },
    // The entry in all its languages: what a change of a document is looked up by.
    document: { type: 'string' },
    entrySeal: { type: 'string' },
    copy: { type: 'text' },
    copySeal: { type: 'string' },
    // What the copy was derived as, as JSON, and the seal of that copy; null in rows from before it was kept.
    derived: { type: 'text' },
    derivedSeal: { type: 'string' },
    links: { type: 'text' },
    editedBy: { type: 'string' },
    catchUp: { type: 'string' },
    dueAt: { type: 'biginteger' },
    localTime: { type: 'string' },
    zone: { type: 'string' },
    state: { type: 'string' },
    nextAt: { type: 'biginteger' },
    waitsFor: { type: 'string' },
    // Minutes after the website is live; null where its own time decides.
    afterMinutes: { type: 'integer' },
    // Keys of publications of earlier runs that said the same, as JSON; null for what is no run of a repeat.
    repeats: { type: 'text' },
    attempts: { type: 'integer' },
    failures: { type: 'integer' },
    armedAt: { type: 'biginteger' },
    leaseToken: { type: 'string' },
    leaseUntil: { type: 'biginteger' },
    remoteId: { type: 'text' },
    remoteUrl: { type: 'text' },
    // SHA-256 of what was sent; null where nothing was, and in rows from before it was kept.
    sentHash: { type: 'string' },
    errorCode: { type: 'string' },
    errorMessage: { type: 'text' },
    deliveredAt: { type: 'biginteger' },
    createdAt: { type: 'biginteger' },
  },
  indexes: [
    { name: 'presence_publications_channel_once', columns: ['campaign', 'channel'], type: 'unique' },
    { name: 'presence_publications_due', columns: ['state', 'waits_for', 'next_at'] },
    { name: 'presence_publications_entry', columns: ['entry'] },
    { name: 'presence_publications_document', columns: ['document'] },
    { name: 'presence_publications_channel', columns: ['channel', 'state'] },
    { name: 'presence_publications_channel_due', columns: ['channel', 'due_at'] },
    { name: 'presence_publications_waits', columns: ['waits_for'] },
    { name: 'presence_publications_lease', columns: ['lease_token'] },
    { name: 'presence_publications_calendar', columns: ['due_at'] },
  ],
};

// Drivers hand big integers back as strings.
const moment = z.preprocess(
  (value) => (value === null || value === undefined ? null : Number(value)),
  z.number().nullable(),
);

export const publicationRow = z.object({
  id: z.coerce.number(),
  key: z.string(),
  campaign: z.string(),
  channel: z.string(),
  kind: channelKind,
  entry: z.string(),
  entrySeal: z.string(),
  copy: jsonText(copySchema),
  copySeal: z.string(),
  /** What was derived when the copy was made, or when somebody last kept theirs beside it. */
  derived: maybe(jsonText(derivedBase)),
  /** Seal of that copy: what two people who decide at once are told apart by. */
  derivedSeal: maybe(z.string()),
  /** Address → its tracked form, kept so that every try says the same. */
  links: jsonText(z.record(z.string(), z.string())),
  editedBy: z.string().nullable(),
  catchUp: catchUpPolicy,
  dueAt: moment,
  localTime: z.string(),
  zone: z.string(),
  state: publicationState,
  nextAt: moment,
  waitsFor: z.string(),
  afterMinutes: moment,
  /** An approval of one of these covers this one too, while it says the same. */
  repeats: z.union([z.null(), z.undefined(), jsonText(z.array(z.string()))]).transform((keys) => keys ?? []),
  attempts: z.coerce.number(),
  failures: z.coerce.number(),
  armedAt: moment,
  leaseToken: z.string(),
  leaseUntil: moment,
  remoteId: z.string().nullable(),
  remoteUrl: z.string().nullable(),
  sentHash: z.string().nullable(),
  errorCode: z.string(),
  errorMessage: z.string(),
  deliveredAt: moment,
  createdAt: z.coerce.number(),
});
export type PublicationRow = z.output<typeof publicationRow>;
