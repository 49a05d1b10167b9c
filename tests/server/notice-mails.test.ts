import { Temporal } from 'temporal-polyfill';
import type { PreferencesView } from '../../src/governance/notices/preferences';
import { databases } from './boot';
import { article } from './newsroom';
import type { Staff } from './staff';
import { drained, tellingRoom, type TellingRoom } from './telling-room';

describe.each(databases())('notices, on %s', (db) => {
  let room: TellingRoom;
  beforeAll(async () => {
    room = await tellingRoom(db);
  });
  afterAll(() => room.stop());
  beforeEach(() => room.clear());

  const raise: TellingRoom['presence']['notices']['raise'] = (notice) => room.presence.notices.raise(notice);
  const unread = async (by: Staff): Promise<{ key: string; code: string; message: string }[]> =>
    (
      await by.call<{ items: { key: string; code: string; message: string }[] }>(
        'GET',
        '/presence/notices?unread=true',
      )
    ).body.items;
  const codes = async (by: Staff) => (await unread(by)).map(({ code }) => code);
  const read = async (by: Staff) =>
    by.call('POST', '/presence/notices/read', { keys: (await unread(by)).map(({ key }) => key) });
  const preferences = async (by: Staff) =>
    (await by.call<PreferencesView>('GET', '/presence/notices/preferences')).body;
  const choose = async (by: Staff, ways: object, more: object = {}) => {
    const { ways: before, hour, zone } = await preferences(by);
    const { status } = await by.call('PUT', '/presence/notices/preferences', {
      ...{ ways: { ...before, ...ways }, hour, zone },
      ...more,
    });
    expect(status).toBe(200);
  };
  /** First names of those who got a mail, and the mails. */
  const post = async () =>
    Promise.all(
      room.smtp.mails.map(async (mail) => ({
        ...(await mail.parsed()),
        to: mail.to[0]?.split('-')[0] ?? '',
      })),
    );

  describe('in the inbox', () => {
    it('reach one person, a Strapi role, whoever holds a permission, or everybody', async () => {
      const about = { severity: 'info', message: 'News.' } as const;
      await raise({ ...about, code: 'test.one', to: room.emil.id });
      await raise({
        ...about,
        code: 'test.role',
        audience: { kind: 'roles', codes: ['strapi-super-admin'] },
      });
      await raise({
        ...about,
        code: 'test.may',
        audience: { kind: 'permission', permission: 'review.approve' },
      });
      await raise({
        ...about,
        code: 'test.two',
        audience: { kind: 'users', ids: [room.emil.id, room.nora.id] },
      });
      await raise({ ...about, code: 'test.all' });
      expect((await codes(room.emil)).sort()).toEqual(['test.all', 'test.one', 'test.two']);
      expect((await codes(room.nora)).sort()).toEqual(['test.all', 'test.may', 'test.two']);
      expect((await codes(room.owner)).sort()).toEqual(['test.all', 'test.may', 'test.role']);
    });

    it('that one of several has read stay for the others, and are told anew to all when it happens again', async () => {
      const about = { code: 'test.news', severity: 'info', message: 'First.' } as const;
      await raise(about);
      await read(room.emil);
      expect([await codes(room.emil), await codes(room.nora)]).toEqual([[], ['test.news']]);
      await raise({ ...about, message: 'Again.' });
      for (const by of [room.emil, room.nora])
        expect((await unread(by)).map(({ message }) => message)).toEqual(['Again.']);
      await room.presence.notices.settle({ code: 'test.news' });
      for (const by of [room.emil, room.nora]) expect(await codes(by)).toEqual([]);
    });

    it('that somebody has read are over for the others, too, when the matter is settled', async () => {
      await raise({ code: 'test.news', severity: 'info', message: 'First.' });
      await read(room.emil);
      await room.presence.notices.settle({ code: 'test.news' });
      expect(await codes(room.nora)).toEqual([]);
    });

    it('are counted, and not shown where a person turned their topic off', async () => {
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Refused.' });
      const count = async (by: Staff) =>
        (await by.call<{ unread: number }>('GET', '/presence/notices/count')).body.unread;
      expect(await count(room.emil)).toBe(1);
      await choose(room.emil, { publishing: 'off' });
      expect([await count(room.emil), await codes(room.emil), await count(room.nora)]).toEqual([0, [], 1]);
    });

    it('of others cannot be marked as read', async () => {
      await raise({ code: 'test.one', severity: 'info', message: 'For Nora.', to: room.nora.id });
      const [hers] = await unread(room.nora);
      await room.emil.call('POST', '/presence/notices/read', { keys: [hers?.key] });
      expect(await codes(room.nora)).toEqual(['test.one']);
    });
  });

  describe('by e-mail', () => {
    it('come at once to who may approve and not to who asked, with a link to the entry and to the preferences', async () => {
      const id = await room.write(room.emil, { title: 'Rye is back' });
      await raise({
        code: 'review.waits-for-approval',
        severity: 'info',
        message: '“Rye <is> back” waits for approval.',
        entry: `${article}|${id}|en`,
        audience: { kind: 'permission', permission: 'review.approve' },
        by: room.owner.id,
      });
      await drained(room.process());
      const mails = await post();
      expect(mails.map(({ to }) => to)).toEqual(['nora']);
      const [mail] = mails;
      expect(mail?.subject).toBe('“Rye <is> back” waits for approval.');
      expect(mail?.from?.text).toContain('Lindner & Daughters');
      for (const text of [String(mail?.html), String(mail?.text)]) {
        expect(text).toContain(`/content-manager/collection-types/${article}/${id}`);
        expect(text).toContain('/plugins/presence-notices/preferences');
      }
      expect(String(mail?.html)).toContain('Rye &lt;is&gt; back');
      expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    });

    it('come once a day in one mail at the person’s hour, from whichever of two processes is first', async () => {
      room.clock.now = Temporal.ZonedDateTime.from('2026-10-24T09:30[Europe/Berlin]').epochMilliseconds;
      await choose(
        room.nora,
        { publishing: 'digest', 'my-entries': 'digest' },
        { hour: 2, zone: 'Europe/Berlin' },
      );
      const to = room.nora.id;
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Bluesky refused it.', to });
      await raise({ code: 'review.commented', severity: 'info', message: 'Rosa commented.', to });
      const processes = [room.process(), room.process()];
      const both = () => Promise.all(processes.map(drained));
      await both();
      expect(room.smtp.mails).toHaveLength(0);
      // The clocks show two o'clock twice in that night: the first counts.
      const hour = Temporal.Instant.from('2026-10-25T00:00:00Z').epochMilliseconds;
      room.clock.now = hour - 1;
      await both();
      expect(room.smtp.mails).toHaveLength(0);
      room.clock.now = hour;
      await both();
      room.clock.now = hour + 3_600_000;
      await both();
      const mails = await post();
      expect(mails).toHaveLength(1);
      expect(mails[0]?.subject).toBe('2 notices wait for you · Lindner & Daughters');
      expect(mails[0]?.text).toContain('Bluesky refused it.');
      expect(mails[0]?.text).toContain('Rosa commented.');
      // What comes later waits for the next day, also when the clock is set back.
      room.clock.now = hour - 60_000;
      await raise({ code: 'publication.held', severity: 'warning', message: 'One is held.', to });
      await both();
      room.clock.now = hour + 7_200_000;
      await both();
      expect(room.smtp.mails).toHaveLength(1);
      room.clock.now = Temporal.ZonedDateTime.from('2026-10-26T02:00[Europe/Berlin]').epochMilliseconds;
      await both();
      const later = await post();
      expect(later).toHaveLength(2);
      expect(later[1]?.text).toContain('One is held.');
      expect(later[1]?.text).not.toContain('Rosa commented.');
    });

    it('do not come about what was read or settled before', async () => {
      await choose(room.emil, { publishing: 'at-once', system: 'digest' });
      const to = room.emil.id;
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Refused.', to });
      await raise({ code: 'drift.found', severity: 'error', message: 'Drift.', to });
      await read(room.emil);
      await raise({ code: 'publication.held', severity: 'error', message: 'Held.', to });
      await room.presence.notices.settle({ code: 'publication.held', to });
      await drained(room.process());
      room.clock.now += 2 * 86_400_000;
      await drained(room.process());
      expect(room.smtp.mails).toHaveLength(0);
    });

    it('come again after the mail server was away, and once', async () => {
      await choose(room.emil, { publishing: 'at-once' });
      room.smtp.fault({ at: 'mail', code: 451, times: 1 });
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Refused.', to: room.emil.id });
      const process = room.process();
      await drained(process);
      expect(room.smtp.mails).toHaveLength(0);
      room.clock.now += 60_000;
      await drained(process);
      await drained(room.process());
      expect(room.smtp.mails).toHaveLength(1);
    });

    it('are given up for an address that does not exist, and somebody is told', async () => {
      await choose(room.emil, { publishing: 'at-once' });
      await choose(room.owner, { publishing: 'inbox' });
      room.smtp.fault({ at: 'rcpt', code: 550, text: '5.1.1 no such person' });
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Refused.', to: room.emil.id });
      await drained(room.process());
      expect(await codes(room.owner)).toContain('notices.mail-given-up');
    });

    it('cannot come where no e-mail is set up, and the preferences say so', async () => {
      room.account = null;
      const { preferences: service } = room.process();
      expect(await service.view(room.emil.id)).toMatchObject({
        sender: null,
        email: expect.stringContaining('emil'),
      });
      await choose(room.emil, { publishing: 'at-once' });
      await raise({ code: 'publication.rejected', severity: 'error', message: 'Refused.', to: room.emil.id });
      await drained(room.process());
      expect(await room.rows('delivery', { kind: 'mail' })).toMatchObject([{ state: 'dropped' }]);
      expect(await codes(room.emil)).toEqual(['publication.rejected']);
    });
  });

  it('are told as nobody chose until somebody does, and choices are checked', async () => {
    expect(await preferences(room.emil)).toMatchObject({
      ways: { approvals: 'at-once', publishing: 'digest' },
      hour: 8,
      zone: 'UTC',
    });
    const { ways } = await preferences(room.emil);
    for (const wrong of [{ hour: 24 }, { zone: 'Europe/Bread' }, { ways: { ...ways, baking: 'off' } }])
      expect(
        (
          await room.emil.call('PUT', '/presence/notices/preferences', {
            ways,
            hour: 8,
            zone: 'UTC',
            ...wrong,
          })
        ).status,
      ).toBe(400);
  });
});
