/** Where the content comes from. */
export interface ContentApiOptions {
  /** Address of Strapi: `https://cms.bakery.test`. */
  readonly url: string;
  /** An API token; without one, what is public is read. */
  readonly token?: string;
  /** Of the content API, if it was changed in Strapi's configuration. */
  readonly prefix?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** What to ask for, as Strapi's REST API takes it. */
export interface ContentQuery {
  readonly locale?: string;
  readonly status?: 'draft' | 'published';
  readonly populate?: '*' | readonly string[] | object;
  readonly fields?: readonly string[];
  readonly filters?: object;
  readonly sort?: string | readonly string[];
  readonly pagination?: object;
}

/** What every document has. */
export interface Document {
  readonly documentId: string;
  readonly locale?: string | null;
}

export interface ContentPage<T> {
  readonly data: readonly (T & Document)[];
  readonly meta: {
    readonly pagination?: {
      readonly page: number;
      readonly pageSize: number;
      readonly pageCount: number;
      readonly total: number;
    };
  };
}

/** Strapi refused, or did not answer as it does. */
export class ContentApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'ContentApiError';
  }
}

export type ContentApi = ReturnType<typeof contentApi>;

/**
 * Reads content from Strapi's REST API. Types are named by their plural (`articles`), single types by their own name; `T` is what
 * the caller knows of their attributes.
 */
export function contentApi({ url, token, prefix = '/api', fetch = globalThis.fetch }: ContentApiOptions) {
  const base = `${url.replace(/\/+$/, '')}${prefix}`;

  async function get(path: string, query: ContentQuery): Promise<unknown> {
    const pairs = pairsOf(query);
    const response = await fetch(`${base}/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`, {
      headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return body;
    const { error } = (body ?? {}) as { error?: { message?: string; details?: unknown } };
    throw new ContentApiError(
      response.status,
      error?.message ?? `Strapi answered ${response.status} to ${path}`,
      error?.details,
    );
  }

  return {
    /** One page of documents. */
    find: <T>(type: string, query: ContentQuery = {}): Promise<ContentPage<T>> =>
      get(type, query) as Promise<ContentPage<T>>,

    /** One document by its id, or a single type by its name alone; null where there is none. */
    async findOne<T>(
      type: string,
      documentId: string | null,
      query: ContentQuery = {},
    ): Promise<(T & Document) | null> {
      try {
        const path = documentId === null ? type : `${type}/${encodeURIComponent(documentId)}`;
        return ((await get(path, query)) as { data: (T & Document) | null }).data;
      } catch (error) {
        if (error instanceof ContentApiError && error.status === 404) return null;
        throw error;
      }
    },

    /** The value of the tracker's `data-entry`: which entry a page shows. */
    entryOf: (uid: string, { documentId, locale }: Document): string =>
      `${uid}|${documentId}|${locale ?? ''}`,
  };
}

/** Nested values in brackets, as Strapi reads them: `populate[cover][fields][0]=url`. */
function pairsOf(value: unknown, name = ''): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    pairsOf(inner, name === '' ? key : `${name}[${key}]`),
  );
}
