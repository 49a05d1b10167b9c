import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import { componentsOf, contentModelOf } from '../../src/content/model';
import { populateOf, type Populate } from '../../src/content/populate';
import type { Components, ContentModel, EntryDocument } from '../../src/content/schema';
import type { Person } from '../../src/governance/schema';
import type { EntryKey } from '../../src/shared/entry-key';
import { personOfUser } from '../actor';

/** One row of a document: a locale, as draft or as published. */
export interface Version {
  /** Changes with every publish, so a new id means: published just now. */
  readonly id: string;
  readonly locale: string | null;
  readonly published: boolean;
}

export type Status = 'draft' | 'published';

/** A document with all that is content, and who saved it last as far as Strapi knows. */
export interface StoredEntry {
  readonly document: EntryDocument;
  readonly updatedAt: number;
  readonly updatedBy: Person | null;
}

const versionRow = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  locale: z.string().nullish(),
  publishedAt: z.unknown(),
});

const visibleRow = z.object({ id: z.coerce.number(), documentId: z.string(), locale: z.string().nullish() });

export type EntriesStore = ReturnType<typeof entriesStore>;

/** Entries of the app as they stand in the database: no middleware, no permission, no default changes what is read. */
export function entriesStore(strapi: Core.Strapi) {
  let known: { models: ReadonlyMap<string, ContentModel>; components: Components } | null = null;
  // The schemas are complete only once Strapi has loaded, and never change in a process.
  const schemas = () => (known ??= readSchemas(strapi));
  const populates = new Map<string, object>();
  const populateFor = (model: ContentModel): object => {
    const made =
      populates.get(model.uid) ??
      forDatabase(populateOf(model, schemas().components), withSaver(strapi, model));
    populates.set(model.uid, made);
    return made;
  };

  return {
    models: (): ContentModel[] => [...schemas().models.values()],
    model: (uid: string): ContentModel | null => schemas().models.get(uid) ?? null,
    components: (): Components => schemas().components,

    async find(key: EntryKey, status: Status): Promise<StoredEntry | null> {
      const model = schemas().models.get(key.uid);
      if (!model) return null;
      const row: unknown = await strapi.db.query(key.uid).findOne({
        where: {
          ...whereOf(model, key),
          ...(model.draftAndPublish ? { publishedAt: isPublished(status) } : {}),
        },
        populate: populateFor(model),
      });
      return row === null || typeof row !== 'object' ? null : storedOf(row as Record<string, unknown>);
    },

    /** Several documents of a type in all their languages, with as many queries as for one. */
    async findAll(uid: string, documentIds: readonly string[], status: Status): Promise<StoredEntry[]> {
      const model = schemas().models.get(uid);
      if (!model) return [];
      const rows: unknown[] = await strapi.db.query(uid).findMany({
        where: {
          documentId: { $in: [...documentIds] },
          ...(model.draftAndPublish ? { publishedAt: isPublished(status) } : {}),
        },
        populate: populateFor(model),
      });
      return rows.map((row) => storedOf(row as Record<string, unknown>));
    },

    /** All rows of one document. */
    async versions(uid: string, documentId: string): Promise<Version[]> {
      const model = schemas().models.get(uid);
      const rows = await strapi.db
        .query(uid)
        .findMany({ where: { documentId }, select: ['id', 'locale', 'publishedAt'] });
      return z
        .array(versionRow)
        .parse(rows)
        .map(({ id, locale, publishedAt }) => ({
          id,
          locale: model?.localized ? (locale ?? null) : null,
          published: Boolean(publishedAt),
        }));
    },

    /** What visitors see of a type, row by row: those with a higher row id than `after`. Types without drafts show all. */
    async visible(
      uid: string,
      after: number,
      limit: number,
    ): Promise<{ id: number; documentId: string; locale: string | null }[]> {
      const model = schemas().models.get(uid);
      if (!model) return [];
      const rows = await strapi.db.query(uid).findMany({
        where: { id: { $gt: after }, ...(model.draftAndPublish ? { publishedAt: { $notNull: true } } : {}) },
        select: ['id', 'documentId', 'locale'],
        orderBy: { id: 'asc' },
        limit,
      });
      return z
        .array(visibleRow)
        .parse(rows)
        .map(({ locale, ...row }) => ({ ...row, locale: model.localized ? (locale ?? null) : null }));
    },

    /** Which of these documents nobody can see on the site yet, in this locale where their type is localized. */
    async unpublished(uid: string, documentIds: readonly string[], locale: string | null): Promise<string[]> {
      const schema = strapi.contentTypes[uid as UID.ContentType];
      if (!schema?.options?.draftAndPublish) return [];
      const localized = isLocalized(schema.pluginOptions);
      const rows: unknown = await strapi.db.query(uid).findMany({
        where: {
          documentId: { $in: [...documentIds] },
          publishedAt: { $notNull: true },
          ...(localized && locale ? { locale } : {}),
        },
        select: ['documentId'],
      });
      const visible = new Set(
        z
          .array(z.object({ documentId: z.string() }))
          .parse(rows)
          .map((row) => row.documentId),
      );
      return documentIds.filter((id) => !visible.has(id));
    },

    /** The locale that Strapi takes where a request names none. */
    async defaultLocale(): Promise<string | null> {
      const service: unknown = strapi.plugin('i18n')?.service('locales');
      return (
        z
          .string()
          .nullish()
          .parse(await (service as { getDefaultLocale(): Promise<unknown> }).getDefaultLocale()) ?? null
      );
    },
  };
}

const storedOf = ({ updatedBy, updatedAt, ...document }: Record<string, unknown>): StoredEntry => ({
  document,
  updatedAt: new Date(updatedAt as string | number | Date).getTime(),
  updatedBy: personOfUser(updatedBy),
});

const isPublished = (status: Status) => (status === 'published' ? { $notNull: true } : { $null: true });

const whereOf = (model: ContentModel, { documentId, locale }: EntryKey) => ({
  documentId,
  ...(model.localized && locale ? { locale } : {}),
});

const isLocalized = (options: unknown): boolean =>
  z.object({ i18n: z.object({ localized: z.literal(true) }) }).safeParse(options).success;

function readSchemas(strapi: Core.Strapi) {
  const models = Object.entries(strapi.contentTypes)
    .filter(([uid]) => uid.startsWith('api::'))
    .map(([uid, schema]) => [uid, contentModelOf(schema)] as const);
  return {
    models: new Map(models),
    components: componentsOf(Object.fromEntries(Object.entries(strapi.components))),
  };
}

/** The document service says `fields` where the database says `select`. */
function forDatabase(populate: Populate, extra: object = {}): object {
  const entries = Object.entries(populate).map(([name, value]) => {
    if (value === true) return [name, true] as const;
    if ('fields' in value) return [name, { select: value.fields }] as const;
    if (value.on)
      return [
        name,
        {
          on: Object.fromEntries(
            Object.entries(value.on).map(([uid, inner]) => [uid, { populate: forDatabase(inner.populate) }]),
          ),
        },
      ] as const;
    return [name, { populate: forDatabase(value.populate ?? {}) }] as const;
  });
  return { ...Object.fromEntries(entries), ...extra };
}

const withSaver = (strapi: Core.Strapi, { uid }: ContentModel): object =>
  strapi.contentTypes[uid as UID.ContentType]?.attributes['updatedBy'] ? { updatedBy: true } : {};
