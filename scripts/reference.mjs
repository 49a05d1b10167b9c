// Writes the generated pages of docs/reference, and what is generated in those of the channels, from their lists.
//   node scripts/reference.mjs [--check] [--docs docs]
// With --check it only says whether they are up to date; --docs is another folder in place of docs.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { channelPages } from './channel-pages/pages.mjs';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, docs: { type: 'string', default: `${root}docs` } },
});

const codesPage = ({ codes }) => `# Codes

Every refusal and every notice carries one of these codes. They are stable: branch on the code, never on the sentence.
In REST and in the admin the code is in \`error.details.code\`. This page is generated from \`src/shared/codes\`.

| code | category | what it means and what to do |
|---|---|---|
${Object.entries(codes)
  .sort(([a], [b]) => a.localeCompare(b))
  .map(([code, { category, means }]) => `| \`${code}\` | ${category} | ${means} |`)
  .join('\n')}
`;

const eventsPage = ({ events }) => `# Events

What a webhook of Settings, Presence, Webhooks can be told of. The names are stable; a receiver ignores those that it does not
know. This page is generated from \`src/governance/notices/events.ts\`.

| event | when |
|---|---|
${Object.entries(events)
  .map(([type, means]) => `| \`${type}\` | ${means} |`)
  .join('\n')}

## What arrives

A POST with JSON, signed as [Standard Webhooks](https://www.standardwebhooks.com) describes: \`webhook-id\`, \`webhook-timestamp\`
and \`webhook-signature\` (\`v1,\` and the base64 of HMAC-SHA-256 over \`id.timestamp.body\` with the secret behind \`whsec_\`). Any of the
Standard Webhooks libraries checks it. Answer 2xx within ten seconds.

\`\`\`json
{
  "type": "entry.published",
  "timestamp": "2026-11-22T08:00:00.000Z",
  "data": {
    "id": "5b1f3a52-27c0-4a55-9a0c-3f4f0b9f2c11",
    "at": 1795334400000,
    "type": "entry.published",
    "actor": { "kind": "user", "id": "3", "name": "Rosa Lindner" },
    "entry": { "uid": "api::article.article", "documentId": "k3x…", "locale": "en", "title": "Rye is back" },
    "seal": "9f2c…",
    "details": {}
  }
}
\`\`\`

- \`actor\` is a person of the admin panel, a token, the scheduler or Presence itself; nothing about them but id and name is sent.
- \`entry\` is null where the event is not about one entry; \`title\` is that of the moment of telling.
- \`seal\` is the SHA-256 of the content that was approved or published, null where there is none.
- Every event is told at least once. A repeat carries the same \`webhook-id\` and the same body: act on an id once.
- Several events are on their way at once, so a later one may arrive first: \`at\` tells the order.
- Anything but 2xx is tried again up to ten times over some hours, later each time; \`Retry-After\` is honoured; 410 turns the webhook off.
`;

const auditPage = ({ auditKinds }) => `# What the record keeps

Every kind of row in the [record](../record.md). A kind is stable; its group is what the page filters by. This page is generated from
\`src/governance/audit/kinds.ts\`.

| kind | group | what happened |
|---|---|---|
${Object.entries(auditKinds)
  .map(([kind, { group, means }]) => `| \`${kind}\` | ${group} | ${means} |`)
  .join('\n')}
`;

const templatesPage = ({ templates, workflowOf }) => `# Workflow templates

What *Settings, Presence, Workflows, New workflow* begins with. Each is an ordinary definition, in English and in German, and can be
changed before it is saved. This page is generated from \`src/governance/workflow/templates\`.

${templates
  .map((template) => {
    const { key, name, stages, transitions } = workflowOf(template, 'en');
    const nameOf = (stage) => stages.find((one) => one.key === stage).name;
    const rows = transitions.map(
      ({ key, decision, from, to, when, who, fourEyes }) =>
        `| \`${key}\` | ${decision} | ${from.map(nameOf).join(', ')} → ${nameOf(to)} | ${when.map(({ on, any }) => `\`${on}\` ${any.join(', ')}`).join('; ')} | ${who.map((one) => `\`${one}\``).join(', ')} | ${fourEyes ? 'yes' : ''} |`,
    );
    return `## ${name}

\`${key}\`. ${template.about.en}

| transition | decision | way | when | who | four eyes |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
  })
  .join('\n')}`;

