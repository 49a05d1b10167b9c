import { wired } from '../../server/wire';
import { postedOf } from '../../src/governance/signoff/answer';
import { databases } from './boot';
import { article, owner, signOffRoom, type SignOffRoom } from './signoff-room';

describe.each(databases())('sign-off without a seat on %s', (db) => {
  let room: SignOffRoom;
  beforeAll(async () => {
    room = await signOffRoom(db);
  });
  afterAll(() => room.stop());
  beforeEach(async () => {
    room.smtp.heal();
    room.smtp.clear();
    await room.app.strapi.store({ type: 'plugin', name: 'presence' }).delete({ key: 'policies' });
    wired(room.app.strapi).workflows.forget();
    await room.app.strapi.db.query('presence::signoff-failure').deleteMany({});
    await room.app.strapi.db.query('presence::audit').deleteMany({});
  });
  const stage = async (documentId: string) => (await room.panel(documentId)).stage;
  const approvals = async (documentId: string) =>
    (await room.panel(documentId)).decisions.filter(({ kind }) => kind === 'approve').length;

  it('asks by a mail that holds the link, which no answer of the API does', async () => {
    const documentId = await room.submitted();
    const asked = await room.ask(room.emil, documentId, {
      message: 'Is the price right?\n<b>Emil</b>',
      days: 3,
    });
    expect(asked.status).toBe(200);
    expect(asked.body.links).toMatchObject([{ name: owner.name, counts: true }]);
    const mail = await room.smtp.to(owner.email).at(-1)?.parsed();
    expect(mail?.subject).toBe('Please look at “Rye is back”');
    expect(mail?.from?.text).toContain('Lindner & Daughters');
    expect(mail?.text).toContain('Is the price right?');
    expect(mail?.html).toContain('&lt;b&gt;Emil&lt;/b&gt;');
    const token = /signoff\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none';
    expect(JSON.stringify([asked.body, await room.links(documentId)])).not.toContain(token);
    const rows = JSON.stringify(await room.app.strapi.db.query('presence::signoff').findMany({}));
    expect(rows).not.toContain(token);
    expect(await room.audit('signoff.request')).toMatchObject([
      { by: { name: room.emil.name }, details: { name: owner.name, days: 3 } },
    ]);
    expect(JSON.stringify(await room.audit('signoff.request'))).not.toContain(owner.email);
  });

  it('shows the entry, and approves it once by an explicit press', async () => {
    const documentId = await room.submitted({
      title: 'Plum <cake>',
      summary: '<img src=x onerror=alert(1)> Fresh',
    });
    const link = await room.linkTo(documentId);
    const page = await room.open(link);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Plum &lt;cake&gt;');
    expect(page.html).not.toMatch(/<script|<img/);
    expect(page.html).toContain(`${owner.name}, ${room.emil.name} asks for your answer.`);
    expect(page.html).toContain('You see this for the first time.');
    expect((await room.links(documentId))[0]?.state).toBe('opened');
    const pressed = await room.answer(link, 'approve', { comment: 'Lovely' });
    expect(pressed.status).toBe(303);
    expect(new URL(pressed.location ?? '', link).href).toBe(link);
    expect(await stage(documentId)).toBe('approved');
    const receipt = await room.open(link);
    expect([receipt.status, receipt.page]).toEqual([200, '']);
    expect(receipt.html).toContain('Thank you, you approved it');
    expect(receipt.html).toContain('Lovely');
    expect((await room.audit('decision.approve'))[0]?.by).toMatchObject({ kind: 'guest', name: owner.name });
    expect((await room.links(documentId))[0]?.state).toBe('approve');
    const { body } = await room.emil.call<{ items: { code: string; message: string }[] }>(
      'GET',
      '/presence/notices',
    );
    expect(body.items.map(({ message }) => message)).toContain(
      `${owner.name} approved “Plum <cake>”: “Lovely”`,
    );
  });

  it('protects the page: nothing runs, nothing is loaded from elsewhere, nothing is kept or framed', async () => {
    const { headers } = await room.open(await room.linkTo(await room.submitted()));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; img-src 'self' (http:\/\/127\.0\.0\.1:\d+); media-src 'self' \1; style-src 'unsafe-inline'; form-action 'self'/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-robots-tag')).toContain('noindex');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('link scanners decide nothing, whatever they call', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const scanner = { 'user-agent': 'Barracuda Sentinel (bot)' };
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(200);
    expect((await room.open(link, { 'sec-purpose': 'prefetch' })).status).toBe(200);
    // Posts at once, without the page, without the tick, without a button.
    const { page } = await room.atOnce(async () => {
      const opened = await room.open(link, scanner);
      const fields = { page: opened.page, decision: 'approve', confirm: 'yes' };
      expect((await room.press(link, fields)).status).toBe(422);
      return opened;
    });
    expect((await room.links(documentId))[0]?.state).toBe('sent');
    expect((await room.press(link, {})).status).toBe(422);
    expect((await room.press(link, { decision: 'approve', confirm: 'yes' })).status).toBe(422);
    room.look();
    expect((await room.press(link, { page, decision: 'approve' })).status).toBe(422);
    expect((await room.press(link, { page, confirm: 'yes' })).status).toBe(422);
    expect((await fetch(`${link}?decision=approve&confirm=yes&page=${page}`)).status).toBe(200);
    expect((await fetch(link, { method: 'PUT', body: 'decision=approve' })).status).toBe(405);
    expect(await stage(documentId)).toBe('in-review');
    expect(await approvals(documentId)).toBe(0);
    // It did not use the link up.
    expect((await room.answer(link, 'approve')).status).toBe(303);
  });

  it('a forged or altered link is answered with a clear page, one row of the record, and nothing else', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const last = link.at(-1) === 'A' ? 'B' : 'A';
    const answers = [];
    for (const bad of [
      `${link.slice(0, -1)}${last}`,
      link.slice(0, -4),
      link.replace(/signoff\/.*/, 'signoff/forged'),
    ])
      answers.push(await room.open(bad), await room.press(bad, { decision: 'approve', confirm: 'yes' }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
    expect(answers[0]?.html).toContain('This link does not work');
    expect(await room.audit('signoff.refused')).toMatchObject([
      { entry: null, details: { reason: 'forged' } },
    ]);
    expect(await wired(room.app.strapi).signOff.failures(0)).toMatchObject([{ reason: 'forged', times: 6 }]);
    expect(await stage(documentId)).toBe('in-review');
  });

  it('a link that was used shows what was decided, and counts once', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const { page } = await room.open(link);
    room.look();
    const fields = { page, decision: 'approve', confirm: 'yes' };
    expect((await room.press(link, fields)).status).toBe(303);
    const again = await room.press(link, { ...fields, decision: 'request-changes', comment: 'No' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('Thank you, you approved it');
    expect(await stage(documentId)).toBe('approved');
    expect(await room.audit('signoff.refused')).toMatchObject([
      { details: { reason: 'reused', name: owner.name } },
    ]);
  });

  it('of several presses at the same time one wins', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const { page } = await room.open(link);
    room.look();
    const fields = { page, decision: 'approve', confirm: 'yes' };
    const presses = await Promise.all([1, 2, 3, 4].map(() => room.press(link, fields)));
    expect(presses.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    expect(await approvals(documentId)).toBe(1);
  });

  it('a late link says so and stays closed, also where the clock is set back', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const { page } = await room.open(link);
    room.look();
    const links = room.app.strapi.db.query('presence::signoff');
    const [row] = await links.findMany({ orderBy: { id: 'desc' }, limit: 1 });
    await links.update({ where: { id: row.id }, data: { expiresAt: Date.now() - 1 } });
    const late = await room.press(link, { page, decision: 'approve', confirm: 'yes' });
    expect([late.status, late.html.includes('This link is too old')]).toEqual([410, true]);
    await links.update({ where: { id: row.id }, data: { expiresAt: Date.now() + 60_000 } });
    expect((await room.press(link, { page, decision: 'approve', confirm: 'yes' })).status).toBe(410);
    expect(await room.audit('signoff.refused')).toMatchObject([{ details: { reason: 'late' } }]);
    expect(await stage(documentId)).toBe('in-review');
  });

  it('can be taken back by who asked and by who may change the settings, by nobody else', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const { page } = await room.open(link);
    const key = (await room.links(documentId))[0]?.key;
    const revoke = (by: SignOffRoom['emil']) =>
      by.call<{ error: { details: { code: string } } }>('POST', `/presence/signoffs/${key}/revoke`);
    expect((await revoke(room.nora)).body.error.details.code).toBe('signoff.not-yours');
    expect((await revoke(room.emil)).status).toBe(200);
    expect((await revoke(room.rosa)).body.error.details.code).toBe('signoff.is-over');
    room.look();
    const pressed = await room.press(link, { page, decision: 'approve', confirm: 'yes' });
    expect([pressed.status, pressed.html.includes('This link was taken back')]).toEqual([410, true]);
    expect(await room.audit('signoff.revoke')).toMatchObject([
      { by: { name: room.emil.name }, details: { why: 'revoked' } },
    ]);
    expect(await stage(documentId)).toBe('in-review');
  });

  it('closes by itself when the entry is withdrawn, or when others have approved it', async () => {
    for (const [by, kind, title] of [
      [room.emil, 'withdraw', 'It is being worked on'],
      [room.nora, 'approve', 'It is settled already'],
    ] as const) {
      const documentId = await room.submitted();
      const link = await room.linkTo(documentId);
      const { seal } = await room.panel(documentId);
      const entry = { uid: article, documentId, locale: 'en' };
      expect((await by.call('POST', '/presence/entry/decision', { entry, kind, seal })).status).toBe(200);
      const page = await room.open(link);
      expect([page.status, page.html.includes(title)]).toEqual([410, true]);
    }
  });

  it('refuses an answer to what was changed between looking and pressing, and shows it anew', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const { page } = await room.open(link);
    await room.edit(room.emil, documentId, { title: 'Rye is back, cheaper' });
    room.look();
    const pressed = await room.press(link, { page, decision: 'approve', confirm: 'yes', comment: 'Fine' });
    expect(pressed.status).toBe(409);
    expect(pressed.html).toContain('Rye is back, cheaper');
    expect(pressed.html).toContain('It was changed while you were looking');
    expect(pressed.html).toContain('It was changed since the mail was sent to you.');
    expect(pressed.html).toMatch(/>\s*Fine<\/textarea>/);
    expect(pressed.html).not.toMatch(/<input[^>]* checked/);
    expect(await stage(documentId)).toBe('in-review');
    room.look();
    expect((await room.press(link, { page: pressed.page, decision: 'approve', confirm: 'yes' })).status).toBe(
      303,
    );
    expect(await stage(documentId)).toBe('approved');
  });

  it('shows each copy as it will look, and the approval covers what was shown', async () => {
    const documentId = await room.submitted();
    const channel = await room.rosa.call<{ key: string }>('POST', '/presence/channels', {
      kind: 'webhook',
      name: 'Partner paper',
      settings: { url: 'https://partner.test/hook' },
      secret: { signingSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    });
    const entry = { uid: article, documentId, locale: 'en' };
    const copy = {
      text: 'Rye <b>again</b>',
      title: 'Rye',
      link: 'https://bakery.test/rye',
      pictures: [],
      edited: true,
    };
    const campaign = (text: string) => ({
      name: 'Rye week',
      copies: [{ channel: channel.body.key, copy: { ...copy, text } }],
    });
    const made = await room.rosa.call<{ key: string }>('POST', '/presence/campaigns', {
      entry,
      ...campaign(copy.text),
    });
    expect(made.status).toBe(201);
    const link = await room.linkTo(documentId);
    const { html, page } = await room.open(link);
    expect(html).toContain('For Partner paper');
    expect(html).toContain('Rye &lt;b&gt;again&lt;/b&gt;');
    expect(html).toContain('bakery.test');
    const changed = await room.rosa.call(
      'PUT',
      `/presence/campaigns/${made.body.key}`,
      campaign('Rye, for free'),
    );
    expect(changed.status).toBe(200);
    room.look();
    const pressed = await room.press(link, { page, decision: 'approve', confirm: 'yes' });
    expect([pressed.status, pressed.html.includes('Rye, for free')]).toEqual([409, true]);
    room.look();
    expect((await room.press(link, { page: pressed.page, decision: 'approve', confirm: 'yes' })).status).toBe(
      303,
    );
    const panel = await room.panel(documentId);
    expect([panel.stage, panel.blockers]).toEqual(['approved', []]);
  });

  it('shows what changed since the person’s own answer, word by word', async () => {
    const documentId = await room.submitted({ summary: 'Fresh from Friday on.' });
    await room.answer(await room.linkTo(documentId), 'request-changes', { comment: 'Which Friday?' });
    await room.edit(room.emil, documentId, { summary: 'Fresh from the first Friday on.' });
    const { seal } = await room.panel(documentId);
    const entry = { uid: article, documentId, locale: 'en' };
    await room.emil.call('POST', '/presence/entry/decision', { entry, kind: 'submit', seal });
    const { html } = await room.open(await room.linkTo(documentId));
    expect(html).toMatch(/Since your answer of \d+ \w+ 20\d\d/);
    expect(html).toMatch(/<strong>Summary<\/strong>/);
    expect(html).toMatch(/<ins><span class="hidden">New: <\/span>the first <\/ins>/);
    expect(html).not.toContain('You see this for the first time.');
  });

  it('asks for changes with words, and comments as often as wanted', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    for (const text of ['Which Friday?', 'And which oven?']) {
      const said = await room.answer(link, 'comment', { comment: text });
      expect([said.status, said.location?.endsWith('?said=1')]).toEqual([303, true]);
    }
    const page = await room.open(`${link}?said=1`);
    expect(page.html).toContain('your comment was passed on');
    expect(page.html).toContain('Which Friday?');
    const silent = await room.answer(link, 'request-changes');
    expect([silent.status, silent.html.includes('role="alert"')]).toEqual([422, true]);
    expect((await room.answer(link, 'request-changes', { comment: 'Name the Friday.' })).status).toBe(303);
    expect(await stage(documentId)).toBe('draft');
    expect((await room.open(link)).html).toContain('you asked for changes');
  });

  it('lets an unknown address look and comment, for who may assign reviews, and never approve', async () => {
    const documentId = await room.submitted();
    const other = { name: 'Emil', email: 'emil@private-home.test' };
    expect((await room.ask(room.emil, documentId, other)).body.error.details.code).toBe('signoff.not-known');
    const link = await room.linkTo(documentId, other, room.nora);
    const page = await room.open(link);
    expect(page.html).toContain('Approving is for others.');
    expect(page.html).not.toContain('value="approve"');
    const pressed = await room.answer(link, 'approve');
    expect(pressed.status).toBe(409);
    expect(await stage(documentId)).toBe('in-review');
    expect((await room.answer(link, 'comment', { comment: 'Hello' })).status).toBe(303);
  });

  it('whoever edited cannot approve by a link either, and nobody asks themselves', async () => {
    const documentId = await room.submitted();
    const users = room.app.strapi.db.query('admin::user');
    const { email } = await users.findOne({ where: { id: Number(room.emil.id) } });
    await room.people([owner, { name: 'Emil', email, language: 'en' }]);
    expect((await room.ask(room.emil, documentId, { name: 'Emil', email })).body.error.details.code).toBe(
      'signoff.yourself',
    );
    const tagged = { name: 'Emil', email: email.replace('@', '+phone@') };
    await room.people([owner, { ...tagged, language: 'en' }]);
    expect((await room.ask(room.emil, documentId, tagged)).body.error.details.code).toBe('signoff.yourself');
    const link = await room.linkTo(documentId, tagged, room.nora);
    expect((await room.open(link)).html).toContain('You changed this yourself');
    const pressed = await room.answer(link, 'approve');
    expect([pressed.status, await stage(documentId)]).toEqual([409, 'in-review']);
    await room.people([owner]);
  });

  it('who was taken off the list cannot approve any more with a link that they have', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    await room.people([]);
    expect((await room.answer(link, 'approve')).status).toBe(409);
    expect(await stage(documentId)).toBe('in-review');
    await room.people([owner]);
  });

  it('counts as one of several, with a colleague who has a seat', async () => {
    await room.workflow(({ decision }) =>
      decision === 'approve'
        ? {
            who: ['may:review.approve', `guest:${owner.email}`],
            needs: [
              { count: 1, of: [`guest:${owner.email}`] },
              { count: 1, of: ['may:review.approve'] },
            ],
            checklist: ['The price is right'],
          }
        : {},
    );
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    expect((await room.open(link)).html).toContain('0 of 2 people have approved it.');
    const open = await room.answer(link, 'approve');
    expect([open.status, open.html.includes('Tick each point of the list.')]).toEqual([422, true]);
    expect((await room.answer(link, 'approve', { checklist: 'The price is right' })).status).toBe(303);
    expect(await stage(documentId)).toBe('in-review');
    const { seal } = await room.panel(documentId);
    const { status } = await room.nora.call('POST', '/presence/entry/decision', {
      entry: { uid: article, documentId, locale: 'en' },
      kind: 'approve',
      seal,
      checklist: ['The price is right'],
    });
    expect([status, await stage(documentId)]).toEqual([200, 'approved']);
  });

  it('works from two processes with one database: a press here and a press there, one counts', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    const token = link.slice(link.lastIndexOf('/') + 1);
    const desks = [room.again().desk, room.again().desk];
    const caller = { id: 'a phone', isPerson: true };
    const pages = await Promise.all(desks.map((desk) => desk.open(token, caller)));
    room.look();
    const presses = await Promise.all(
      desks.map((desk, index) => {
        const shown = pages[index];
        const page = shown?.kind === 'page' ? shown.token : '';
        return desk.press(token, postedOf({ page, decision: 'approve', confirm: 'yes' }), caller);
      }),
    );
    expect(presses.map(({ kind }) => kind).sort()).toEqual(['done', 'receipt']);
    expect(await approvals(documentId)).toBe(1);
  });

  it('loses no mail: what the server refuses for now goes out later, and a new mail ends the older link', async () => {
    const documentId = await room.submitted();
    room.smtp.fault({ at: 'rcpt', code: 451, times: 1 });
    await room.ask(room.emil, documentId);
    expect((await room.links(documentId))[0]?.state).toBe('queued');
    const links = room.app.strapi.db.query('presence::signoff');
    await links.updateMany({ where: { mail: 'queued' }, data: { mailNextAt: 0 } });
    await wired(room.app.strapi).signOff.mails.tick();
    expect((await room.links(documentId))[0]?.state).toBe('sent');
    const linkIn = async () =>
      /http\S+\/presence\/signoff\/[\w-]+/.exec((await room.smtp.mails.at(-1)?.parsed())?.text ?? '')?.[0] ??
      '';
    const first = await linkIn();
    const key = (await room.links(documentId))[0]?.key;
    expect((await room.emil.call('POST', `/presence/signoffs/${key}/send`)).status).toBe(200);
    await wired(room.app.strapi).signOff.mails.idle();
    const second = await linkIn();
    expect(second).not.toBe(first);
    const old = await room.open(first);
    expect([old.status, old.html.includes('There is a newer link')]).toEqual([410, true]);
    expect((await room.answer(second, 'approve')).status).toBe(303);
  });

  it('tells who asked when the mail is refused for good', async () => {
    const documentId = await room.submitted();
    room.smtp.fault({ at: 'rcpt', code: 550, text: '5.1.1 no such user' });
    await room.ask(room.emil, documentId);
    expect(await room.links(documentId)).toMatchObject([{ state: 'failed' }]);
    const { body } = await room.emil.call<{ items: { code: string }[] }>('GET', '/presence/notices');
    expect(body.items.map(({ code }) => code)).toContain('signoff.mail-failed');
  });

  it('says what to set before a mail could lead anywhere, and refuses what makes no sense', async () => {
    const documentId = await room.submitted();
    const code = async (change: object) =>
      (await room.ask(room.emil, documentId, change)).body.error.details.code;
    expect(await code({ email: 'nobody' })).toBe('request.invalid');
    await room.ask(room.emil, documentId);
    expect(await code({})).toBe('signoff.asked-already');
    const { body } = await room.rosa.call('GET', '/presence/settings');
    await room.rosa.call('PUT', '/presence/settings', { ...body, publicUrl: '' });
    expect(await code({})).toBe('signoff.no-public-url');
    await room.rosa.call('PUT', '/presence/settings', body);
  });

  it('says so where the entry is gone', async () => {
    const documentId = await room.submitted();
    const link = await room.linkTo(documentId);
    await room.app.strapi.documents(article).delete({ documentId, locale: 'en' });
    const page = await room.open(link);
    expect([page.status, page.html.includes('It is not there any more')]).toEqual([410, true]);
  });

  it('turns away who tries many links, and fills neither record nor table', async () => {
    const forged = `${room.app.url}/api/presence/signoff/`;
    const statuses = [];
    for (let index = 0; index < 40; index++) statuses.push((await room.open(`${forged}${index}`)).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await room.audit('signoff.refused')).length).toBeLessThanOrEqual(2);
    expect(await room.app.strapi.db.query('presence::signoff-failure').count({})).toBeLessThanOrEqual(2);
  });
});
