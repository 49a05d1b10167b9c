import type { Delivery } from '../../src/channels/channel';
import { wired } from '../../server/wire';
import { databases } from './boot';
import { emptyList, mailroom, type Mailroom } from './mailroom';

const publication = 'b1b2c3d4-0000-4000-8000-000000000001';
const minute = 60_000;
const rosa = { kind: 'user', id: '1', name: 'Rosa' } as const;

describe.each(databases())('a mailing on %s', (db) => {
  let room: Mailroom;
  beforeAll(async () => (room = await mailroom(db)));
  afterAll(() => room.stop());
  beforeEach(async () => {
    await emptyList(room);
    room.smtp.heal();
    room.smtp.clear();
  });

  const send = async (change: { readonly settings?: object; readonly delivery?: Partial<Delivery> } = {}) =>
    room.again().adapter.deliver(room.account(change), await room.delivery(publication, change.delivery));
  const mailing = async () => {
    const result = await room.mail.contacts.mailing(publication);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const recipients = () => room.smtp.mails.flatMap(({ to }) => to).sort();

  it('reaches every subscriber once, with both ways out, a fixed id and a text part', async () => {
    await room.readers('anna', 3);
    await room.readers('pending', 1, { confirmed_at: null });
    await room.readers('gone', 1, { unsubscribed_at: 1 });
    expect(await send()).toEqual({ kind: 'delivered', remoteId: publication, url: null, note: '3 sent.' });
    expect(recipients()).toEqual(['anna1@readers.test', 'anna2@readers.test', 'anna3@readers.test']);

    const mail = await room.smtp.to('anna2@readers.test')[0]?.parsed();
    const raw = room.smtp.to('anna2@readers.test')[0]?.raw.toString('latin1') ?? '';
    expect(mail?.subject).toBe('Rye is back – Größe S');
    expect(mail?.from?.text).toBe('"Lindner & Daughters" <news@bakery.test>');
    expect(raw).toMatch(/^List-Unsubscribe: <http:\/\/[^>\s]+\/api\/presence\/unsubscribe\/[\w-]+>\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@bakery\.test>$/);
    expect(mail?.text).toContain('Hello Reader 2,');
    expect(mail?.text).toContain('Mill Lane 1');
    expect(mail?.html).toContain('/api/presence/l/');
    expect(mail?.html).toContain('/api/presence/o/');
    expect(
      new Set(
        room.smtp.mails.map(({ raw: each }) => /^Message-ID: (.*)\r$/m.exec(each.toString('latin1'))?.[1]),
      ).size,
    ).toBe(3);

    // Asked again, it knows that everything went out.
    expect((await send()).kind).toBe('delivered');
    expect(room.smtp.mails).toHaveLength(3);
    expect(await mailing()).toMatchObject({ candidates: 3, isComplete: true, counts: { sent: 3 } });
  });

  it('one refused address concerns one row, and is not written to again', async () => {
    const [, bad] = await room.readers('bert', 4);
    room.smtp.fault({ at: 'rcpt', to: 'bert2@readers.test', code: 550, text: '5.1.1 no such user' });
    expect(await send()).toMatchObject({ kind: 'delivered', note: '3 sent, 1 refused.' });
    expect((await mailing()).problems).toMatchObject([
      {
        email: 'bert2@readers.test',
        state: 'refused',
        reply: expect.stringContaining('550 5.1.1 no such user'),
      },
    ]);
    const held = await room.mail.contacts.export(bad?.key ?? '', rosa);
    expect(held.ok && held.value.contact.state).toBe('bounced');
  });

  it('a full mailbox is no dead address; a "not now" is tried again later', async () => {
    await room.readers('carl', 3);
    room.smtp.fault({ at: 'rcpt', to: 'carl1@readers.test', code: 552, text: '5.2.2 over quota' });
    room.smtp.fault({ at: 'rcpt', to: 'carl2@readers.test', code: 451, text: '4.7.1 grey-listed', times: 1 });
    const outcome = await send();
    expect(outcome).toEqual({
      kind: 'parked',
      code: 'email.waiting',
      message: '1 sent, 1 refused, 1 waiting.',
      until: room.clock.now + minute,
    });
    expect((await room.mail.contacts.counts()).bounced).toBe(0);
    room.clock.now += minute;
    expect(await send()).toMatchObject({ kind: 'delivered', note: '2 sent, 1 refused.' });
    expect(recipients()).toEqual(['carl2@readers.test', 'carl3@readers.test']);
  });

  it.each(['hold', 'resend'] as const)(
    'a line cut after the mail was taken leaves that one in doubt (%s)',
    async (uncertain) => {
      await room.readers('dora', 6);
      room.smtp.fault({ at: 'cut', to: 'dora4@readers.test', times: 1 });
      const first = await send({ settings: { uncertain } });
      if (uncertain === 'hold') {
        expect(first).toMatchObject({ kind: 'delivered', note: '5 sent, 1 in doubt.' });
        expect((await send({ settings: { uncertain } })).kind).toBe('delivered');
        expect(room.smtp.to('dora4@readers.test')).toHaveLength(1);
        expect((await mailing()).problems).toMatchObject([{ email: 'dora4@readers.test', state: 'unknown' }]);
      } else {
        expect(first).toMatchObject({ kind: 'parked', until: room.clock.now + minute });
        room.clock.now += minute;
        expect(await send({ settings: { uncertain } })).toMatchObject({ kind: 'delivered', note: '6 sent.' });
        const twice = room.smtp.to('dora4@readers.test');
        expect(twice).toHaveLength(2);
        // The same Message-ID, by which many mail programs show it once.
        expect(
          new Set(await Promise.all(twice.map(async (each) => (await each.parsed()).messageId))).size,
        ).toBe(1);
      }
      expect(room.smtp.mails.length - room.smtp.to('dora4@readers.test').length).toBe(5);
    },
  );

  it('goes on after the process died in the middle: each mail once, only those on their way are in doubt', async () => {
    await room.readers('emma', 8);
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    room.smtp.fault({ at: 'hold', until, to: /emma[56]@/ });
    // This one never learns what became of the mails that it handed over.
    const died = room.mail.adapter.deliver(room.account(), await room.delivery(publication));
    await room.smtp.arrived(6);
    room.clock.now += 10 * minute;
    const next = room.again();
    const outcome = await next.adapter.deliver(room.account(), await room.delivery(publication));
    expect(outcome).toMatchObject({ kind: 'delivered', note: '6 sent, 2 in doubt.' });
    expect(recipients()).toEqual(Array.from({ length: 8 }, (_, index) => `emma${index + 1}@readers.test`));

    // A process that was only slow may still write down what it learns; it sends nothing more.
    release();
    expect((await died).kind).not.toBe('unknown');
    expect(recipients()).toHaveLength(8);
    const { counts, candidates } = await mailing();
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(candidates);
  });

  it('goes on at once with what a process that died had not begun', async () => {
    await room.readers('erik', 8);
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    room.smtp.fault({ at: 'hold', until, to: /erik[12]@/ });
    const died = room.mail.adapter.deliver(room.account(), await room.delivery(publication));
    await room.smtp.arrived(2);
    const next = await room.again().adapter.deliver(room.account(), await room.delivery(publication));
    expect(next).toMatchObject({ kind: 'parked', message: '6 sent, 2 waiting.' });
    release();
    await died;
    expect(recipients()).toEqual(Array.from({ length: 8 }, (_, index) => `erik${index + 1}@readers.test`));
    expect(await mailing()).toMatchObject({ counts: { sent: 8 } });
  });

  it('whoever leaves after the list was made gets nothing', async () => {
    const [first, second] = await room.readers('finn', 3);
    let beats = 0;
    const beat = async (): Promise<boolean> => {
      if (beats++ === 0) {
        await room.app.strapi.db.query('presence::contact').updateMany({
          where: { key: first?.key },
          data: { unsubscribed_at: room.clock.now },
        });
        await room.mail.contacts.erase(second?.key ?? '', rosa);
      }
      return true;
    };
    expect(await send({ delivery: { beat } })).toMatchObject({
      kind: 'delivered',
      note: '1 sent, 2 left before their turn.',
    });
    expect(recipients()).toEqual(['finn3@readers.test']);
    expect(await mailing()).toMatchObject({ candidates: 3, counts: { sent: 1, suppressed: 2 } });
  });

  it('a server that is away loses nothing', async () => {
    await room.readers('gina', 2);
    room.smtp.fault({ at: 'connect', code: 421, text: 'too busy' });
    expect(await send()).toMatchObject({ kind: 'retry', code: 'email.unreachable' });
    expect(await mailing()).toMatchObject({ counts: { queued: 2, sending: 0 } });
    room.smtp.heal();
    expect(await send()).toMatchObject({ kind: 'delivered', note: '2 sent.' });
  });

  it('a refused sender stops the mailing, not the readers', async () => {
    await room.readers('hugo', 2);
    room.smtp.fault({ at: 'mail', code: 553, text: '5.7.1 not your address' });
    expect(await send()).toMatchObject({ kind: 'blocked', code: 'email.sender-refused' });
    expect(await mailing()).toMatchObject({ counts: { queued: 2, refused: 0 } });
  });

  it('what was approved is what goes out, or nothing', async () => {
    await room.readers('ida', 1);
    expect(await send({ delivery: { seal: 'another' } })).toMatchObject({
      kind: 'rejected',
      code: 'email.entry-changed',
    });
    expect(room.smtp.mails).toHaveLength(0);
  });

  it('of two processes each takes other mails', async () => {
    await room.readers('jana', 40);
    const [left, right] = await Promise.all([
      room
        .again()
        .adapter.deliver(room.account({ settings: { rate: 20 } }), await room.delivery(publication)),
      room
        .again()
        .adapter.deliver(room.account({ settings: { rate: 1_000 } }), await room.delivery(publication)),
    ]);
    expect([left.kind, right.kind]).toContain('delivered');
    expect(recipients()).toHaveLength(40);
    expect(new Set(recipients()).size).toBe(40);
  });

  it('counts what was taken and what bounced in the ledger of touchpoints', async () => {
    await room.readers('karl', 3);
    room.smtp.fault({ at: 'rcpt', to: 'karl1@readers.test', code: 550, text: '5.1.1 unknown' });
    const count = async (kind: string) =>
      (await room.app.strapi.db.query('presence::touchpoint').findMany({ where: { kind } })).reduce(
        (sum: number, row: { value: string }) => sum + Number(row.value),
        0,
      );
    const before = [await count('delivered'), await count('bounced')] as const;
    await send();
    await wired(room.app.strapi).engagement.ledger.idle();
    expect([(await count('delivered')) - before[0], (await count('bounced')) - before[1]]).toEqual([2, 1]);
  });
});
