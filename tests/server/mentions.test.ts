import type { BrandsView } from '../../src/brand/catalogue/schema';
import type { PracticePostView } from '../../src/channels/practice';
import type { MentionableView } from '../../src/publishing/campaign/derived';
import type { DerivePreview, PublicationView } from '../../src/publishing/schema';
import type { Page } from '../../src/shared/page';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';
import { hire } from './staff';

const article = 'api::article.article';
const mill = {
  name: 'Mill Florian',
  accounts: {
    ...{ x: 'https://x.com/millflorian', mastodon: '@mill@mastodon.example', bluesky: 'mill.bsky.social' },
    ...{ linkedin: '2414183', linkedinName: 'Mill Florian Ltd' },
  },
};

describe.each(databases())('people and businesses that posts name, on %s', (db) => {
  let room: CampaignRoom;
  const keys: Record<string, string> = {};
  beforeAll(async () => {
    room = await campaignRoom(db);
    for (const [kind, settings] of [
      ['linkedin', {}],
      ['x', {}],
      ['mastodon', {}],
      ['facebook', { pageId: '104857600000000' }],
    ] as const) {
      const made = await room.post<{ key: string }>(room.owner, '/channels', {
        ...{ kind, name: kind, settings, practice: true },
      });
      if (made.status > 201) throw new Error(JSON.stringify(made.body));
      keys[kind] = made.body.key;
    }
  });
  afterAll(() => room.stop());

  const saveNames = async (names: readonly object[], locales: readonly string[] = []) => {
    const main = { key: 'main', name: 'Bakery', uids: [], locales: [], kit: { names } };
    const other = { ...main, key: 'shop', name: 'Shop', locales, kit: { names: [] } };
    return room.owner.call<BrandsView & { error: { details: object } }>('PUT', '/presence/brand/brands', {
      brands: locales.length > 0 ? [other, main] : [main],
    });
  };
  const derived = async (documentId: string, locale = 'en') => {
    const { body } = await room.post<DerivePreview>(room.emil, '/campaigns/derive', {
      entry: { uid: article, documentId, locale },
      channels: Object.values(keys),
    });
    return Object.fromEntries(body.copies.map(({ kind, copy }) => [kind, copy.text]));
  };

  it('are kept with the name, however their accounts are pasted', async () => {
    const saved = await saveNames([mill]);
    expect(saved.body.brands[0]?.kit.names[0]?.accounts).toEqual({
      ...{ x: 'millflorian', mastodon: 'mill@mastodon.example', bluesky: 'mill.bsky.social' },
      ...{ linkedin: 'urn:li:organization:2414183', linkedinName: 'Mill Florian Ltd' },
    });
    const refused = await saveNames([{ ...mill, accounts: { linkedin: 'linkedin.com/company/mill' } }]);
    expect([refused.status, refused.body.error.details]).toEqual([
      400,
      expect.objectContaining({ path: 'brands[0].kit.names[0].accounts.linkedin' }),
    ]);
  });

  it('are mentioned by their account in copies, and by their name where a network links none', async () => {
    await saveNames([mill]);
    const documentId = await room.article({ title: 'Rye of Mill Florian' });
    const texts = await derived(documentId);
    expect(texts).toEqual({
      linkedin: 'Rye of @[Mill Florian Ltd](urn:li:organization:2414183)\n\nBaked at four.',
      x: 'Rye of @millflorian\n\nBaked at four.',
      mastodon: 'Rye of @mill@mastodon.example\n\nBaked at four.',
      facebook: 'Rye of Mill Florian\n\nBaked at four.',
    });
    await saveNames([]);
    expect((await derived(documentId))['x']).toBe('Rye of Mill Florian\n\nBaked at four.');
  });

  it('are those of the brand and the language of the entry', async () => {
    const documentId = await room.article({ title: 'Rye of Mill Florian' });
    await saveNames([{ ...mill, locales: ['de'] }]);
    expect((await derived(documentId))['x']).toMatch(/^Rye of Mill Florian\n/);
    await saveNames([mill], ['en']);
    expect((await derived(documentId))['x']).toMatch(/^Rye of Mill Florian\n/);
    await saveNames([mill], ['de']);
    expect((await derived(documentId))['x']).toMatch(/^Rye of @millflorian\n/);
  });

  it('are mentioned on LinkedIn when it is posted, and when it is corrected', async () => {
    await saveNames([mill]);
    const documentId = await room.article({ title: 'Rye (fresh) of Mill Florian' });
    const campaign = await room.campaign(documentId, [room.channels.site, keys['linkedin']!]);
    await room.post(room.emil, `/campaigns/${campaign.key}/schedule`, { when: { kind: 'now' } });
    await room.work();
    const post = await room.publication(campaign.key, keys['linkedin']!);
    expect([post.state, post.problem]).toEqual(['delivered', null]);
    const shown = async () =>
      (
        await room.owner.call<Page<PracticePostView>>(
          'GET',
          `/presence/practice/posts?channel=${keys['linkedin']}`,
        )
      ).body.items[0]?.text;
    expect(await shown()).toBe('Rye (fresh) of Mill Florian Ltd\n\nBaked at four.');
    const text = 'Corrected: @[Mill Florian Ltd](urn:li:organization:2414183) [new] #rye';
    const asked = await room.post<PublicationView>(room.emil, `/publications/${post.key}/correct`, { text });
    expect(asked.status).toBe(200);
    expect(await shown()).toBe('Corrected: Mill Florian Ltd [new] #rye');
  });

  it('are told to whoever writes copies of an entry that they may read', async () => {
    await saveNames([mill, { name: 'Nobody' }]);
    const documentId = await room.article();
    const query = String(new URLSearchParams({ uid: article, documentId, locale: 'en' }));
    const ask = (by: CampaignRoom['emil'], of = query) =>
      by.call<MentionableView>('GET', `/presence/copies/mentionable?${of}`);
    expect((await ask(room.emil)).body.names.map(({ name }) => name)).toEqual(['Mill Florian']);
    expect((await ask(await hire(room.app, 'Rita', ['read']))).status).toBe(403);
    expect((await ask(await hire(room.app, 'Sten', ['read', 'campaigns.manage'], []))).status).toBe(403);
    expect((await ask(room.emil, `uid=${article}&documentId=nothing`)).status).toBe(404);
  });
});
