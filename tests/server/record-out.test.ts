import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { wired } from '../../server/wire';
import { wireAudit } from '../../server/wire-audit';
import { bootStrapi, databases, type App } from './boot';
import { brokenOf, knexOf, verify, within, write } from './record-room';
import { hire, type Staff } from './staff';

const script = resolve(__dirname, '../../scripts/verify-audit.mjs');
const system = { kind: 'system', name: 'Test' } as const;

const run = promisify(execFile);

/** Runs the script that stands alone; its exit code and what it said. */
async function look(file: string, ...more: string[]): Promise<{ code: number; said: string }> {
  try {
    return { code: 0, said: (await run(process.execPath, [script, file, ...more])).stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

describe.each(databases())('the record, taken out and cut, on %s', (db) => {
  let app: App;
  let owner: Staff;
  const folder = mkdtempSync(join(tmpdir(), 'presence-record-'));
  const file = join(folder, 'presence-audit.jsonl');
  beforeAll(async () => {
    app = await bootStrapi({ db });
    owner = await hire(app, 'Rosa');
    await write(app, 1_100);
  });
  afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const rows = () => knexOf(app)('presence_audit');

  async function taken(): Promise<string[]> {
    const lines = await wired(app.strapi).record.lines(system);
    if (!lines.ok) throw new Error(lines.error.message);
    const parts: string[] = [];
    for await (const part of lines.value) parts.push(part);
    writeFileSync(file, parts.join(''));
    return parts.join('').split('\n');
  }

  it('is handed out over HTTP as signed lines, which is itself written down', async () => {
    const { status, body } = await owner.call('GET', '/presence/audit?pageSize=1&group=record');
    expect([status, body['total']]).toEqual([200, 0]);
    const text = await (await raw(owner, '/presence/audit/export')).text();
    writeFileSync(file, text);
    const lines = text.trimEnd().split('\n');
    const { head, publicKey } = await verify(owner);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'presence-audit/1', publicKey });
    expect(lines).toHaveLength((head?.number ?? 0) + 2);
    expect(JSON.parse(lines.at(-2) ?? '')).toMatchObject({ kind: 'audit.export', by: { name: owner.name } });
    const good = await look(file, '--key', publicKey ?? '', '--kept', `${head?.number}:${head?.hash}`);
    expect(good).toMatchObject({ code: 0, said: expect.stringContaining(`Whole: ${head?.number} rows`) });
    expect(await look(file, '--key', 'AAAA')).toMatchObject({
      code: 1,
      said: expect.stringContaining('key'),
    });
    expect(await look(file, '--kept', `3:${'0'.repeat(64)}`)).toMatchObject({ code: 1 });
    expect(await look(join(folder, 'nothing'))).toMatchObject({ code: 1 });
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      'a changed word',
      (all) => all.map((line, n) => (n === 5 ? line.replace('"at":1', '"at":2') : line)),
      'Row 5 was changed',
    ],
    ['a line that is gone', (all) => all.filter((_, n) => n !== 7), 'Row 7 is missing'],
    ['a line twice', (all) => [...all.slice(0, 9), all[8] ?? '', ...all.slice(9)], 'Row 9 is there twice'],
    [
      'two lines that changed places',
      (all) => [...all.slice(0, 3), all[4] ?? '', all[3] ?? '', ...all.slice(5)],
      'Row 3 is missing',
    ],
    ['lines cut off before the last', (all) => [...all.slice(0, -3), ...all.slice(-2)], 'rows were signed'],
    ['no last line', (all) => all.slice(0, -2), 'rows were signed'],
    [
      'another signature',
      (all) => all.map((line) => line.replace(/"signature":"./g, '"signature":"_')),
      'signature',
    ],
  ])('the script finds %s', async (_, change, said) => {
    const lines = await taken();
    expect((await look(file)).code).toBe(0);
    writeFileSync(file, change(lines).join('\n'));
    const found = await look(file);
    expect([found.code, found.said]).toEqual([1, expect.stringContaining(said)]);
  });

  it('shows a change in the database to the script, not a repaired row', async () => {
    await within(app, async () => {
      await rows().where({ number: 6 }).update({ details: '{ "loaf": 6 }' });
      await taken();
      expect(await look(file)).toMatchObject({ code: 1, said: expect.stringContaining('Row 6 was changed') });
      expect(await brokenOf(owner)).toMatchObject({ code: 'changed', number: 6 });
    });
  });

  describe('cut', () => {
    const day = 86_400_000;
    const then = (at: number) => wireAudit(app.strapi, { years: async () => 1, now: () => at });

    it('is not without a policy', async () => {
      const cut = await wired(app.strapi).record.cut(system);
      expect(cut).toMatchObject({ ok: false, error: { code: 'audit.no-policy' } });
    });

    it('is not while it is broken', async () => {
      await within(app, async () => {
        await rows().where({ number: 8 }).update({ kind: 'publish' });
        const cut = await then(Date.now() + 800 * day).record.cut(system);
        expect(cut).toMatchObject({
          ok: false,
          error: { code: 'audit.broken', details: { broken: { number: 8, code: 'changed' } } },
        });
        expect(await rows().where({ number: 1 })).toHaveLength(1);
      });
    });

    it('takes the old rows, leaves a signed checkpoint, and what is left is whole', async () => {
      const later = then(Date.now() + 366 * day);
      await later.audit.record({ kind: 'publish', actor: system });
      await later.record.settle();
      const end = (await verify(owner)).head?.number ?? 0;
      const cut = await later.record.cut({ kind: 'scheduler' });
      expect(cut).toMatchObject({ ok: true, value: { number: end - 1, rows: end - 1 } });
      await later.record.settle();
      const report = await verify(owner);
      expect(report).toMatchObject({ broken: null, checkpoint: { number: end - 1 } });
      const left = await rows().orderBy('number').select('number', 'kind');
      expect(left.map(({ kind }) => kind)).toEqual(['publish', 'audit.cut']);
      expect(await later.record.cut(system)).toEqual({ ok: true, value: null });
      await later.record.stop();
      await taken();
      expect(await look(file)).toMatchObject({
        code: 0,
        said: expect.stringContaining('cut off under a signed'),
      });
    });

    it('finds a row that is gone behind the checkpoint', async () => {
      await within(app, async () => {
        const [first] = await rows().orderBy('number').limit(1);
        await rows().where({ number: first.number }).delete();
        expect(await brokenOf(owner)).toMatchObject({ code: 'missing', number: Number(first.number) });
      });
    });

    it('goes on where a process died in the middle of it', async () => {
      const [first] = await rows().orderBy('number').limit(1);
      const { id: _, ...rest } = first;
      await rows().insert({ ...rest, number: 3, key: 'left over' });
      expect(await brokenOf(owner)).toBeNull();
      await wired(app.strapi).record.daily();
      expect(await rows().where({ number: 3 })).toEqual([]);
    });
  });

  /** A call whose answer is no JSON. */
  async function raw(by: Staff, path: string): Promise<Response> {
    return fetch(`${app.url}${path}`, { headers: { authorization: `Bearer ${by.token}` } });
  }
});
