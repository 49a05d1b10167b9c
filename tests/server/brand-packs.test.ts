import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { PackProblem, PackView } from '../../src/brand/catalogue/schema';
import type { BrandContext } from '../../src/governance/schema';
import type { CheckAnswer } from '../../server/services/brand/check-api';
import { bootStrapi, databases } from './boot';
import { article, newsroom, type Newsroom } from './newsroom';
import { call, hire, type Answer } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly problems?: readonly PackProblem[] };
  };
}

const existence = (...tokens: string[]) =>
  `extends: existence\nmessage: "Avoid '%s'."\nlevel: warning\nignorecase: true\ntokens:\n${tokens.map((one) => `  - ${one}\n`).join('')}`;
const house = {
  'House/Hype.yml': existence('amazing', 'unique'),
  'House/Swap.yml':
    "extends: substitution\nmessage: \"Use '%s' for '%s'.\"\nlevel: error\nignorecase: true\nswap:\n  utilise: use\n",
};

type Files = Readonly<Record<string, string | Uint8Array>>;
const zipOf = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe.each(databases())('packs of rules on %s', (db) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom(db);
  });
  afterAll(() => room.app.stop());

  const upload = (name: string, zip: Uint8Array): Promise<Answer<{ packs: PackView[] } & Refused>> =>
    room.owner.call('POST', '/presence/brand/packs', { name, zip: base64(zip) });
  const packs = async () =>
    (await room.owner.call<{ packs: PackView[] }>('GET', '/presence/brand/packs')).body.packs;
  const set = (name: string, how: object) =>
    room.owner.call<PackView & Refused>('PUT', `/presence/brand/packs/${name}`, how);
  const found = async (text: string, locale: string | null = null): Promise<string[]> => {
    const answer = await call<CheckAnswer>(room.app, room.token, 'POST', '/api/presence/brand/check', {
      text,
      locale,
    });
    return answer.body.findings.map(({ rule }) => rule).sort();
  };
  const both = ['vale/House.Hype', 'vale/House.Swap'];
  const text = 'We utilise amazing flour.';

  it('are taken from a zip, listed, and checked with at once', async () => {
    const { status, body } = await upload('House.zip', zipOf(house));
    expect(status).toBe(201);
    expect(body.packs).toMatchObject([
      { name: 'House', enabled: true, from: 'upload', rules: 2, locales: [], problems: [] },
    ]);
    expect(await packs()).toEqual(body.packs);
    expect(await found(text)).toEqual(both);
    expect((await room.audit('brand-pack.import'))[0]).toMatchObject({
      details: { pack: 'House', rules: 2 },
    });
  });

  it('are for the languages that somebody says, or switched off', async () => {
    await set('House', { locales: ['de'] });
    expect([await found(text, 'en'), await found(text, 'de-AT')]).toEqual([[], both]);
    expect((await set('House', { enabled: false })).body).toMatchObject({ enabled: false, locales: ['de'] });
    expect(await found(text, 'de')).toEqual([]);
    await set('House', { enabled: true, locales: [] });
    expect(await found(text, 'en')).toEqual(both);
  });

  it('travel to the browser, which is told when it has them already', async () => {
    const path = `/presence/brand/context?uid=${article}`;
    const get = (etag?: string) =>
      fetch(`${room.app.url}${path}`, {
        headers: { authorization: `Bearer ${room.emil.token}`, ...(etag ? { 'if-none-match': etag } : {}) },
      });
    const first = await get();
    const { packs: sent, ruleSettings } = (await first.json()) as BrandContext;
    expect(sent?.map(({ pack }) => pack.rules.map(({ name }) => name))).toEqual([
      ['House.Hype', 'House.Swap'],
    ]);
    expect(ruleSettings).toEqual({});
    const etag = first.headers.get('etag') ?? '';
    expect((await get(etag)).status).toBe(304);
    await set('House', { enabled: false });
    expect((await get(etag)).status).toBe(200);
    await set('House', { enabled: true });
  });

  it('take what can be read, and say file, line and reason of the rest', async () => {
    const files = {
      'Mixed/Good.yml': existence('foo'),
      'Mixed/Broken.yml': 'extends: existence\nmessage: "x\ntokens: [a',
      'Mixed/Unknown.yml': 'extends: existence\nmessage: x\ntokns:\n  - a\n',
      'Mixed/Script.yml': 'extends: script\nmessage: x\nscript: |\n  text := 1\n',
      'Mixed/Pattern.yml': existence("'(open'"),
      'Mixed/Point.yml': 'extends: telepathy\nmessage: x\n',
    };
    const { status, body } = await upload('Mixed.zip', zipOf(files));
    expect(status).toBe(201);
    expect(body.packs[0]).toMatchObject({ name: 'Mixed', rules: 1 });
    const problems = body.packs[0]?.problems ?? [];
    expect(problems.map(({ file }) => file).sort()).toEqual(
      ['Broken', 'Pattern', 'Point', 'Script', 'Unknown'].map((name) => `Mixed/${name}.yml`),
    );
    expect(problems.every(({ message }) => message.length > 20)).toBe(true);
    expect(problems.find(({ file }) => file.includes('Unknown'))).toMatchObject({
      line: 3,
      code: 'pack.key-unknown',
    });
    expect(problems.find(({ file }) => file.includes('Script'))).toMatchObject({
      code: 'pack.script-refused',
    });
    expect((await packs()).find(({ name }) => name === 'Mixed')?.problems).toEqual(problems);
    await room.owner.call('DELETE', '/presence/brand/packs/Mixed');
  });

  it.each<[string, () => Uint8Array, string]>([
    ['what is no zip', () => strToU8('not a zip at all'), 'pack.zip-broken'],
    ['a zip that was cut off', () => zipOf(house).slice(0, 200), 'pack.zip-broken'],
    [
      'a path out of the folder',
      () => zipOf({ ...house, '../../etc/cron.yml': existence('a') }),
      'pack.zip-unsafe',
    ],
    [
      'a zip that unpacks to far more',
      () => zipSync({ 'B/bomb.yml': new Uint8Array(3_000_000) }),
      'pack.zip-too-large',
    ],
    ['a zip without a rule', () => zipOf({ 'readme.md': 'Hello.' }), 'pack.empty'],
  ])('refuse %s, and nothing of it is taken', async (_, zip, code) => {
    const before = await packs();
    const { status, body } = await upload('Bad.zip', zip());
    expect([status, body.error.details.code]).toEqual([400, 'brand.pack-refused']);
    expect(body.error.details.problems?.map((one) => one.code)).toContain(code);
    expect(await packs()).toEqual(before);
  });

  it('take five megabytes of rules in seconds, and refuse more than six', async () => {
    const noise = (length: number) =>
      Uint8Array.from({ length }, (_, at) => 97 + ((at * 7919 + (at >> 8) * 31 + (at >> 13) * 17) % 25));
    const began = performance.now();
    const large = await upload(
      'Large.zip',
      zipSync(
        { 'Large/Good.yml': strToU8(existence('foo')), 'Large/noise.txt': noise(4_900_000) },
        { level: 0 },
      ),
    );
    expect(large.status).toBe(201);
    expect(performance.now() - began).toBeLessThan(10_000);
    await room.owner.call('DELETE', '/presence/brand/packs/Large');
    const larger = zipSync({ 'Large/noise.txt': noise(7_000_000) }, { level: 0 });
    const before = await packs();
    // Strapi answers before it has read everything; a line that it ends first tells the same.
    const answer = await upload('Larger.zip', larger).then(
      ({ status }) => status,
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(answer);
    expect(await packs()).toEqual(before);
  });

  it('do not hang on a pattern that may never end', async () => {
    await upload('Evil.zip', zipOf({ 'Evil/Never.yml': existence("'(?:a+)+!'") }));
    const began = performance.now();
    // Unbounded it would take longer than there is time.
    await found(`${'a'.repeat(5_000)} b`);
    expect(performance.now() - began).toBeLessThan(30_000);
    await room.owner.call('DELETE', '/presence/brand/packs/Evil');
  });

  it('are removed', async () => {
    expect((await room.owner.call('DELETE', '/presence/brand/packs/House')).status).toBe(204);
    expect([await packs(), await found(text)]).toEqual([[], []]);
    expect((await room.owner.call('DELETE', '/presence/brand/packs/House')).status).toBe(404);
  });

  it('are for those who may manage the brand', async () => {
    const outsider = await hire(room.app, 'Otto', []);
    expect((await outsider.call('GET', '/presence/brand/packs')).status).toBe(403);
    const body = { name: 'House.zip', zip: base64(zipOf(house)) };
    expect((await room.emil.call('POST', '/presence/brand/packs', body)).status).toBe(403);
    expect((await room.emil.call('PUT', '/presence/brand/packs/House', {})).status).toBe(403);
    expect((await room.emil.call('DELETE', '/presence/brand/packs/House')).status).toBe(403);
  });

  const published = '../shared/vale';
  (existsSync(published) ? it : it.skip)('that others publish are taken whole', async () => {
    for (const name of ['Joblint', 'proselint', 'write-good']) {
      const files: Record<string, string> = {};
      const walk = (below: string): void => {
        for (const one of readdirSync(join(published, name, 'styles', below), { withFileTypes: true })) {
          const path = below ? `${below}/${one.name}` : one.name;
          if (one.isDirectory()) walk(path);
          else files[path] = readFileSync(join(published, name, 'styles', path), 'utf8');
        }
      };
      walk('');
      const { status, body } = await upload(`${name}.zip`, zipOf(files));
      expect([name, status, body.packs?.[0]?.problems]).toEqual([name, 201, []]);
    }
  });
});

describe('packs in a folder of the app', () => {
  it('are read at start, shown, and changed there only', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'presence-packs-'));
    try {
      mkdirSync(join(folder, 'House'));
      for (const [path, content] of Object.entries(house)) writeFileSync(join(folder, path), content);
      writeFileSync(join(folder, 'Zipped.zip'), zipOf({ 'Zipped/Foo.yml': existence('foo') }));
      writeFileSync(join(folder, 'Broken.zip'), 'no zip');
      const app = await bootStrapi({ presence: { engine: { enabled: false }, brand: { packs: folder } } });
      try {
        const rosa = await hire(app, 'Rosa');
        const { packs } = (await rosa.call<{ packs: PackView[] }>('GET', '/presence/brand/packs')).body;
        expect(packs).toMatchObject([
          { name: 'Broken', from: 'folder', rules: 0, problems: [{ code: 'pack.zip-broken' }] },
          { name: 'House', from: 'folder', rules: 2, importedAt: null },
          { name: 'Zipped', from: 'folder', rules: 1 },
        ]);
        const removed = await rosa.call<Refused>('DELETE', '/presence/brand/packs/House');
        expect([removed.status, removed.body.error.details.code]).toEqual([400, 'brand.pack-read-only']);
      } finally {
        await app.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
