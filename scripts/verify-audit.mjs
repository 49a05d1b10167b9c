#!/usr/bin/env node
// Checks an export of the record without Strapi and without anything installed: node verify-audit.mjs presence-audit.jsonl
//   --key <public key>   the key that must have signed it (base64, as the page “Record” shows it); without it the key in the file
//   --kept <number:hash> a head that was kept outside: its row must be there with this hash
// Exit code 0: whole and signed. 1: not; the first broken row is named. 2: used in a wrong way.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { key: { type: 'string' }, kept: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (!file || positionals.length > 1 || (values.kept && !/^\d+:[0-9a-f]{64}$/.test(values.kept))) {
  console.error(
    'Usage: node verify-audit.mjs presence-audit.jsonl [--key <base64>] [--kept <number>:<hash>]',
  );
  process.exit(2);
}

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const total = createHash('sha256');
const kept = values.kept?.split(':');

let header = null;
let last = null;
let held = null;
let count = 0;
try {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  for await (const line of lines) {
    // A line is only known to be the last one when no other follows.
    if (held !== null) take(held);
    held = line;
  }
} catch (error) {
  fail(`${file} cannot be read: ${error.message}`);
}
if (held === null || header === null)
  fail('The file is no export of the record: it has no first and last line.');
const footer = parse(held, 'The last line');
const { publicKey } = header;
if (footer.count !== count) fail(`${footer.count} rows were signed and ${count} are here.`);
if (footer.last?.number !== last.number || footer.last?.hash !== last.hash)
  fail(`The export was signed up to row ${footer.last?.number}, and ends with row ${last.number}.`);
const sum = total.digest('hex');
if (footer.sha256 !== sum) fail('The lines are not those that were signed, though they follow each other.');
const key = values.key ?? publicKey;
if (key !== publicKey) fail('The export was not signed with the key that you trust.');
const { number, hash, at, signature } = footer.head ?? {};
if (!isSigned(`presence audit export\n${count}\n${last.number}\n${last.hash}\n${sum}`, footer.signature))
  fail('The signature of the export does not hold.');
if (
  number !== last.number ||
  hash !== last.hash ||
  !isSigned(`presence audit head\n${number}\n${hash}\n${at}`, signature)
)
  fail('The signature of the end of the record does not hold.');
const { checkpoint } = header;
if (
  checkpoint &&
  !isSigned(
    `presence audit checkpoint\n${checkpoint.number}\n${checkpoint.hash}\n${checkpoint.at}\n${checkpoint.rows}`,
    checkpoint.signature,
  )
)
  fail('The signature of the checkpoint, where older rows were cut off, does not hold.');
if (kept && Number(kept[0]) > last.number) fail(`Row ${kept[0]}, which you kept, is not in the export.`);

console.log(`Whole: ${count} rows, ${header.after.number + 1} to ${last.number}, each as it was written.`);
if (checkpoint)
  console.log(`Older rows, up to ${checkpoint.number}, were cut off under a signed checkpoint.`);
console.log(`Head: ${last.number}:${last.hash}`);
console.log(
  values.key
    ? 'Signed with the key that you trust.'
    : `Signed with the key ${publicKey}. Compare it with the one that you know.`,
);

function take(line) {
  total.update(`${line}\n`);
  const value = parse(line, header === null ? 'The first line' : `The line after row ${last.number}`);
  if (header === null) {
    if (value.format !== 'presence-audit/1')
      fail('The file is no export of the record in a form that this script knows.');
    header = value;
    last = value.after;
    if (last.number === 0 && last.hash !== '0'.repeat(64))
      fail('The export does not begin where the record begins.');
    if (last.number > 0 && (value.checkpoint?.number !== last.number || value.checkpoint?.hash !== last.hash))
      fail(`The export begins after row ${last.number} and has no checkpoint for it.`);
    return;
  }
  const expected = last.number + 1;
  const { number, key: id, at, kind, person, by, from, entry, seal, details, digest, hash } = value;
  if (number !== expected) broken(expected, number > expected ? 'is missing' : 'is there twice');
  const content = JSON.stringify([1, id, at, kind, person, text(by), text(from), entry, seal, text(details)]);
  if (sha256(content) !== digest) broken(expected, 'was changed after it was written', value);
  if (sha256(`${last.hash}\n${number}\n${digest}`) !== hash)
    broken(expected, 'does not follow from the row before it', value);
  if (kept && number === Number(kept[0]) && hash !== kept[1])
    broken(expected, 'has another hash than the one that you kept', value);
  last = { number, hash };
  count += 1;
}

/** What stood in the database: the JSON that Presence wrote, or a text that somebody put in its place. */
function text(value) {
  return typeof value === 'string' ? value : canonical(value);
}

/** JSON with the keys of every object in code-unit order and without spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function isSigned(message, made) {
  try {
    const spki = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    return verify(null, Buffer.from(message), spki, Buffer.from(made, 'base64'));
  } catch {
    return false;
  }
}

function parse(line, what) {
  try {
    return JSON.parse(line);
  } catch {
    return fail(`${what} is not JSON.`);
  }
}

function broken(number, how, row) {
  const about = row ? ` (${row.kind} by ${row.person}${row.entry ? `, ${row.entry}` : ''})` : '';
  fail(`Row ${number} ${how}${about}.`);
}

function fail(message) {
  console.error(`Broken: ${message}`);
  process.exit(1);
}
