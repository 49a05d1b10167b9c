#!/usr/bin/env node
// A real Bluesky server (PDS) and its directory (PLC) on loopback, in memory and a temporary folder.
//   node tests/network/bluesky.mjs [--pds 2583] [--plc 2582] [--rate-limits]
// A port that is left out or 0 is picked. Prints one JSON line when ready, stops on SIGTERM, SIGINT or when its parent is gone.
import { createRequire } from 'node:module';
import { randomBytes } from 'node:crypto';
import { fstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    pds: { type: 'string', default: '0' },
    plc: { type: 'string', default: '0' },
    'rate-limits': { type: 'boolean', default: false },
  },
});

/** A port that nobody listens on right now. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const pdsPort = Number(values.pds) || (await freePort());
const plcPort = Number(values.plc) || (await freePort());
const adminPassword = randomBytes(12).toString('hex');
const folder = mkdtempSync(join(tmpdir(), 'presence-pds-'));
mkdirSync(join(folder, 'blobs'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

// Both servers listen on every interface; a test server belongs on loopback.
const listen = http.Server.prototype.listen;
http.Server.prototype.listen = function (...args) {
  if (typeof args[0] === 'number' && typeof args[1] !== 'string') args.splice(1, 0, '127.0.0.1');
  return listen.apply(this, args);
};

// The PDS reads its configuration from the environment, so it is one server a process.
Object.assign(process.env, {
  NODE_ENV: 'test',
  LOG_ENABLED: 'false',
  PDS_PORT: String(pdsPort),
  PDS_HOSTNAME: 'localhost', // any other name makes its public address https
  PDS_DEV_MODE: 'true',
  PDS_DATA_DIRECTORY: folder,
  PDS_BLOBSTORE_DISK_LOCATION: join(folder, 'blobs'),
  PDS_BLOBSTORE_DISK_TMP_LOCATION: join(folder, 'tmp'),
  PDS_DID_PLC_URL: `http://127.0.0.1:${plcPort}`,
  PDS_SERVICE_HANDLE_DOMAINS: '.test',
  PDS_INVITE_REQUIRED: 'false',
  PDS_RATE_LIMITS_ENABLED: String(values['rate-limits']),
  PDS_JWT_SECRET: randomBytes(16).toString('hex'),
  PDS_ADMIN_PASSWORD: adminPassword,
  PDS_PLC_ROTATION_KEY_K256_PRIVATE_KEY_HEX: randomBytes(32).toString('hex'),
});

const running = [];
let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  await Promise.allSettled(running.map((server) => server.destroy()));
  process.exit(0);
};
// Before anything starts, so that being stopped half-way leaves nothing behind.
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
// Started without an IPC channel, a parent that dies closes the pipe to us. Other inputs (/dev/null) say nothing.
const input = fstatSync(0);
if (!process.connected && (input.isFIFO() || input.isSocket()))
  process.stdin.on('end', stop).on('error', stop).resume();

const require = createRequire(import.meta.url);
const { PDS, envToCfg, envToSecrets, readEnv } = require('@atproto/pds');
const { Database, PlcServer } = require('@did-plc/server');

const plc = PlcServer.create({ db: Database.mock(), port: plcPort });
running.push(plc);
await plc.start();
const env = readEnv();
const pds = await PDS.create(envToCfg(env), envToSecrets(env));
running.push(pds);
await pds.start();

process.stdout.write(
  `${JSON.stringify({ pdsUrl: `http://localhost:${pdsPort}`, plcUrl: `http://127.0.0.1:${plcPort}`, adminPassword, pid: process.pid })}\n`,
);
