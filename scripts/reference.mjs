// Writes docs/reference/codes.md from the list of codes; with --check it only says whether the page is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url).pathname;
const page = `${root}docs/reference/codes.md`;

const { outputFiles } = await build({
  entryPoints: [`${root}src/shared/codes.ts`],
  bundle: true,
  write: false,
  format: 'esm',
});
const { codes } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const rows = Object.entries(codes)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, { category, means }]) => `| \`${code}\` | ${category} | ${means} |`);

const text = `# Codes

Every refusal and every notice carries one of these codes. They are stable: branch on the code, never on the sentence.
In REST and in the admin the code is in \`error.details.code\`. This page is generated from \`src/shared/codes.ts\`.

| code | category | what it means and what to do |
|---|---|---|
${rows.join('\n')}
`;

if (!process.argv.includes('--check')) writeFileSync(page, text);
else if (readFileSync(page, 'utf8') !== text) {
  console.error('docs/reference/codes.md is stale: run `npm run reference` and commit it.');
  process.exit(1);
}
