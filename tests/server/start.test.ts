import { bootStrapi, databases } from './boot';
import { ask, person } from './people';

describe.each(databases())('Strapi with the plugin on %s', (db) => {
  it('starts, knows the plugin, lets a person in and stops', async () => {
    const app = await bootStrapi({ db });
    try {
      expect(app.strapi.plugin('presence')).toBeDefined();
      const rosa = await person(app, {
        email: 'owner@bakery.test',
        firstname: 'Rosa',
        lastname: 'Lindner',
        may: 'super',
      });
      expect((await ask(app, rosa, 'GET', '/admin/users/me')).status).toBe(200);
      expect((await ask(app, null, 'GET', '/admin/users/me')).status).toBe(401);
    } finally {
      await app.stop();
    }
  });
});
