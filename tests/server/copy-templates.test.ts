import type { ChannelView } from '../../src/channels/schema';
import type { AuditPage } from '../../src/governance/audit/schema';
import type { ChangedCopies, CopySourceView } from '../../src/publishing/campaign/derived';
import type { CampaignView, DerivePreview, PublicationView } from '../../src/publishing/schema';
import { campaignRoom, type CampaignRoom } from './campaign-room';
import { databases } from './databases';
import { hire, type Answer } from './staff';

const article = 'api::article.article';
const tomorrow = { when: { kind: 'at', local: '2030-05-01T09:00', zone: 'Europe/Berlin' } };

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: {
      readonly code: string;
      readonly path?: string;
      readonly problems?: readonly object[];
    };
  };
}

describe.each(databases())('copies by templates, on %s', (db) => {
  let room: CampaignRoom;
  beforeAll(async () => {
    room = await campaignRoom(db);
  });
  afterAll(() => room.stop());
  afterEach(async () => {
    await room.govern([]);
    await setTemplate(null);
  });

  const channel = async (key: string): Promise<ChannelView> => {
    const all = (await room.owner.call<ChannelView[]>('GET', '/presence/channels')).body;
    return all.find((one) => one.key === key)!;
  };
  const saveTemplate = async (template: unknown, key = room.channels.hook) => {
    const { kind, name, settings } = await channel(key);
    const body = { kind, name, settings, ...(template === undefined ? {} : { template }) };
    return room.owner.call<ChannelView & Refused>('PUT', `/presence/channels/${key}`, body);
  };
  const setTemplate = async (template: unknown): Promise<void> => {
    const { status, body } = await saveTemplate(template);
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  const edit = async (documentId: string, data: object): Promise<void> => {
    await room.app.strapi.documents(article).update({ documentId, locale: 'en', data });
  };
  const text = async ({ key }: { readonly key: string }) =>
    (await room.publication(key, room.channels.hook)).copy.text;
  const write = (key: string, copy: object) =>
    room.emil.call<CampaignView>('PUT', `/presence/campaigns/${key}`, {
      copies: [{ channel: room.channels.hook, copy: { link: null, pictures: [], ...copy } }],
    });
  const changed = async (key: string) =>
    (await room.emil.call<ChangedCopies>('GET', `/presence/campaigns/${key}/derived`)).body.copies;
  const settle = (
    how: 'keep' | 'take',
    { publication, copySeal, derivedSeal }: ChangedCopies['copies'][number],
    by = room.emil,
  ): Promise<Answer<PublicationView & Refused>> =>
    room.post(by, `/publications/${publication}/${how}`, { copySeal, derivedSeal });
  const codesOf = (answers: readonly Answer<Refused>[]) =>
    answers.map(({ status, body }) => (status === 200 ? 'done' : body.error.details.code)).sort();

  /** What the record has of a kind, newest first. */
  const recorded = async (kind: string) => {
    const { body } = await room.owner.call<AuditPage>('GET', '/presence/audit?pageSize=50');
    return body.items.filter((row) => row.kind === kind);
  };

  describe('the template of a channel', () => {
    it('is kept, left alone where it is left out, and taken back to that of the kind', async () => {
      await setTemplate({ text: '{{ title }} ({{ channel }})' });
      expect((await channel(room.channels.hook)).template).toEqual({ text: '{{ title }} ({{ channel }})' });
      expect((await saveTemplate(undefined)).body.template).toEqual({ text: '{{ title }} ({{ channel }})' });
      expect((await saveTemplate({})).body.template).toBeNull();
      await setTemplate({ text: '{{ title }}' });
      expect((await saveTemplate(null)).body.template).toBeNull();
    });

    it('does not have the channel tested again', async () => {
      await room.post(room.owner, `/channels/${room.channels.hook}/test`);
      const { state } = await channel(room.channels.hook);
      await setTemplate({ text: '{{ title | upper }}' });
      expect([state, (await channel(room.channels.hook)).state]).toEqual(['ready', 'ready']);
    });

    it('survives that the channel gets another secret', async () => {
      await setTemplate({ text: '{{ title }}!' });
      const { kind, name, settings } = await channel(room.channels.hook);
      const secret = { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` };
      const body = { kind, name, settings, secret };
      const saved = await room.owner.call<ChannelView>(
        'PUT',
        `/presence/channels/${room.channels.hook}`,
        body,
      );
      expect(saved.body.template).toEqual({ text: '{{ title }}!' });
    });

    it('stands in the record when it changes', async () => {
      await setTemplate({ text: '{{ title }} once' });
      await setTemplate({ text: '{{ title }} once' });
      const [row, before] = await recorded('channel.update');
      expect([row, before].map((one) => one?.details['newTemplate'])).toEqual([false, true]);
    });

    it.each([
      ['an unknown placeholder', 'Read {{ titel }}', 'template.unknown-placeholder', { line: 1, column: 9 }],
      ['an unknown filter', '{{ title | shout }}', 'template.unknown-filter', { line: 1, column: 12 }],
      ['an open brace', 'One\nTwo {{ title', 'template.unclosed', { line: 2, column: 5 }],
      ['a wrong argument', '{{ title | words: many }}', 'template.unknown-placeholder', {}],
      ['an argument left out', '{{ title | words }}', 'template.argument', { column: 12 }],
      ['what nobody understands', '{{ title ?? }}', 'template.unexpected', {}],
      ['100,000 characters', 'a'.repeat(100_000), 'template.too-long', { start: 2_000, end: 100_000 }],
      ['a hostile text', `{{ ${'"\\'.repeat(900)}`, 'template.unclosed', {}],
      ['many open quotes', `{{ title | strip: ${'"a'.repeat(900)} }}`, 'template.unexpected', {}],
    ])('refuses %s and tells its place', async (_, written, code, place) => {
      const started = performance.now();
      const { status, body } = await saveTemplate({ text: written });
      expect([status, body.error.details.code, body.error.details.path]).toEqual([
        400,
        code,
        'template.text',
      ]);
      expect(body.error.details.problems?.[0]).toMatchObject({ path: 'template.text', code, ...place });
      expect(performance.now() - started).toBeLessThan(5_000);
      expect((await channel(room.channels.hook)).template).toBeNull();
    });

    it('takes words that look like a pattern for words', async () => {
      const words = '(a+)+$ [^}]* \\d{3} $& $1 }} {';
      await setTemplate({ text: `${words} {{ title | strip: "(.*)" }}` });
      const made = await room.campaign(await room.article({ title: 'aaaa(.*)b' }), [room.channels.hook]);
      expect(await text(made)).toBe(`${words} aaaab`);
    });

    it('refuses a part that copies of the channel do not have, and any on the website', async () => {
      for (const key of [room.channels.hook, room.channels.site]) {
        const { status, body } = await saveTemplate({ subject: '{{ title }}' }, key);
        expect([status, body.error.details.code]).toEqual([400, 'template.part-unknown']);
      }
      const strange = await saveTemplate({ text: '{{ title }}', headline: 'x' });
      expect([strange.status, strange.body.error.details.code]).toEqual([400, 'request.invalid']);
    });

    it('is refused before anything of a new channel is stored', async () => {
      const before = (await room.owner.call<ChannelView[]>('GET', '/presence/channels')).body.length;
      const { status } = await room.owner.call('POST', '/presence/channels', {
        ...{ kind: 'website', name: 'Second site', template: { text: '{{ title }}' } },
      });
      expect(status).toBe(400);
      expect((await room.owner.call<ChannelView[]>('GET', '/presence/channels')).body).toHaveLength(before);
    });

    it('writes previews, new campaigns, duplicates and repeats of the kind where it has none', async () => {
      await setTemplate({ text: '{{ campaign | after: ": " }}{{ title | upper }} · {{ channel }}' });
      const documentId = await room.article({ title: 'Rye' });
      const entry = { uid: article, documentId, locale: 'en' };
      const preview = await room.post<DerivePreview>(room.emil, '/campaigns/derive', {
        ...{ entry, channels: [room.channels.hook, room.channels.sky] },
      });
      const [hook, sky] = preview.body.copies;
      expect(hook?.copy).toMatchObject({ text: 'RYE · Partner', title: 'Rye', edited: false });
      expect(sky?.copy.text).toBe('Rye\n\nBaked at four.');
      // What the preview showed is nobody's words: it gets the name of the campaign.
      const made = await room.campaign(documentId, [], {
        copies: [{ channel: room.channels.hook, copy: hook?.copy }],
      });
      expect(made.publications[0]?.copy).toMatchObject({ text: 'Rye week: RYE · Partner', edited: false });
      await setTemplate({ text: '{{ title }} anew' });
      const again = await room.post<CampaignView>(room.emil, `/campaigns/${made.key}/duplicate`);
      expect(again.body.publications[0]?.copy).toMatchObject({ text: 'Rye anew', edited: false });
      expect(await text(made)).toBe('Rye week: RYE · Partner');
    });

    it('writes what goes out', async () => {
      await setTemplate({ text: 'From the oven: {{ title }}' });
      const documentId = await room.article({ title: 'Spelt' });
      await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
      const { key } = await room.campaign(documentId, [room.channels.hook]);
      await room.post(room.emil, `/campaigns/${key}/schedule`, { when: { kind: 'now' } });
      await room.work();
      const post = await room.publication(key, room.channels.hook);
      expect(post).toMatchObject({ state: 'delivered', copy: { text: 'From the oven: Spelt' } });
      expect(JSON.stringify(room.receiver.accepted.get(post.key))).toContain('From the oven: Spelt');
    });
  });

  describe('when the entry changes', () => {
    it('derives a draft anew that nobody wrote, by the template that holds now', async () => {
      await setTemplate({ text: 'Today: {{ title }}' });
      const documentId = await room.article({ title: 'Rye' });
      const made = await room.campaign(documentId, [room.channels.hook]);
      await edit(documentId, { title: 'Wheat' });
      expect(await text(made)).toBe('Today: Wheat');
      await setTemplate(null);
      expect(await text(made)).toBe('Today: Wheat');
      await edit(documentId, { title: 'Oat' });
      expect(await text(made)).toBe('Baked at four.');
      expect(await changed(made.key)).toEqual([]);
    });

    it('derives what is scheduled anew and holds it, and an approval of the old text does not cover it', async () => {
      await room.govern([article]);
      const documentId = await room.article({ title: 'Rye', summary: 'Old words.' });
      const made = await room.campaign(documentId, [room.channels.sky]);
      await room.post(room.emil, `/campaigns/${made.key}/schedule`, tomorrow);
      await room.approve(documentId);
      await room.app.strapi.documents(article).publish({ documentId, locale: 'en' });
      const standing = () => room.publication(made.key, room.channels.sky);
      expect((await standing()).state).toBe('scheduled');
      await edit(documentId, { summary: 'New words.' });
      expect(await standing()).toMatchObject({
        ...{ state: 'held', copy: { text: 'Rye\n\nNew words.', edited: false } },
      });
      const [row] = await recorded('publication.derived');
      expect(row?.details).toMatchObject({ publication: (await standing()).key });
      // What was approved stands again when the edit is taken back.
      await edit(documentId, { summary: 'Old words.' });
      expect(await standing()).toMatchObject({ state: 'scheduled', copy: { text: 'Rye\n\nOld words.' } });
    });

    it('keeps what a person wrote, and shows both texts', async () => {
      const documentId = await room.article({ summary: 'Baked at four.' });
      const made = await room.campaign(documentId, [room.channels.hook]);
      await write(made.key, { text: 'Own words' });
      expect(await changed(made.key)).toEqual([]);
      await edit(documentId, { summary: 'Baked at five.' });
      expect(await text(made)).toBe('Own words');
      expect(await changed(made.key)).toMatchObject([
        {
          publication: (await room.publication(made.key, room.channels.hook)).key,
          before: { text: 'Baked at four.' },
          derived: { text: 'Baked at five.' },
        },
      ]);
      // Writing on does not answer the question; taking the edit back does.
      await write(made.key, { text: 'Other own words' });
      expect(await changed(made.key)).toHaveLength(1);
      await edit(documentId, { summary: 'Baked at four.' });
      expect(await changed(made.key)).toEqual([]);
    });

    it('asks nobody where only the template changed', async () => {
      const documentId = await room.article();
      const made = await room.campaign(documentId, [room.channels.hook]);
      await write(made.key, { text: 'Own words' });
      await setTemplate({ text: '{{ title }}' });
      await edit(documentId, {});
      expect(await changed(made.key)).toEqual([]);
    });

    const askedAbout = async (more: object = {}) => {
      const documentId = await room.article({ summary: 'Baked at four.', ...more });
      const made = await room.campaign(documentId, [room.channels.hook]);
      await write(made.key, { text: 'Own words' });
      await edit(documentId, { summary: 'Baked at five.' });
      const [one] = await changed(made.key);
      if (!one) throw new Error('nobody is asked');
      return { documentId, made, one };
    };
    const editors = async (documentId: string) => {
      const query = new URLSearchParams({ uid: article, documentId, locale: 'en' });
      const { body } = await room.owner.call<{ copies: { seal: string }[] }>(
        'GET',
        `/presence/entry?${query}`,
      );
      const [row] = await room.app.strapi.db
        .connection('presence_publications')
        .where({ document: `${article}|${documentId}` })
        .select('edited_by');
      return { seal: body.copies[0]?.seal, editedBy: row?.edited_by };
    };

    it('remembers that a text is kept, and asks again only after the next change', async () => {
      const { documentId, made, one } = await askedAbout();
      const before = await editors(documentId);
      expect(before.editedBy).toBe(room.emil.id);
      const kept = await settle('keep', one, room.owner);
      expect([kept.status, kept.body.copy.text]).toEqual([200, 'Own words']);
      expect(await changed(made.key)).toEqual([]);
      // Whoever keeps it did not write it.
      expect(await editors(documentId)).toEqual(before);
      const [row] = await recorded('publication.keep-text');
      expect(row).toMatchObject({
        by: { id: room.owner.id },
        details: { publication: one.publication, derivedSeal: one.derivedSeal },
      });
      await edit(documentId, { summary: 'Baked at six.' });
      expect(await changed(made.key)).toMatchObject([
        { before: { text: 'Baked at five.' }, derived: { text: 'Baked at six.' } },
      ]);
    });

    it('takes the new text, which is nobody’s then and follows the entry again', async () => {
      const { documentId, made, one } = await askedAbout();
      const taken = await settle('take', one);
      expect([taken.status, taken.body.copy]).toMatchObject([200, { text: 'Baked at five.', edited: false }]);
      expect((await editors(documentId)).editedBy).toBeNull();
      expect(await changed(made.key)).toEqual([]);
      const [row] = await recorded('publication.take-text');
      expect(row?.details).toMatchObject({ publication: one.publication });
      await edit(documentId, { summary: 'Baked at six.' });
      expect(await text(made)).toBe('Baked at six.');
    });

    it('takes what is derived by the template that holds now, also where that was deleted in between', async () => {
      await setTemplate({ text: 'Today: {{ summary }}' });
      const { made, one } = await askedAbout();
      expect([one.before.text, one.derived.text]).toEqual(['Today: Baked at four.', 'Today: Baked at five.']);
      await setTemplate(null);
      const late = await settle('take', one);
      expect([late.status, late.body.error.details.code]).toEqual([400, 'publication.text-settled']);
      expect(await text(made)).toBe('Own words');
      const [now] = await changed(made.key);
      expect(now?.derived.text).toBe('Baked at five.');
      expect((await settle('take', now!)).body.copy.text).toBe('Baked at five.');
    });

    it('holds an approved text in whose place another one is taken', async () => {
      await room.govern([article]);
      const documentId = await room.article({ summary: 'Baked at four.' });
      const made = await room.campaign(documentId, [room.channels.sky]);
      await room.emil.call('PUT', `/presence/campaigns/${made.key}`, {
        copies: [{ channel: room.channels.sky, copy: { text: 'Own words', link: null, pictures: [] } }],
      });
      await edit(documentId, { summary: 'Baked at five.' });
      await room.post(room.emil, `/campaigns/${made.key}/schedule`, tomorrow);
      await room.approve(documentId);
      expect((await room.publication(made.key, room.channels.sky)).state).toBe('scheduled');
      const [one] = await changed(made.key);
      expect((await settle('take', one!)).body).toMatchObject({
        ...{ state: 'held', problem: { code: 'publication.copy-edited' } },
      });
    });

    it.each([
      ['keep', 'keep'],
      ['take', 'take'],
      ['keep', 'take'],
    ] as const)('lets one of two people win who %s and %s at once', async (one, other) => {
      const { made, one: asked } = await askedAbout();
      const answers = await Promise.all([settle(one, asked), settle(other, asked, room.owner)]);
      expect(codesOf(answers)).toEqual(['done', 'publication.text-settled']);
      const won = answers[0].status === 200 ? one : other;
      expect(await text(made)).toBe(won === 'keep' ? 'Own words' : 'Baked at five.');
      expect(await changed(made.key)).toEqual([]);
    });

    it('refuses an answer about texts that are others by now', async () => {
      const { documentId, made, one } = await askedAbout();
      await edit(documentId, { summary: 'Baked at six.' });
      expect(codesOf([await settle('keep', one), await settle('take', one)])).toEqual([
        'publication.text-settled',
        'publication.text-settled',
      ]);
      const [now] = await changed(made.key);
      await write(made.key, { text: 'Written meanwhile' });
      expect(codesOf([await settle('take', now!)])).toEqual(['publication.text-settled']);
      expect(await text(made)).toBe('Written meanwhile');
    });

    it('refuses an answer about what went out, was removed or has no form', async () => {
      const { made, one } = await askedAbout();
      await room.post(room.emil, `/campaigns/${made.key}/schedule`, { when: { kind: 'now' } });
      await room.work();
      expect(codesOf([await settle('keep', one)])).toEqual(['publication.already-sending']);
      expect(await changed(made.key)).toEqual([]);
      const nobody = { ...one, publication: '00000000-0000-4000-8000-000000000000' };
      expect(codesOf([await settle('take', nobody)])).toEqual(['publication.not-found']);
      expect(codesOf([await settle('take', { ...one, derivedSeal: 'x' })])).toEqual(['request.invalid']);
      const missing = await room.emil.call<Refused>(
        'GET',
        `/presence/campaigns/${nobody.publication}/derived`,
      );
      expect([missing.status, missing.body.error.details.code]).toEqual([404, 'campaign.not-found']);
    });

    it('says nothing of rows from before, and follows their entry only once it changes', async () => {
      const documentId = await room.article({ summary: 'Baked at four.' });
      const [plain, own] = [
        await room.campaign(documentId, [room.channels.hook]),
        await room.campaign(documentId, [room.channels.hook]),
      ];
      await write(own.key, { text: 'Own words' });
      const rows = room.app.strapi.db.connection('presence_publications');
      await rows.whereIn('campaign', [plain.key, own.key]).update({ derived: null, derived_seal: null });
      await edit(documentId, {});
      expect(await text(plain)).toBe('Baked at four.');
      await edit(documentId, { summary: 'Baked at five.' });
      expect([await text(plain), await text(own)]).toEqual(['Baked at five.', 'Own words']);
      expect(await changed(own.key)).toEqual([]);
    });
  });

  describe('who may', () => {
    it('reads with the right to read, decides with the right to manage campaigns', async () => {
      const reader = await hire(room.app, 'Rita', ['read']);
      const made = await room.campaign(await room.article(), [room.channels.hook]);
      const [post] = made.publications;
      expect((await reader.call('GET', `/presence/campaigns/${made.key}/derived`)).status).toBe(200);
      for (const how of ['keep', 'take'])
        expect((await reader.call('POST', `/presence/publications/${post?.key}/${how}`, {})).status).toBe(
          403,
        );
    });

    it('tries templates on entries that somebody may read in the Content Manager', async () => {
      const documentId = await room.article({ title: 'Quince', summary: 'Jam.' });
      const query = new URLSearchParams({ uid: article, documentId, locale: 'en' });
      const source = (by: CampaignRoom['emil'], of = String(query)) =>
        by.call<CopySourceView & Refused>('GET', `/presence/copies/source?${of}`);
      expect((await source(room.owner)).body).toMatchObject({
        source: { title: 'Quince', summary: 'Jam.', locale: 'en', channel: null },
        cover: null,
      });
      expect((await source(room.emil)).status).toBe(403);
      const stranger = await hire(room.app, 'Sten', ['read', 'channels.manage'], []);
      expect((await source(stranger)).body.error.details.code).toBe('entry.not-allowed');
      expect((await stranger.call<unknown[]>('GET', '/presence/copies/entries?q=quince')).body).toEqual([]);
      const gone = await source(room.owner, `uid=${article}&documentId=nothing`);
      expect([gone.status, gone.body.error.details.code]).toEqual([404, 'entry.not-found']);
      const found = await room.owner.call<{ title: string }[]>('GET', '/presence/copies/entries?q=quince');
      expect(found.body).toMatchObject([{ title: 'Quince' }]);
    });
  });
});
