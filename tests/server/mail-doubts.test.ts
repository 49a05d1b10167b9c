import { randomUUID } from 'node:crypto';
import type { MailDoubt } from '../../src/audience/schema';
import type { Page } from '../../src/shared/page';
import { publicationsStore } from '../../server/stores/publications';
import { databases } from './boot';
import { emptyList, mailroom, type Mailroom } from './mailroom';
import { ask, person, type Person } from './people';
import { publication as publicationOf } from './press';

describe.each(databases())('mails in doubt on %s', (db) => {
  let room: Mailroom;
  let marketer: Person;
  beforeAll(async () => {
    room = await mailroom(db);
    const may = ['contacts.read', 'campaigns.manage', 'read'].map((name) => ({
      action: `plugin::presence.${name}`,
    }));
    marketer = await person(room.app, {
      email: 'nora@bakery.test',
      firstname: 'Nora',
      lastname: 'Vogt',
      may,
    });
  });
  afterAll(() => room.stop());
  beforeEach(() => emptyList(room));

  /** A mailing to six of whom two are in doubt. */
  const inDoubt = async (state: 'delivered' | 'cancelled' = 'delivered') => {
    const key = randomUUID();
    await room.readers('doro', 6);
    room.smtp.heal();
    room.smtp.clear();
    room.smtp.fault({ at: 'cut', to: /doro[25]@/, times: 2 });
    await room.mail.adapter.deliver(room.account(), await room.delivery(key));
    room.smtp.heal();
    await publicationsStore(room.app.strapi.db).insert([
      publicationOf({ key, kind: 'email', state, nextAt: null }),
    ]);
    const path = `/presence/contacts/mailings/${key}/doubts`;
    return {
      key,
      list: async (query = '') =>
        (await ask<Page<MailDoubt>>(room.app, marketer, 'GET', `${path}${query}`)).body,
      settle: (body: object, who: Person | null = marketer) => ask(room.app, who, 'POST', path, body),
      state: async () => (await publicationsStore(room.app.strapi.db).byKey(key))?.state,
      delivered: async () =>
        (
          await room.app.strapi.db
            .query('presence::touchpoint')
            .findMany({ where: { publication: key, kind: 'delivered' } })
        ).reduce((sum: number, row: { value: string }) => sum + Number(row.value), 0),
    };
  };

  it('are listed by address and time, page by page', async () => {
    const { list } = await inDoubt();
    const { items, total } = await list();
    expect(items.map(({ email }) => email)).toEqual(['doro2@readers.test', 'doro5@readers.test']);
    expect(items[0]?.at).toBe(room.clock.now);
    expect(total).toBe(2);
    expect((await list('?page=2&pageSize=1')).items.map(({ email }) => email)).toEqual([
      'doro5@readers.test',
    ]);
  });

  it('count as delivered when a person says that they arrived, one or all', async () => {
    const { list, settle, state, delivered } = await inDoubt();
    expect(await delivered()).toBe(4);
    const [first] = (await list()).items;
    expect((await settle({ answer: 'arrived', mails: [first?.key] })).body).toEqual({ settled: 1 });
    expect((await list()).items.map(({ email }) => email)).toEqual(['doro5@readers.test']);
    expect(await delivered()).toBe(5);
    expect((await settle({ answer: 'arrived' })).body).toEqual({ settled: 1 });
    expect((await settle({ answer: 'arrived' })).body).toEqual({ settled: 0 });
    expect([await delivered(), await state()]).toEqual([6, 'delivered']);
    expect(room.smtp.mails).toHaveLength(6);
  });

  it('go out again, and only they, when a person says so', async () => {
    const { key, list, settle, state, delivered } = await inDoubt();
    const [, second] = (await list()).items;
    expect((await settle({ answer: 'again', mails: [second?.key] })).body).toEqual({ settled: 1 });
    expect(await state()).toBe('scheduled');
    await room.mail.adapter.deliver(room.account(), await room.delivery(key));
    expect(room.smtp.to('doro5@readers.test')).toHaveLength(2);
    expect(room.smtp.to('doro2@readers.test')).toHaveLength(1);
    expect(room.smtp.mails).toHaveLength(7);
    expect(await delivered()).toBe(5);
    expect((await list()).total).toBe(1);
  });

  it('stay in doubt where the mailing was stopped', async () => {
    const { list, settle } = await inDoubt('cancelled');
    expect(await settle({ answer: 'again' })).toMatchObject({
      status: 400,
      body: { error: { details: { code: 'publication.not-possible' } } },
    });
    expect((await list()).total).toBe(2);
  });

  it('are not settled by somebody who may only look, nor for a mailing that does not exist', async () => {
    const { settle } = await inDoubt();
    const looker = await person(room.app, {
      email: `${randomUUID()}@bakery.test`,
      firstname: 'Emil',
      lastname: 'Hartmann',
      may: [{ action: 'plugin::presence.contacts.read' }],
    });
    expect((await settle({ answer: 'arrived' }, looker)).status).toBe(403);
    expect((await settle({ answer: 'perhaps' })).status).toBe(400);
    const path = `/presence/contacts/mailings/${randomUUID()}/doubts`;
    expect((await ask(room.app, marketer, 'POST', path, { answer: 'arrived' })).status).toBe(404);
  });
});
