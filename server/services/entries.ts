import { readContent } from '../../src/content/read';
import { guessRoles } from '../../src/content/roles';
import { sealOf } from '../../src/content/seal';
import { snapshotOf } from '../../src/governance/difference/snapshot';
import type { EntrySnapshot } from '../../src/governance/difference/schema';
import { fieldDigests, type FieldDigests } from '../../src/governance/review/changed';
import type {
  Attribute,
  Attributes,
  Components,
  ContentModel,
  EntryContent,
  FieldRoles,
} from '../../src/content/schema';
import { pageUrlOf } from '../../src/governance/page-url';
import type { Person } from '../../src/governance/schema';
import type { Settings } from '../../src/governance/settings';
import type { Mentionable } from '../../src/shared/accounts';
import { entryIdOf, type EntryKey } from '../../src/shared/entry-key';
import type { EntriesStore, Status, StoredEntry } from '../stores/entries';

/** An entry with what it says and the seal of it. */
export interface LoadedEntry {
  readonly key: EntryKey;
  readonly model: ContentModel;
  readonly content: EntryContent;
  readonly seal: string;
  /** The seal of the same content as if it referred to nothing; made when asked for. */
  readonly base: () => string;
  /** What each field says, as digests; made when asked for. */
  readonly fields: () => FieldDigests;
  /** All that it says, as a person compares it; made when asked for. */
  readonly shown: () => EntrySnapshot;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** As Strapi recorded it; an edit through an API token leaves it as it was. */
  readonly updatedBy: Person | null;
  /** Where its page is on the site; null where no pattern is set or a part of it is missing. */
  readonly pageUrl: string | null;
  /** Who is named by their account where a copy of it names them. */
  readonly mentionable: readonly Mentionable[];
}

export interface EntriesDeps {
  readonly store: EntriesStore;
  readonly settings: () => Promise<Pick<Settings, 'roles' | 'sites'>>;
  readonly mentionable: (key: EntryKey) => Promise<readonly Mentionable[]>;
}

export type Entries = ReturnType<typeof entries>;

/** The entries of the app as Presence looks at them. */
export function entries({ store, settings, mentionable }: EntriesDeps) {
  const guesses = new Map<string, FieldRoles>();
  const guessed = (model: ContentModel): FieldRoles => {
    const roles = guesses.get(model.uid) ?? guessRoles(model, store.components());
    guesses.set(model.uid, roles);
    return roles;
  };

  // Made once a type: schemas never change in a process.
  const bare = new Map<string, ContentModel>();
  const bareModel = (model: ContentModel): ContentModel => {
    const made = bare.get(model.uid) ?? { ...model, attributes: withoutRelations(model.attributes) };
    bare.set(model.uid, made);
    return made;
  };
  let bared: Components | null = null;
  const bareComponents = (): Components =>
    (bared ??= Object.fromEntries(
      Object.entries(store.components()).map(([uid, { attributes }]) => [
        uid,
        { attributes: withoutRelations(attributes) },
      ]),
    ));

  const rolesOf = async (model: ContentModel): Promise<FieldRoles> =>
    ({ ...guessed(model), ...(await settings()).roles[model.uid] }) as FieldRoles;

  async function loadedOf(key: EntryKey, model: ContentModel, stored: StoredEntry): Promise<LoadedEntry> {
    const components = store.components();
    const { sites } = await settings();
    const content = readContent(model, components, stored.document, await rolesOf(model));
    const pattern = sites.pages[key.uid];
    return {
      key,
      model,
      content,
      seal: sealOf(model, components, stored.document),
      base: () => sealOf(bareModel(model), bareComponents(), stored.document),
      fields: () => fieldDigests(model, components, stored.document),
      shown: () => snapshotOf(model, components, stored.document, content.roles.title),
      updatedAt: stored.updatedAt,
      updatedBy: stored.updatedBy,
      pageUrl: pattern === undefined ? null : pageUrlOf(pattern, sites.baseUrl, key, content),
      mentionable: await mentionable(key),
    };
  }

  return {
    models: (): ContentModel[] => store.models(),
    model: (uid: string): ContentModel | null => store.model(uid),
    components: () => store.components(),
    guessed,
    versions: store.versions,
    unpublished: store.unpublished,

    /** Which field plays which part: what the settings say, else what the names say. */
    roles: rolesOf,

    /** Null where the type, the entry or this version of it does not exist. Types without drafts have one version. */
    async load(key: EntryKey, status: Status): Promise<LoadedEntry | null> {
      const model = store.model(key.uid);
      const stored = model && (await store.find(key, status));
      return model && stored ? loadedOf(key, model, stored) : null;
    },

    /** Several documents of a type at once, in all their languages; by `entryIdOf`. */
    async loadAll(
      uid: string,
      documentIds: readonly string[],
      status: Status,
    ): Promise<ReadonlyMap<string, LoadedEntry>> {
      const model = store.model(uid);
      const found = new Map<string, LoadedEntry>();
      if (!model) return found;
      for (const stored of await store.findAll(uid, documentIds, status)) {
        const { documentId, locale } = stored.document;
        const language = model.localized && typeof locale === 'string' ? locale : null;
        const key = { uid, documentId: String(documentId), locale: language };
        found.set(entryIdOf(key), await loadedOf(key, model, stored));
      }
      return found;
    },

    pageUrl: ({ pageUrl }: Pick<LoadedEntry, 'pageUrl'>): string | null => pageUrl,

    /** The key as it is stored: no locale where the type has none, the default one where a localized type names none. */
    async normalised(key: EntryKey): Promise<EntryKey> {
      const localized = store.model(key.uid)?.localized === true;
      return { ...key, locale: localized ? (key.locale ?? (await store.defaultLocale())) : null };
    },
  };
}

const withoutRelations = (attributes: Attributes): Record<string, Attribute> =>
  Object.fromEntries(Object.entries(attributes).filter(([, { type }]) => type !== 'relation'));
