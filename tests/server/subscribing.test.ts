import { startSmtp, type Smtp } from '../network/smtp.mjs';
import { wired } from '../../server/wire';
import { confirmToken, unsubscribeToken } from '../../src/audience/mail-token';
import { bootStrapi, databases, type App } from './boot';
import { hire, type Staff } from './staff';

const sentence = 'Yes, send me news. I can leave at any time.';

describe.each(databases())('the list of subscribers on %s', (db) => {
  let app: App;
  let smtp: Smtp;
  let owner: Staff;

  beforeAll(async () => {
    smtp = await startSmtp();
    app = await bootStrapi({
      db,
      presence: { engine: { enabled: false }, outgoing: { allow: ['127.0.0.1'] } },
    });
    owner = await hire(app, 'Rosa');
    const settings = await owner.call('GET', '/presence/settings');
    await owner.call('PUT', '/presence/settings', {
      ...settings.body,
      publicUrl: app.url,
      sites: { baseUrl: 'https://bakery.test', pages: {}, hook: null },
    });
  });
  afterAll(async () => {
    await smtp.stop();
    await app.stop();
  });
  beforeEach(() => {
    smtp.heal();
    smtp.clear();
  });

  const mail = () => wired(app.strapi).mail;
  const post = (path: string, body: object, type: 'json' | 'form' = 'json') =>
    fetch(`${app.url}/api/presence/${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded' },
      body:
        type === 'json'
          ? JSON.stringify(body)
          : new URLSearchParams(body as Record<string, string>).toString(),
    });
  const signUp = async (email: string, more: object = {}, type: 'json' | 'form' = 'json') => {
    const response = await post(
      'subscribe',
      { email, source: 'footer', consentText: sentence, ...more },
      type,
    );
    await mail().audience.idle();
    return response;
  };
  const linkIn = async (email: string, path: string): Promise<string> => {
    const text = (await smtp.to(email).at(-1)?.parsed())?.text ?? '';
    return new RegExp(`http\\S+/api/presence/${path}/[\\w-]+`).exec(text)?.[0] ?? '';
  };
  const stateOf = async (email: string) => {
    const { body } = await owner.call<{ items: { key: string; state: string }[] }>(
      'GET',
      `/presence/contacts?q=${email}`,
    );
    return body.items[0];
  };

  it('without an e-mail channel nobody is told that a mail is on its way, but the owner learns it', async () => {
    expect((await signUp('early@readers.test')).status).toBe(202);
    const { body } = await owner.call<{ items: { code: string }[] }>('GET', '/presence/notices');
    expect(body.items.map(({ code }) => code)).toContain('audience.confirmation-not-sent');
    const created = await owner.call('POST', '/presence/channels', {
      kind: 'email',
      name: 'Newsletter',
      settings: {
        fromName: 'Lindner & Daughters',
        fromEmail: 'news@bakery.test',
        smtp: { host: '127.0.0.1', port: smtp.port, security: 'none' },
      },
    });
    expect(created.status).toBe(201);
    // The person may try again at once, because nothing reached them.
    await signUp('early@readers.test');
    expect(smtp.to('early@readers.test')).toHaveLength(1);
  });

  it('takes two steps: a link that a scanner may open, and a button that only a person presses', async () => {
    const response = await signUp('Anna@Readers.test', { name: 'Anna\r\nBcc: all@readers.test' });
    expect(response.status).toBe(202);
    const [asked] = smtp.to('anna@readers.test');
    expect(asked?.to).toEqual(['anna@readers.test']);
    expect((await asked?.parsed())?.subject).toBe('Please confirm your subscription to Lindner & Daughters');
    expect((await asked?.parsed())?.headers.get('bcc')).toBeUndefined();
    const link = await linkIn('anna@readers.test', 'confirm');
    expect(link).not.toBe('');

    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await fetch(link, { method });
      expect(page.status).toBe(200);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    expect(await (await fetch(link)).text()).toContain('<button type="submit">');
    expect((await stateOf('anna@readers.test'))?.state).toBe('pending');

    expect((await fetch(link, { method: 'POST' })).status).toBe(200);
    expect((await fetch(link, { method: 'POST' })).status).toBe(200);
    const contact = await stateOf('anna@readers.test');
    expect(contact?.state).toBe('subscribed');
    const held = await owner.call<{ consents: { kind: string; text: string; source: string }[] }>(
      'GET',
      `/presence/contacts/${contact?.key}/export`,
    );
    expect(held.body.consents).toMatchObject([
      { kind: 'asked', text: sentence, source: 'footer' },
      { kind: 'confirmed', text: sentence, source: 'footer' },
    ]);
  });

  it('answers the same for a new, a waiting and a confirmed address, and mails each at most once an hour', async () => {
    const bodies = [];
    for (const email of ['anna@readers.test', 'new@readers.test', 'new@readers.test', 'new@readers.test']) {
      const response = await signUp(email);
      bodies.push([response.status, await response.text()]);
    }
    expect(new Set(bodies.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(smtp.mails.flatMap(({ to }) => to)).toEqual(['new@readers.test']);
  });

  it('two forms sent at the same moment lead to one mail', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signUp('twin@readers.test')));
    expect(smtp.to('twin@readers.test')).toHaveLength(1);
  });

  it('machines that fill every field get the answer and nothing else', async () => {
    expect((await signUp('bot@readers.test', { website: 'http://spam.test' })).status).toBe(202);
    expect(smtp.mails).toHaveLength(0);
    expect(await stateOf('bot@readers.test')).toBeUndefined();
  });

  it.each([
    [{ email: 'no address' }],
    [{ email: 'a@b.test', consentText: '' }],
    [{ email: ['a@b.test'] }],
    [{ email: 'a@b.test', locale: '../../etc' }],
    [{ email: 'a@b.test\r\nBcc: c@d.test' }],
  ])('refuses %j', async (body) => {
    const response = await post('subscribe', { source: 'footer', consentText: sentence, ...body });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { details: { code: string } } };
    expect(error.details.code).toMatch(/^(request\.invalid|audience\.address-invalid)$/);
  });

  it('works as a plain form, and never leads away from the site', async () => {
    const there = await signUp('form@readers.test', { returnTo: '/en/thanks' }, 'form');
    expect([there.status, there.headers.get('location')]).toEqual([303, 'https://bakery.test/en/thanks']);
    const elsewhere = await signUp('form@readers.test', { returnTo: 'https://evil.test/' }, 'form');
    expect(elsewhere.headers.get('location')).toBe('https://bakery.test');
    const page = await signUp('form@readers.test', { locale: 'de' }, 'form');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Vielen Dank!');
    const wrong = await signUp('form', {}, 'form');
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('This is not an e-mail address');
  });

  it('lets people leave by one click of their mail program, or by the page, for ever and twice', async () => {
    const contact = await stateOf('anna@readers.test');
    const token = unsubscribeToken(wired(app.strapi).tokens, contact?.key ?? '', 'p');
    const page = await fetch(`${app.url}/api/presence/unsubscribe/${token}`);
    expect(await page.text()).toContain('<button type="submit">');
    expect((await stateOf('anna@readers.test'))?.state).toBe('subscribed');

    const left = await post(`unsubscribe/${token}`, { 'List-Unsubscribe': 'One-Click' }, 'form');
    expect(left.status).toBe(200);
    expect((await stateOf('anna@readers.test'))?.state).toBe('unsubscribed');
    expect((await post(`unsubscribe/${token}`, {}, 'form')).status).toBe(200);
    const held = await owner.call<{ consents: { kind: string; source: string }[] }>(
      'GET',
      `/presence/contacts/${contact?.key}/export`,
    );
    expect(held.body.consents.slice(2)).toMatchObject([{ kind: 'unsubscribed', source: 'one-click' }]);
  });

  it('an old confirmation mail does not bring back who left', async () => {
    await signUp('back@readers.test');
    const link = await linkIn('back@readers.test', 'confirm');
    await fetch(link, { method: 'POST' });
    const contact = await stateOf('back@readers.test');
    const token = unsubscribeToken(wired(app.strapi).tokens, contact?.key ?? '', 'p');
    await post(`unsubscribe/${token}`, {}, 'form');
    expect((await fetch(link, { method: 'POST' })).status).toBe(410);
    expect((await stateOf('back@readers.test'))?.state).toBe('unsubscribed');
  });

  it('a changed link opens nothing', async () => {
    const { tokens } = wired(app.strapi);
    const { key = '' } = (await stateOf('new@readers.test')) ?? {};
    const token = confirmToken(tokens, key, Date.now());
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, tokens.sign('unsubscribe', [key, 'x']), 'x', '%00', 'a'.repeat(5_000)])
      for (const method of ['GET', 'POST'])
        expect((await fetch(`${app.url}/api/presence/confirm/${wrong}`, { method })).status).toBe(404);
    expect((await stateOf('new@readers.test'))?.state).toBe('pending');
    expect((await fetch(`${app.url}/api/presence/confirm/${token}`)).status).toBe(200);
  });

  it('forgets a person everywhere and keeps a proof that names nobody', async () => {
    const contact = await stateOf('anna@readers.test');
    const token = wired(app.strapi).tokens.sign('unsubscribe', [contact?.key ?? '', 'p']);
    expect((await owner.call('POST', `/presence/contacts/${contact?.key}/erase`)).status).toBe(200);
    expect(await stateOf('anna@readers.test')).toBeUndefined();
    expect((await owner.call('GET', `/presence/contacts/${contact?.key}/export`)).status).toBe(404);
    const rows: Record<string, unknown>[] = await app.strapi.db.query('presence::consent').findMany();
    expect(rows.filter((row) => row['contact'] === contact?.key)).toHaveLength(0);
    expect(rows.filter((row) => row['contact'] === '').map((row) => row['kind'])).toEqual([
      'asked',
      'confirmed',
      'unsubscribed',
      'erased',
    ]);
    expect(JSON.stringify(rows)).not.toContain('anna@readers.test');
    const again = await post(`unsubscribe/${token}`, {}, 'form');
    expect(again.status).toBe(200);
  });

  it('lists and counts for those who may see contacts, and only for them', async () => {
    const { body } = await owner.call<{ pending: number; total: number }>('GET', '/presence/contacts/counts');
    expect(body.pending).toBeGreaterThan(0);
    const pending = await owner.call<{ total: number; items: { state: string }[] }>(
      'GET',
      '/presence/contacts?state=pending&pageSize=2',
    );
    expect(pending.body.total).toBe(body.pending);
    expect(pending.body.items.map(({ state }) => state)).toEqual(['pending', 'pending']);
    const reader = await hire(app, 'Emil', ['contacts.read']);
    expect((await reader.call('GET', '/presence/contacts')).status).toBe(200);
    expect((await reader.call('POST', `/presence/contacts/${crypto.randomUUID()}/erase`)).status).toBe(403);
    const stranger = await hire(app, 'Nora', ['read']);
    expect((await stranger.call('GET', '/presence/contacts')).status).toBe(403);
    expect((await owner.call('GET', '/presence/contacts?state=nonsense')).status).toBe(400);
  });

  it('slows down who sends the form again and again', async () => {
    const statuses = [];
    for (let index = 0; index < 25; index++)
      statuses.push((await signUp(`many${index}@readers.test`)).status);
    expect(statuses).toContain(429);
  });
});
