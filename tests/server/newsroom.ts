import type { DatabaseKind, TestDatabase } from './databases';
import { bootStrapi, type App } from './boot';
import { hire, machine, type Answer, type Staff } from './staff';

export const article = 'api::article.article';
export const home = 'api::home.home';
export const note = 'api::note.note';
export const product = 'api::product.product';

export interface Blocked {
  readonly error: {
    readonly status: number;
    readonly message: string;
    readonly details: { readonly code: string; readonly blockers?: readonly { readonly code: string }[] };
  };
}

export interface Panel {
  readonly stage: string;
  readonly seal: string;
  readonly blockers: readonly { readonly code: string; readonly message: string }[];
  readonly actions: readonly { readonly decision: string; readonly disabledCode: string | null }[];
  readonly decisions: readonly { readonly kind: string; readonly number: number }[];
  readonly approval: { readonly valid: boolean } | null;
  readonly lastEditor: {
    readonly by: { readonly kind: string; readonly name: string };
    readonly isYou: boolean;
  } | null;
  readonly pageUrl: string | null;
}

/** A business with an owner who approves, two who edit, and a machine that imports. */
export interface Newsroom {
  readonly app: App;
  readonly owner: Staff;
  readonly emil: Staff;
  readonly nora: Staff;
  readonly token: string;
  /** Saves an article in the Content Manager and gives its documentId. */
  write(by: Staff, fields: object, locale?: string): Promise<string>;
  edit(by: Staff, documentId: string, fields: object, locale?: string): Promise<Answer<Blocked>>;
  panel(by: Staff, documentId: string, locale?: string): Promise<Panel>;
  decide(
    by: Staff,
    documentId: string,
    kind: string,
    more?: object,
    locale?: string,
  ): Promise<Answer<Panel & Blocked>>;
  /** Submitted by Emil and approved by the owner. */
  approve(documentId: string, locale?: string): Promise<void>;
  publish(by: Staff, documentId: string, fields?: object, locale?: string): Promise<Answer<Blocked>>;
  /** The title that visitors see; null where nothing is published. */
  visible(documentId: string, locale?: string): Promise<string | null>;
  audit(
    kind: string,
  ): Promise<{ entry: string; seal: string | null; by: { kind: string; name: string }; details: object }[]>;
}

/** Boots a Strapi of this kind of database whose articles, home page and notes are governed. */
export async function newsroom(db: DatabaseKind, database?: TestDatabase): Promise<Newsroom> {
  const app = await bootStrapi({ db, ...(database ? { database } : {}) });
  const owner = await hire(app, 'Rosa');
  const emil = await hire(app, 'Emil', ['read', 'review.submit']);
  const nora = await hire(app, 'Nora', ['read', 'review.submit', 'review.approve']);
  const token = await machine(app, 'Importer');
  await app.strapi.plugin('i18n').service('locales').create({ code: 'de', name: 'German' });
  const settings = await owner.call('GET', '/presence/settings');
  const saved = await owner.call('PUT', '/presence/settings', {
    ...settings.body,
    governed: [article, home, note],
  });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));

  const base = `/content-manager/collection-types/${article}`;
  const entryOf = (documentId: string, locale = 'en') => ({ uid: article, documentId, locale });
  const room: Newsroom = {
    app,
    owner,
    emil,
    nora,
    token,
    async write(by, fields, locale = 'en') {
      const { status, body } = await by.call<{ data: { documentId: string } }>(
        'POST',
        `${base}?locale=${locale}`,
        fields,
      );
      if (status !== 201) throw new Error(JSON.stringify(body));
      return body.data.documentId;
    },
    edit: (by, documentId, fields, locale = 'en') =>
      by.call('PUT', `${base}/${documentId}?locale=${locale}`, fields),
    async panel(by, documentId, locale = 'en') {
      const query = new URLSearchParams(entryOf(documentId, locale)).toString();
      const { status, body } = await by.call<Panel>('GET', `/presence/entry?${query}`);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
    },
    async decide(by, documentId, kind, more = {}, locale = 'en') {
      const { seal } = await room.panel(owner, documentId, locale);
      const body = { entry: entryOf(documentId, locale), kind, seal, ...more };
      return by.call('POST', '/presence/entry/decision', body);
    },
    async approve(documentId, locale = 'en') {
      for (const [by, kind] of [
        [emil, 'submit'],
        [owner, 'approve'],
      ] as const) {
        const { status, body } = await room.decide(by, documentId, kind, {}, locale);
        if (status !== 200) throw new Error(`${kind}: ${JSON.stringify(body)}`);
      }
    },
    publish: (by, documentId, fields = {}, locale = 'en') =>
      by.call('POST', `${base}/${documentId}/actions/publish?locale=${locale}`, fields),
    async visible(documentId, locale = 'en') {
      const found = await app.strapi.documents(article).findOne({ documentId, locale, status: 'published' });
      return found ? String(found['title']) : null;
    },
    async audit(kind) {
      const { body } = await owner.call<{
        items: ({ kind: string } & Awaited<ReturnType<Newsroom['audit']>>[number])[];
      }>('GET', '/presence/audit?pageSize=100');
      return body.items.filter((line) => line.kind === kind);
    },
  };
  return room;
}

/** The codes of the blockers that a refusal names. */
export const codesOf = ({ body }: Answer<Blocked>): string[] =>
  (body.error.details.blockers ?? []).map(({ code }) => code);
