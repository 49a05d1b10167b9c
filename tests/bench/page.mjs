// Writes docs/performance.md from the results that are kept in tests/bench/results.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const results = fileURLToPath(new URL('results/', import.meta.url));
const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

const titles = {
  read: 'Reading through the content API',
  publish: 'Publishing through the gate',
  board: 'The board and what needs you',
  'publishing-calendar': 'A month of the calendar',
  'publishing-campaigns': 'The list of campaigns',
  audit: 'Proving the record',
  start: 'Starting',
  channels: 'What a channel costs',
  typing: 'Writing copies',
  sizes: 'What browsers load',
  brand: 'Checking words',
  pictures: 'Checking pictures',
  renditions: 'Making pictures for channels',
  seal: 'The seal of an entry',
  collect: 'Collecting touchpoints',
  drain: 'Sending what is due',
  instances: 'Sending by two instances',
  claim: 'Looking for what is due',
  lateness: 'Being on time',
  'drain-memory': 'Memory while sending',
  mail: 'Sending mails',
};

export async function writePage() {
  const kept = readdirSync(results)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(`${results}${name}`, 'utf8')))
    .sort((a, b) => Object.keys(titles).indexOf(a.name) - Object.keys(titles).indexOf(b.name));
  const sections = kept.map(
    ({ name, machine, rows }) => `## ${titles[name] ?? name}

\`npm run bench ${name}\` · Node ${machine.node}, ${machine.cpus} cores of ${machine.model}

| what | value | bare | ratio | goal |
|---|---|---|---|---|
${rows.map(({ what, value, unit, bare, ratio, goal }) => `| ${what.trim()} | ${value} ${unit} | ${bare} | ${ratio} | ${goal} |`).join('\n')}
`,
  );
  const text = `# Figures

Each figure stands beside a bare counterpart that ran in the same process or in turn with it, because machines differ and drift:
read the ratio, not the value. \`npm run bench\` runs all of them (after \`npm run build\`) and writes this page; \`npm run bench collect\`
runs one. A row whose ratio misses its goal is left as it was measured.

${sections.join('\n')}`;
  writeFileSync(page, await format(text, { parser: 'markdown', singleQuote: true, printWidth: 110 }));
}
