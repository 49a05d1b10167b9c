// A PostgreSQL and a Redis of a run's own, because it restarts the one and empties the other.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { pause } from './life.mjs';

/** A port that nobody listens on right now. */
async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const folderOf = (what) => {
  const folder = mkdtempSync(join(tmpdir(), `presence-crash-${what}-`));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
};

async function until(is, what) {
  for (const end = Date.now() + 30_000; !(await is()); await pause(100))
    if (Date.now() > end) throw new Error(`${what} did not start`);
}

/** The programs of PostgreSQL that are not on the path of Debian: `initdb` and `postgres`. */
function programs() {
  const home = '/usr/lib/postgresql';
  const version = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  if (version) return join(home, version, 'bin');
  return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim();
}

/** PostgreSQL refuses to run as root. */
function asItsUser() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Its address, and a restart that leaves it away for `ms`. */
export async function startPostgres() {
  const [bin, user, port, folder] = [programs(), asItsUser(), await freePort(), folderOf('postgres')];
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const plain = { cwd: folder, stdio: 'ignore', ...user };
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'],
    plain,
  );
  if (made.status !== 0) throw new Error('initdb failed');
  const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
  let server;
  const start = async () => {
    server = spawn(join(bin, 'postgres'), args, plain);
    const asked = ['-h', '127.0.0.1', '-p', String(port), '-q'];
    await until(() => spawnSync(join(bin, 'pg_isready'), asked).status === 0, 'PostgreSQL');
  };
  /** SIGINT: connections are cut off, and what was not committed is undone. */
  const stop = async () => {
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    await gone;
  };
  // Before its folder goes.
  process.prependListener('exit', () => server?.kill('SIGQUIT'));
  await start();
  return {
    connection: {
      client: 'postgres',
      connection: { host: '127.0.0.1', port, user: 'postgres', password: '', database: 'postgres' },
      pool: { min: 0, max: 10 },
    },
    async restart(ms) {
      await stop();
      await pause(ms);
      await start();
    },
    stop,
  };
}

/** Its address, and a way to make it forget everything. */
export async function startRedis() {
  const [port, folder] = [await freePort(), folderOf('redis')];
  const args = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { cwd: folder, stdio: 'ignore' });
  process.prependListener('exit', () => server.kill('SIGKILL'));
  const redis = new Redis(port, '127.0.0.1', { retryStrategy: () => 100, maxRetriesPerRequest: 100 });
  redis.on('error', () => undefined);
  await redis.ping();
  return {
    url: `redis://127.0.0.1:${port}`,
    async flush() {
      const keys = await redis.dbsize();
      await redis.flushall();
      return keys;
    },
    async stop() {
      redis.disconnect();
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
    },
  };
}
