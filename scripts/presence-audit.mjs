// presence audit: looks at the record of who did what, and takes it out. Starts the Strapi of the folder that it runs in.
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const commands = { verify, export: exportRecord, cut, sign };
export const auditCommands = Object.keys(commands);

let values;

/** Runs one of the commands; the exit code. */
export async function audit(what, given) {
  values = given;
  if (values.kept && !/^\d{1,15}:[0-9a-f]{64}$/.test(values.kept)) {
    console.error('--kept must be a number, a colon and 64 hex digits, as “verify” prints them.');
    return 2;
  }
  // The app answers no requests and does no work of its own while the command runs.
  process.env.PRESENCE_CONSOLE = 'true';
  process.env.STRAPI_TELEMETRY_DISABLED ??= 'true';
  const { compileStrapi, createStrapi } = createRequire(join(process.cwd(), 'package.json'))(
    '@strapi/strapi',
  );
  const context = await compileStrapi({ appDir: process.cwd() });
  const strapi = await createStrapi({ ...context, autoReload: false, serveAdminPanel: false }).load();
  let code = 1;
  try {
    const record = strapi.plugin('presence').service('record');
    code = await commands[what](record, { kind: 'system', name: `Console (${userInfo().username})` });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
  await strapi.destroy();
  return code;
}

async function verify(record) {
  let told = 0;
  const [number, hash] = values.kept?.split(':') ?? [];
  const kept = number === undefined ? undefined : { number: Number(number), hash };
  const report = await record.verify.all(({ at, of }) => {
    if (at - told < 100_000) return;
    told = at;
    console.error(`${at} of ${of} rows`);
  }, kept);
  const { broken, head, publicKey, checkpoint, waiting } = report;
  if (broken) {
    console.error(`Broken: ${broken.message}`);
    if (broken.row) {
      const { kind, person, entry, at } = broken.row;
      console.error(`  ${new Date(at).toISOString()} ${kind} by ${person}${entry ? `, ${entry}` : ''}`);
    }
    return 1;
  }
  const first = (checkpoint?.number ?? 0) + 1;
  console.log(`Whole: rows ${first} to ${head?.number ?? 0}, each as it was written.`);
  if (waiting > 0) console.log(`${waiting} of this moment are still to be linked.`);
  if (head) console.log(`Head: ${head.number}:${head.hash}`);
  console.log(publicKey ? `Key: ${publicKey}` : 'Not signed: Strapi has no encryption key.');
  return 0;
}

async function exportRecord(record, actor) {
  const lines = await record.lines(actor);
  if (!lines.ok) return refused(lines);
  // Into a file: Strapi writes its log to the standard output.
  const file = values.out ?? 'presence-audit.jsonl';
  await pipeline(Readable.from(lines.value), createWriteStream(file));
  console.log(`Written to ${file}. Check it with verify-audit.mjs, which needs no Strapi.`);
  return 0;
}

async function cut(record, actor) {
  const done = await record.cut(actor);
  if (!done.ok) return refused(done);
  const rows = done.value?.rows ?? 0;
  console.log(
    rows > 0
      ? `${rows} rows were cut off, up to row ${done.value.number}.`
      : 'No row is older than the settings keep.',
  );
  return 0;
}

async function sign(record, actor) {
  const signed = await record.sign(actor);
  if (!signed.ok) return refused(signed);
  console.log(`Signed: ${signed.value.number}:${signed.value.hash}`);
  return 0;
}

function refused({ error }) {
  console.error(`${error.message} (${error.code})`);
  return 1;
}
