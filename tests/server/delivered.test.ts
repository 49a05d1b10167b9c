import { publicationLog } from '../../server/services/publication-log';
import { wired } from '../../server/wire';
import { bootStrapi, databases, type App } from './boot';
import { press, publication } from './press';

describe.each(databases())('what tells of a delivery, on %s', (db) => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi({ db });
  });
  afterAll(() => app.stop());

  const house = async () => {
    const one = press(app.strapi.db);
    await one.empty();
    await app.strapi.db.connection('presence_touchpoints').delete();
    const { touchpoints, audit } = wired(app.strapi);
    const log = publicationLog({
      audit: audit.recordIn,
      emit: async () => undefined,
      notify: async () => undefined,
      touchpoints: (connection, rows) => touchpoints.writeIn(connection, { touchpoints: rows, drops: [] }),
      outOfOrder: async () => undefined,
      now: () => one.clock.now,
    });
    const counted = async () =>
      (await app.strapi.db.connection('presence_touchpoints').select('kind', 'publication', 'value')).map(
        (row: Record<string, unknown>) => ({ ...row, value: Number(row['value']) }),
      );
    return { ...one, log, counted };
  };

  it('is there when the process dies at once after the commit', async () => {
    const { insert, work, engine, row, log, counted } = await house();
    const [one] = await insert(publication());
    const key = one?.key ?? '';
    const dead = new Promise<void>(() => undefined);
    void (await engine({ inside: log.inside, after: () => dead })).tick();
    while ((await row(key)).state !== 'delivered') await new Promise((next) => setImmediate(next));
    expect(await counted()).toEqual([{ kind: 'delivered', publication: key, value: 1 }]);
    await work(await engine({ inside: log.inside, after: log.after }));
    expect(await counted()).toHaveLength(1);
  });

  it('is not there when the process dies before it, and is there once after the restart', async () => {
    const { insert, work, engine, row, log, counted, world, pass, sent } = await house();
    const [one] = await insert(publication());
    const key = one?.key ?? '';
    const dying = await engine({
      inside: async (written, connection) => {
        await log.inside(written, connection);
        throw new Error('the power is gone');
      },
    });
    await dying.tick();
    await dying.idle();
    expect([(await row(key)).state, await counted()]).toEqual(['running', []]);
    world.find = async () => ({ remoteId: 'found', url: null });
    pass(31_000);
    await work(await engine({ inside: log.inside, after: log.after }));
    expect(sent).toHaveLength(1);
    expect((await row(key)).state).toBe('delivered');
    expect(await counted()).toEqual([{ kind: 'delivered', publication: key, value: 1 }]);
  });

  it('counts a mailing by its recipients, not once more', async () => {
    const { insert, work, engine, log, counted } = await house();
    await insert(publication({ kind: 'email' }));
    await work(await engine({ inside: log.inside, after: log.after }));
    expect(await counted()).toEqual([]);
  });
});
