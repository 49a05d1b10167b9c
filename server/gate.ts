import type { Core, Modules } from '@strapi/strapi';
import type { Blocker } from '../src/governance/schema';
import type { EntryKey } from '../src/shared/entry-key';
import { actorOf, may } from './actor';
import { orThrow, strapiErrorOf } from './errors';
import type { LoadedEntry } from './services/entries';
import type { Version } from './stores/entries';
import { undoable } from './stores/undoable';
import type { Presence } from './presence';
import { wired } from './wire';

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
  const { uid, action, params } = context;
  if (!presence.entries.model(uid)?.draftAndPublish) return passSave(strapi, presence, context, next);
  const { passing } = presence;
  const actor = actorOf(strapi);
  const isEdit = action === 'create' || action === 'update' || action === 'discardDraft';
  const before = await passing.before(uid, documentIdOf(params), isEdit);
  const result = await next();
  const documentId = writtenBy(context, result);
  if (action !== 'publish') orThrow(await passing.edited(uid, documentId, before, actor));
  const refused = await passing.published(uid, documentId, before, actor);
  if (refused) throw blocked(refused.entry, refused.blockers);
  return result;
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
  const documentId = writtenBy(context, result);
  for (const { locale } of await presence.entries.versions(context.uid, documentId)) {
    const saved = await presence.entries.load({ uid: context.uid, documentId, locale }, 'published');
    const blockers = saved ? await presence.passing.saved(saved, actor) : [];
    if (saved && blockers.length > 0) throw blocked(saved, blockers);
  }
  return result;
}

/** Taking something off the site is written down; where the workflow guards it, not everybody may. */
async function passEnd(
  strapi: Core.Strapi,
  presence: Presence,
  context: Context,
  next: Next,
): Promise<Outcome> {
  const { uid, action, params } = context;
  const documentId = documentIdOf(params);
  const versions = async () => (documentId ? presence.entries.versions(uid, documentId) : []);
  const actor = actorOf(strapi);
  const before = await versions();
  const locked = action === 'delete' ? await lockedAmong(presence, uid, documentId, before) : false;
  const result = await next();
  const left = new Set((await versions()).map(({ id }) => id));
  const gone = before.filter(({ id }) => !left.has(id));
  if (locked && gone.some(({ published }) => !published)) throw strapiErrorOf(deleteLocked);
  for (const { locale } of gone.filter(({ published }) => published))
    if (!(await mayEnd(strapi, presence, uid, locale))) throw strapiErrorOf(endNotAllowed);
  const kind = action === 'delete' ? 'delete' : 'unpublish';
  for (const locale of new Set(gone.map((version) => version.locale)))
    await presence.passing.ended(keyOf(uid, documentId, locale), kind, actor);
  return result;
}

/** The scheduler ends only what a person gave an end to. */
async function mayEnd(
  strapi: Core.Strapi,
  { passing }: Presence,
  uid: string,
  locale: string | null,
): Promise<boolean> {
  const { kind } = actorOf(strapi);
  if (kind === 'scheduler' || !(await passing.isGuarded(uid, locale))) return true;
  return kind === 'user' && may(strapi.requestContext.get()?.state)('plugin::presence.publish.unpublish');
}

async function lockedAmong(
  { passing }: Presence,
  uid: string,
  documentId: string | null,
  versions: readonly Version[],
): Promise<boolean> {
  for (const { locale } of versions.filter(({ published }) => !published))
    if ((await passing.lockOf(keyOf(uid, documentId, locale))) === 'entry') return true;
  return false;
}

/** Which document a write was about: a clone and a new one are named only by the answer. */
function writtenBy({ uid, action, params }: Context, result: Outcome): string {
  const documentId =
    action === 'clone' ? documentIdOf(result) : (documentIdOf(params) ?? documentIdOf(result));
  return keyOf(uid, documentId, null).documentId;
}

function documentIdOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('documentId' in value)) return null;
  return typeof value.documentId === 'string' ? value.documentId : null;
}

function keyOf(uid: string, documentId: string | null, locale: string | null): EntryKey {
  if (documentId === null) throw new Error(`Strapi saved an entry of ${uid} and did not say which.`);
  return { uid, documentId, locale };
}

const blocked = ({ key, content }: LoadedEntry, blockers: readonly Blocker[]): Error =>
  strapiErrorOf({
    code: 'gate.blocked',
    message: `“${content.roles.title ?? key.documentId}”${key.locale ? ` (${key.locale})` : ''} cannot be published yet. ${blockers.map(({ message }) => message).join(' ')}`,
    details: { entry: key, blockers },
  });

const endNotAllowed = {
  code: 'gate.unpublish-guarded',
  message:
    'The workflow of this entry guards what is published: taking it off the site needs a permission of its own. Ask somebody who has it.',
} as const;

const deleteLocked = {
  code: 'review.locked',
  message:
    'This entry is approved and locked, so it cannot be deleted. Unlock it in the Presence panel first; that ends the approval and is written down.',
} as const;

const saveNotAllowed = {
  code: 'gate.not-allowed',
  message:
    'Saving an entry of this type publishes it at once, so only people who may approve can save it. Ask one of them, or turn on Draft & Publish for the type.',
} as const;
