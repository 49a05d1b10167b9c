import { bootStrapi, type App } from './boot';
import { hire } from './staff';

describe('what listens to events of Strapi', () => {
  let app: App;
  beforeAll(async () => {
    app = await bootStrapi();
  });
  afterAll(() => app.stop());

  it('does not end the process when what it needs throws', async () => {
    const fatal: unknown[] = [];
    const note = (error: unknown): void => void fatal.push(error);
    process.on('unhandledRejection', note);
    const logged: string[] = [];
    const error = app.strapi.log.error.bind(app.strapi.log);
    app.strapi.log.error = ((line: string) => (logged.push(line), app.strapi.log)) as typeof error;
    // A log-in without a user, and every event of an entry without one.
    for (const name of ['admin.auth.success', 'entry.publish', 'entry.update', 'entry.delete'])
      await app.strapi.eventHub.emit(name, { user: null });
    await new Promise((next) => setImmediate(next));
    app.strapi.log.error = error;
    process.off('unhandledRejection', note);
    expect(fatal).toEqual([]);
    expect(logged.some((line) => line.includes('log-in'))).toBe(true);
    expect((await hire(app, 'Rosa')).call).toBeDefined();
  });
});
