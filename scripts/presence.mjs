#!/usr/bin/env node
// The command of the plugin: npx presence audit verify (in the folder of the Strapi app), npx presence check posts (anywhere).
import { parseArgs } from 'node:util';

const usage = `presence audit verify [--kept <number>:<hash>]   looks at every row; names the first that is not as it was written
presence audit export [--out <file>]            the whole record as signed lines of JSON (presence-audit.jsonl)
presence audit cut                              lets rows go that are older than the settings keep
presence audit sign                             signs the record as it stands, after the encryption key was set or changed

Run these in the folder of the Strapi app, with the environment of the app. Exit code 0: done, the record is whole; 1: not.

presence check <files or folders…> [--brand <file.json>] [--packs <folder>] [--locale <language>]
               [--format text|json|sarif] [--out <file>] [--fail-on error|warning|suggestion]
                                                holds Markdown, HTML and text against the brand; needs no Strapi

Exit code 0: nothing as grave as --fail-on (error); 1: something is; 2: it could not be checked.`;

const options = Object.fromEntries(
  ['kept', 'out', 'brand', 'packs', 'locale', 'format', 'fail-on'].map((name) => [name, { type: 'string' }]),
);

function given() {
  try {
    return parseArgs({ options: { ...options, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    console.error(error.message);
    return null;
  }
}

async function run() {
  const read = given();
  if (read === null) return 2;
  const { values, positionals } = read;
  const [area, ...rest] = positionals;
  if (!values.help && area === 'check') return (await import('./presence-check.mjs')).check(rest, values);
  if (!values.help && area === 'audit') {
    const { audit, auditCommands } = await import('./presence-audit.mjs');
    // Strapi leaves things open that would keep the process.
    if (auditCommands.includes(rest[0])) process.exit(await audit(rest[0], values));
  }
  console.log(usage);
  return values.help ? 0 : 2;
}

process.exitCode = await run();
