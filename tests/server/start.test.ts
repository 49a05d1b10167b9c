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

  it('gives the router of Strapi one route of the admin, and asks for permissions behind it', async () => {
    const app = await bootStrapi({ db });
    try {
      const ours = app.strapi.server.listRoutes().filter(({ path }) => String(path).startsWith('/presence'));
      expect(ours.map(({ path }) => path)).toEqual(['/presence/(.*)']);
      const nora = await person(app, {
        email: 'nora@bakery.test',
        firstname: 'Nora',
        lastname: 'Vogt',
        may: [],
      });
      expect((await ask(app, null, 'GET', '/presence/channels')).status).toBe(401);
      expect((await ask(app, nora, 'GET', '/presence/channels')).status).toBe(403);
      expect((await ask(app, nora, 'GET', '/presence/there-is-no-such-page')).status).toBe(404);
    } finally {
      await app.stop();
    }
  });
});