/** One line of Markdown in a table cell: signs that would end it are written as text. */
const cell = (text) => text.replace(/\|/g, '\\|').replace(/\n/g, '⏎');
const shown = (texts) => texts.map((text) => `\`${cell(text).replaceAll('`', 'ˋ')}\``).join(' · ');

const areas = [
  ['Names, terms and patterns', /^(?:brand[.](?:name|term)|pattern)/],
  ['Claims', /^(?:brand[.]claim|claim)/],
  ['Voice', /^(?:voice[.]|brand[.]sentence)/],
  ['Numbers, dates, times, prices, phones', /^format[.]/],
  ['Facts', /^fact[.]/],
  ['Links', /^link[.]/],
  ['Hashtags and emoji', /^social[.]/],
  ['Earlier posts', /^post[.]/],
  ['Headings and elements', /^(?:headings|element)[.]/],
  ['Fonts and colours in texts', /^look[.]/],
  ['Spelling', /^spelling$/],
  ['Pictures', /^(?:picture[.]|brand[.]alt-text)/],
  ['Inclusive language', /^inclusive[/]/],
];

const rulesPage = ({ rulesOf, sampleKit }) => {
  const rules = rulesOf(sampleKit);
  const rowsOf = (pattern) =>
    rules
      .filter(({ id }) => pattern.test(id))
      .map(({ id, severity, runs, scope, explanation, examples }) => {
        const where = [scope?.locales, scope?.channels].flatMap((list) => list ?? []).join(', ');
        return `| \`${id}\` | ${severity} | ${where || 'everywhere'}${runs === 'server' ? '; on the server' : ''} | ${cell(explanation)} | ${shown(examples?.fail ?? [])} | ${shown(examples?.pass ?? [])} |`;
      });
  const tables = areas.flatMap(([title, pattern]) => {
    const rows = rowsOf(pattern);
    return rows.length === 0
      ? []
      : [
          `## ${title}\n\n| rule | severity | where | what it looks for, and why | is found | is not |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`,
        ];
  });
  return `# The rules of the brand kit

Every rule that Presence ships, as the kit in \`config/sample-kit.ts\` sets it: a kit of your own has other words, other numbers, and
only the rules that it asks for. The id is stable; a business may switch each rule off or change its severity. Each example is checked by
the tests. In an example \`⏎\` is a line break, and lines between two \`---\` are other fields of the entry. A rule *on the server* needs
more than the text, so it speaks after saving and in the panel, not with each key. This page is generated from the rules themselves.

${tables.join('\n')}`;
};

const pages = [
  {
    file: 'reference/brand-rules.md',
    contents: "export { rulesOf } from './src/brand/rules'; export { sampleKit } from './config/sample-kit';",
    text: rulesPage,
  },
  { file: 'reference/codes.md', from: 'src/shared/codes', text: codesPage },
  {
    file: 'reference/workflow-templates.md',
    from: 'src/governance/workflow/templates/index.ts',
    text: templatesPage,
  },
  { file: 'reference/audit.md', from: 'src/governance/audit/kinds.ts', text: auditPage },
  { file: 'reference/events.md', from: 'src/governance/notices/events.ts', text: eventsPage },
];

/** What a module of the product exports. */
async function listsOf({ from, contents }) {
  const { outputFiles } = await build({
    ...(contents
      ? { stdin: { contents, resolveDir: root, loader: 'ts' } }
      : { entryPoints: [`${root}${from}`] }),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

/** What the pages of the channels are made of; rights by kind are what the settings of a kind export as `…Scopes`. */
async function channelLists() {
  const lists = await listsOf({
    contents: `export { channelRules } from './src/channels/rules';
export { builtInKinds as channelKinds } from './src/channels/rules/kinds';
export { isConnectable } from './src/channels/connect/kinds';
export { told } from './src/channels/counted/told';
export { metrics } from './src/channels/schema';
export { canCorrect } from './src/publishing/operations/correct';
export { recallWayOf } from './src/publishing/operations/recall-ways';
export { codes } from './src/shared/codes';
export * as meta from './src/channels/outcomes/meta/refusals';`,
  });
  const settings = readdirSync(`${root}src/channels/settings`, { recursive: true });
  const scopes = {};
  for (const kind of lists.channelKinds) {
    const from = settings.find((file) => file === `${kind}.ts` || file.endsWith(`/${kind}.ts`));
    const exported = from ? await listsOf({ from: `src/channels/settings/${from}` }) : {};
    const name = Object.keys(exported).find((one) => one.endsWith('Scopes'));
    if (name) scopes[kind] = exported[name];
  }
  return { ...lists, scopes };
}

/** Writes a page, or says that it is stale. */
function settle(file, text) {
  const path = join(values.docs, file);
  if (!values.check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text)
    complain(`docs/${file} is stale: run \`npm run reference\` and commit it.`);
}

function complain(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

for (const { file, from, contents, text } of pages) settle(file, text(await listsOf({ from, contents })));
for (const { file, text, problem } of await channelPages(root, values.docs, await channelLists()))
  if (problem) complain(problem);
  else settle(file, text);
