import { contentApi, ContentApiError } from '../../../client';

function strapi(status: number, body: unknown) {
  const asked: { url: string; headers: HeadersInit | undefined }[] = [];
  const answer: typeof fetch = async (url, init) => {
    asked.push({ url: decodeURIComponent(String(url)), headers: init?.headers });
    return new Response(JSON.stringify(body), { status });
  };
  return { asked, api: contentApi({ url: 'https://cms.test/', token: 'secret', fetch: answer }) };
}

describe('the content API client', () => {
  it('asks as Strapi’s REST API is asked', async () => {
    const { api, asked } = strapi(200, { data: [{ documentId: 'a', title: 'Rye' }], meta: {} });
    const { data } = await api.find<{ title: string }>('articles', {
      locale: 'en',
      status: 'published',
      populate: { cover: { fields: ['url'] } },
      filters: { slug: { $eq: 'rye & co' } },
      sort: ['title:asc'],
    });
    expect(data[0]?.title).toBe('Rye');
    expect(asked).toEqual([
      {
        url: 'https://cms.test/api/articles?locale=en&status=published&populate[cover][fields][0]=url&filters[slug][$eq]=rye & co&sort[0]=title:asc',
        headers: { accept: 'application/json', authorization: 'Bearer secret' },
      },
    ]);
  });

  it('gives one document, a single type, and null for none', async () => {
    const { api, asked } = strapi(200, { data: { documentId: 'a' } });
    expect(await api.findOne('articles', 'a')).toEqual({ documentId: 'a' });
    await api.findOne('home', null);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://cms.test/api/articles/a',
      'https://cms.test/api/home',
    ]);
    expect(await strapi(404, { error: { message: 'Not Found' } }).api.findOne('articles', 'b')).toBeNull();
  });

  it('says what Strapi says when it refuses, also without JSON', async () => {
    const refused = strapi(403, { error: { message: 'Forbidden', details: { x: 1 } } }).api.find('articles');
    await expect(refused).rejects.toEqual(new ContentApiError(403, 'Forbidden', { x: 1 }));
    await expect(strapi(502, undefined).api.find('articles')).rejects.toThrow(
      'Strapi answered 502 to articles',
    );
  });

  it('names entries for the tracker', () => {
    const { api } = strapi(200, {});
    expect(api.entryOf('api::article.article', { documentId: 'a', locale: 'en' })).toBe(
      'api::article.article|a|en',
    );
    expect(api.entryOf('api::home.home', { documentId: 'a' })).toBe('api::home.home|a|');
  });
});
