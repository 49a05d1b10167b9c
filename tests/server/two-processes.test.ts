import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { databases } from './boot';
import { createDatabase, type TestDatabase } from './databases';
import { article, codesOf, newsroom, type Blocked, type Newsroom, type Panel } from './newsroom';
import { call, type Answer, type Staff } from './staff';

const root = resolve(__dirname, '../..');

/** The plugin's server from its source, as one file for a plain Node process. */
async function bundled(): Promise<string> {
  const make = `import { bundleServer } from './tests/server-bundle.mjs'; const file = await bundleServer(); process.removeAllListeners('exit'); console.log(file);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', make], {
    cwd: root,
  });
  return stdout.trim();
}

// SQLite belongs to one process.
const shared = databases().filter((db) => db !== 'sqlite');
const suite = shared.length > 0 ? describe.each(shared) : describe.skip.each(['a shared database']);

suite('two Strapi processes on one %s', (db) => {
  let database: TestDatabase;
  let room: Newsroom;
  let other: ChildProcess;
  let url = '';

  beforeAll(async () => {
    database = await createDatabase(db as 'postgres');
    room = await newsroom(db as 'postgres', database);
    other = spawn(process.execPath, [join(__dirname, 'second-process.mjs'), await bundled()], {
      cwd: root,
      env: { ...process.env, TEST_DATABASE: JSON.stringify(database.connection) },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: other.stdout! }))
      if (line.startsWith('READY ')) {
        url = line.slice('READY '.length);
        break;
      }
  }, 120_000);

  afterAll(async () => {
    if (other.exitCode === null) {
      other.stdin!.end();
      await once(other, 'exit');
    }
    await room.app.stop();
    await database.drop();
  });

  /** The same call of the same person, answered by the other process. */
  const there = <T = object>(by: Staff, method: string, path: string, body?: object): Promise<Answer<T>> =>
    call<T>({ url }, by.token, method, path, body);
  const decideThere = (by: Staff, id: string, kind: string, seal: string, comment = 'Because.') =>
    there<Panel & Blocked>(by, 'POST', '/presence/entry/decision', {
      ...{ entry: { uid: article, documentId: id, locale: 'en' }, kind, seal, comment },
    });
  const publishThere = (by: Staff, id: string) =>
    there<Blocked>(
      by,
      'POST',
      `/content-manager/collection-types/${article}/${id}/actions/publish?locale=en`,
      {},
    );

  it('agree on what is approved: decided here, published there', async () => {
    const id = await room.write(room.emil, { title: 'Decided here' });
    expect(codesOf(await publishThere(room.owner, id))).toEqual(['review.not-approved']);
    await room.approve(id);
    expect((await publishThere(room.owner, id)).status).toBe(200);
    expect(await room.visible(id)).toBe('Decided here');
  });

  it('agree on what is void: edited there, refused here', async () => {
    const id = await room.write(room.emil, { title: 'Edited there' });
    await room.approve(id);
    const path = `/content-manager/collection-types/${article}/${id}?locale=en`;
    expect((await there(room.nora, 'PUT', path, { title: 'Other words' })).status).toBe(200);
    expect(codesOf(await room.publish(room.owner, id))).toEqual(['review.changed-since-approval']);
    const { seal } = await room.panel(room.owner, id);
    await room.decide(room.emil, id, 'submit');
    expect((await decideThere(room.nora, id, 'approve', seal)).body.error?.details.code).toBe(
      'review.four-eyes',
    );
  });

  it('let one of two decisions at the same moment win, and number them without a gap', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const id = await room.write(room.emil, { title: `At once ${round}` });
      await room.decide(room.emil, id, 'submit');
      const { seal } = await room.panel(room.owner, id);
      const answers = await Promise.all([
        room.decide(room.owner, id, 'approve', { seal }),
        decideThere(room.nora, id, 'request-changes', seal),
        room.decide(room.nora, id, 'approve', { seal }),
        decideThere(room.owner, id, 'request-changes', seal),
      ]);
      const won = answers.filter(({ status }) => status === 200).length;
      const { decisions, stage } = await room.panel(room.owner, id);
      expect(decisions.map(({ number }) => number)).toEqual(
        Array.from({ length: won + 1 }, (_, index) => won + 1 - index),
      );
      const view = await there<Panel>(
        room.owner,
        'GET',
        `/presence/entry?${new URLSearchParams({ uid: article, documentId: id, locale: 'en' }).toString()}`,
      );
      expect(view.body.stage).toBe(stage);
    }
  });

  it('publish what is approved here while it is edited there, or refuse: never something in between', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const id = await room.write(room.emil, { title: `Race ${round}` });
      await room.approve(id);
      const path = `/content-manager/collection-types/${article}/${id}?locale=en`;
      await Promise.all([
        room.publish(room.owner, id),
        there(room.emil, 'PUT', path, { title: `Changed ${round}` }),
        publishThere(room.nora, id),
      ]);
      expect([null, `Race ${round}`]).toContain(await room.visible(id));
    }
  });

  it('find nothing that is not covered, whichever looks', async () => {
    const scans = await Promise.all([
      room.owner.call<{ found: number }>('POST', '/presence/drift/scan'),
      there<{ found: number }>(room.owner, 'POST', '/presence/drift/scan', {}),
    ]);
    expect(scans.map(({ body }) => body.found)).toEqual([0, 0]);
  });
});
