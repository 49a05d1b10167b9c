import { bootStrapi, databases } from './boot';
import { createDatabase } from './databases';

describe.each(databases())('A database of %s that is handed on', (db) => {
  it('is the same one, holds nothing of before, and counts from one again', async () => {
    const first = await createDatabase(db);
    const before = await bootStrapi({ database: first });
    for (const name of ['Morning bakers', 'Evening bakers'])
      await before.strapi.db.query('admin::role').create({ data: { name, code: name } });
    const ids = async ({ strapi }: typeof before) =>
      (await strapi.db.query('admin::role').findMany({ orderBy: 'id' })).map(
        ({ id, name }) => `${id} ${name}`,
      );
    const full = await ids(before);
    await before.stop();
    await first.drop();

    const second = await createDatabase(db);
    expect(second.connection).toEqual(first.connection);
    const after = await bootStrapi({ database: second });
    expect(await ids(after)).toEqual(full.slice(0, -2));
    expect(full.slice(0, -2)[0]).toMatch(/^1 /);
    await after.stop();
    await second.drop();
  });
});
