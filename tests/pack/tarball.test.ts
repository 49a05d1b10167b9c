import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

/** The least that is a Strapi app: no content type, no plugin but ours. */
const app: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'empty-app',
    private: true,
    version: '0.0.0',
    dependencies: {
      '@strapi/strapi': '5.54.0',
      'better-sqlite3': '12.11.1',
      react: '^18.3.1',
      'react-dom': '^18.3.1',
      'react-router-dom': '^6.30.3',
      'styled-components': '^6.1.0',
    },
    strapi: { uuid: false },
  }),
  'config/server.js':
    "module.exports = ({ env }) => ({ host: '127.0.0.1', port: env.int('PORT'), app: { keys: ['one', 'two'] } });\n",
  'config/admin.js':
    "module.exports = () => ({ auth: { secret: 's' }, apiToken: { salt: 's' }, transfer: { token: { salt: 's' } }, secrets: { encryptionKey: 'k'.repeat(32) }, serveAdminPanel: false });\n",
  'config/database.js':
    "module.exports = () => ({ connection: { client: 'sqlite', connection: { filename: 'data.db' }, useNullAsDefault: true } });\n",
  // The pattern is judged at start, in a thread that the built server has to find its way to.
  'config/plugins.js':
    "module.exports = () => ({ presence: { enabled: true, config: { brand: { file: './presence/brand.json' } } } });\n",
  'presence/brand.json': JSON.stringify({
    terms: [{ avoid: 'cheap', severity: 'error' }],
    patterns: [{ key: 'share', pattern: '(\\d+)\\s*%', message: 'Write “percent”.' }],
  }),
};

/** What somebody with a hand on the database would do. */
const forge =
  "require('better-sqlite3')('data.db').prepare(\"update presence_audit set kind = 'delete' where number = 1\").run()";

describe('the packed tarball', () => {
  const folder = mkdtempSync(join(tmpdir(), 'presence-pack-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('installs into an empty Strapi 5.54 app and starts there', async () => {
    const [{ filename, files }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as [{ filename: string; files: { path: string }[] }];
    const packed = files.map(({ path }) => path);
    expect(packed).toEqual(
      expect.arrayContaining([
        'strapi-server.js',
        'strapi-admin.js',
        'dist/server/index.js',
        'dist/admin/index.mjs',
        'dist/tracker/tracker.iife.js',
        'dist/check/index.mjs',
        'dist/check/src/brand/command/index.d.ts',
        'scripts/presence.mjs',
        'scripts/presence-audit.mjs',
        'scripts/presence-check.mjs',
        'scripts/verify-audit.mjs',
        'LICENSE',
        'README.md',
      ]),
    );
    expect(
      packed.filter((path) =>
        /^(tests|examples|src|server|admin)\/|^scripts\/(?!presence|verify-audit)/.test(path),
      ),
    ).toEqual([]);

    for (const [name, text] of Object.entries(app)) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    mkdirSync(join(folder, 'public/uploads'), { recursive: true });
    mkdirSync(join(folder, 'src/api'), { recursive: true });
    // Compiling better-sqlite3 takes minutes and is not what this proves: take the binary that is here.
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', join(folder, filename)],
      { cwd: folder, stdio: 'ignore' },
    );
    cpSync(
      join(root, 'node_modules/better-sqlite3/build'),
      join(folder, 'node_modules/better-sqlite3/build'),
      { recursive: true },
    );

    const installed = join(folder, 'node_modules/strapi-plugin-presence');
    expect(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))).toMatchObject({
      strapi: { name: 'presence' },
    });
    expect(existsSync(join(installed, 'node_modules/react'))).toBe(false);

    const port = await freePort();
    const strapi = spawn(process.execPath, ['node_modules/@strapi/strapi/bin/strapi.js', 'start'], {
      cwd: folder,
      env: { ...process.env, PORT: String(port), NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    strapi.stdout.on('data', (data: Buffer) => (said += data.toString()));
    strapi.stderr.on('data', (data: Buffer) => (said += data.toString()));
    const ended = new Promise<never>((_done, fail) =>
      strapi.once('exit', (code) => fail(new Error(`Strapi ended with ${code}:\n${said}`))),
    );
    try {
      const up = (async () => {
        for (;;) {
          const response = await fetch(`http://127.0.0.1:${port}/_health`).catch(() => null);
          if (response?.status === 204) return;
          await new Promise((next) => setTimeout(next, 200));
        }
      })();
      await Promise.race([up, ended]);
      const tracker = await fetch(`http://127.0.0.1:${port}/api/presence/tracker.js`);
      expect(tracker.status).toBe(200);
      expect(await tracker.text()).toContain('presence');
    } finally {
      ended.catch(() => undefined);
      strapi.kill('SIGTERM');
    }
    await ended.catch(() => undefined);

    // The command that it brings, in the same app.
    const presence = (...args: string[]): string =>
      execFileSync(join(folder, 'node_modules/.bin/presence'), ['audit', ...args], {
        cwd: folder,
        env: {
          ...process.env,
          PORT: String(port),
          NODE_ENV: 'production',
          STRAPI_TELEMETRY_DISABLED: 'true',
        },
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(presence('verify')).toMatch(/Whole: rows 1 to \d+/);
    presence('export', '--out', 'record.jsonl');
    const check = [join(installed, 'scripts/verify-audit.mjs'), 'record.jsonl'];
    expect(execFileSync(process.execPath, check, { cwd: folder, encoding: 'utf8' })).toContain('Whole');
    execFileSync(process.execPath, ['-e', forge], { cwd: folder });
    expect(() => presence('verify')).toThrow(/Row 1 was changed after it was written/);

    // The check that it brings, which needs no Strapi.
    writeFileSync(join(folder, 'rye.md'), 'Our cheap bread.\n');
    const bin = join(folder, 'node_modules/.bin/presence');
    const checked = spawnSync(bin, ['check', 'rye.md', '--brand', 'presence/brand.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([checked.status, checked.stdout]).toEqual([1, expect.stringContaining('rye.md:1:5  error')]);
  }, 600_000);

  it('gives both ways to load the server the same plugin', () => {
    const load = (path: string) =>
      execFileSync(process.execPath, ['-p', `Object.keys(require(${JSON.stringify(path)})).sort().join()`], {
        cwd: root,
        encoding: 'utf8',
      });
    expect(load('./strapi-server.js')).toBe(load('./dist/server/index.js'));
  });
});
