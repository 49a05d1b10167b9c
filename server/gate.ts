import type { Core, Modules, UID } from '@strapi/strapi';
import { entryIdOf, type EntryKey } from '../src/shared/entry-key';
import { actorOf, may } from './actor';
import { strapiErrorOf } from './errors';
import type { Version } from './stores/entries';
import { undoable } from './stores/undoable';
import { wired, type Presence } from './wire';

type Middleware = Modules.Documents.Middleware.Middleware;
type Context = Parameters<Middleware>[0];
type Next = Parameters<Middleware>[1];
type Outcome = Awaited<ReturnType<Next>>;

/** Actions that change what an entry says or what the world sees of it; all others pass without a look. */
const writes = new Set(['create', 'update', 'clone', 'publish', 'discardDraft']);
const ends = new Set(['unpublish', 'delete']);

/**
 * The one point that every way to publish passes: REST, Content Manager, bulk, releases, MCP, scheduler, other plugins.
 *
 * It does not trust the parameters of a call to tell what will be published: inside a transaction it lets Strapi do the
 * work, looks which rows are published now that were not before, and judges what they say. A veto undoes all of it.
 */
export function gate(strapi: Core.Strapi): Middleware {
  const undo = (work: () => Promise<Outcome>) => undoable(strapi.db)(work);
  return async (context, next) => {
    const { action, uid } = context;
    const isWrite = writes.has(action);
    if ((!isWrite && !ends.has(action)) || !uid.startsWith('api::')) return next();
    const presence = wired(strapi);
    if (!(await presence.settings.isGoverned(uid))) return next();
    const pass = isWrite ? passWrite : passEnd;
    return undo(() => pass(strapi, presence, context, next));
  };
}

async function passWrite(
  strapi: Core.Strapi,
  presence: Presence,
  context: Context,
  next: Next,
): Promise<Outcome> {
  const model = presence.entries.model(context.uid);
  if (!model?.draftAndPublish) return passSave(strapi, presence, context, next);
  const before = await versionsOf(presence, context.uid, documentIdOf(context.params));
  if (context.action !== 'publish' && context.action !== 'clone') await begin(presence, context, before);
  const result = await next();
  const documentId =
    context.action === 'clone'
      ? documentIdOf(result)
      : (documentIdOf(context.params) ?? documentIdOf(result));
  const after = await versionsOf(presence, context.uid, documentId);
  const actor = actorOf(strapi);
  if (context.action !== 'publish')
    for (const { locale } of after.filter(({ published }) => !published)) {
      const draft = await presence.entries.load(keyOf(context.uid, documentId, locale), 'draft');
      if (draft) await presence.edits.record(draft, actor);
    }
  const known = new Set(before.map(({ id }) => id));
  for (const version of after.filter(({ id, published }) => published && !known.has(id)))
    await judge(strapi, presence, keyOf(context.uid, documentId, version.locale));
  return result;
}

/** Of entries that are older than the rule, what they say now is what edits are measured by. */
async function begin(
  presence: Presence,
  { uid, params }: Context,
  before: readonly Version[],
): Promise<void> {
  for (const { locale } of before.filter(({ published }) => !published)) {
    const key = keyOf(uid, documentIdOf(params), locale);
    const draft = (await presence.edits.isUnknown(key)) ? await presence.entries.load(key, 'draft') : null;
    if (draft) await presence.edits.begin(draft);
  }
}

/** Throws, and so undoes the publishing, unless exactly this content was approved. */
async function judge(strapi: Core.Strapi, presence: Presence, key: EntryKey): Promise<void> {
  const published = await presence.entries.load(key, 'published');
  if (!published) throw new Error(`${entryIdOf(key)} was published and cannot be read.`);
  const { blockers, emergency } = await presence.reviews.blockersOfPublished(published);
  if (blockers.length > 0) throw blocked(published.content.roles.title, key, blockers);
  await presence.audit.record({
    kind: emergency ? 'publish.emergency' : 'publish',
    actor: actorOf(strapi),
    entry: entryIdOf(key),
    seal: published.seal,
  });
}

/** A type without drafts: saving is publishing, so only who may approve saves, and the brand's errors stop it. */
async function passSave(
  strapi: Core.Strapi,
  presence: Presence,
  context: Context,
  next: Next,
): Promise<Outcome> {
  const actor = actorOf(strapi);
  const state = strapi.requestContext.get()?.state;
  if (actor.kind !== 'user' || !may(state)('plugin::presence.review.approve'))
    throw strapiErrorOf(saveNotAllowed);
  const result = await next();
  const documentId =
    context.action === 'clone'
      ? documentIdOf(result)
      : (documentIdOf(context.params) ?? documentIdOf(result));
  for (const { locale } of await versionsOf(presence, context.uid, documentId)) {
    const key = keyOf(context.uid, documentId, locale);
    const saved = await presence.entries.load(key, 'published');
    if (!saved) continue;
    const blockers = await presence.reviews.brandBlockers(saved);
    if (blockers.length > 0) throw blocked(saved.content.roles.title, key, blockers);
    const isNew = await presence.edits.record(saved, actor);
    if (isNew)
      await presence.audit.record({ kind: 'publish', actor, entry: entryIdOf(key), seal: saved.seal });
  }
  return result;
}

/** Taking something off the site needs no approval; it is written down. */
async function passEnd(
  strapi: Core.Strapi,
  presence: Presence,
  context: Context,
  next: Next,
): Promise<Outcome> {
  const documentId = documentIdOf(context.params);
  const before = await versionsOf(presence, context.uid, documentId);
  const result = await next();
  const left = new Set((await versionsOf(presence, context.uid, documentId)).map(({ id }) => id));
  const gone = before.filter(({ id }) => !left.has(id));
  const kind = context.action === 'delete' ? 'delete' : 'unpublish';
  for (const locale of new Set(gone.map((version) => version.locale)))
    await presence.audit.record({
      kind,
      actor: actorOf(strapi),
      entry: entryIdOf(keyOf(context.uid, documentId, locale)),
    });
  return result;
}

const versionsOf = async (
  presence: Presence,
  uid: UID.ContentType,
  documentId: string | null,
): Promise<Version[]> => (documentId === null ? [] : presence.entries.versions(uid, documentId));

function documentIdOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return null;
  return typeof value.documentId === 'string' ? value.documentId : null;
}

function keyOf(uid: string, documentId: string | null, locale: string | null): EntryKey {
  if (documentId === null) throw new Error(`Strapi saved an entry of ${uid} and did not say which.`);
  return { uid, documentId, locale };
}

const blocked = (
  title: string | null,
  { locale, ...key }: EntryKey,
  blockers: readonly { readonly message: string }[],
): Error =>
  strapiErrorOf({
    code: 'gate.blocked',
    message: `“${title ?? key.documentId}”${locale ? ` (${locale})` : ''} cannot be published yet. ${blockers.map(({ message }) => message).join(' ')}`,
    details: { entry: { ...key, locale }, blockers },
  });

const saveNotAllowed = {
  code: 'gate.not-allowed',
  message:
    'Saving an entry of this type publishes it at once, so only people who may approve can save it. Ask one of them, or turn on Draft & Publish for the type.',
} as const;
