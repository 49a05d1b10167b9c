import type { RuleFacts } from '../engine/rule';
import type { Severity } from '../schema';
import type { FileReport } from './file-check';
import type { PlacedFinding } from './loose-check';

const levels = { error: 'error', warning: 'warning', suggestion: 'note' } as const satisfies Readonly<
  Record<Severity, string>
>;

/** SARIF 2.1.0 (OASIS, 2020), as code scanning reads it: one run, a rule for each that found something, a result a finding. */
export function sarifReport(
  reports: readonly FileReport[],
  rules: readonly RuleFacts[],
  version: string,
): string {
  const found = reports.flatMap(({ file, findings }) => findings.map((finding) => ({ file, finding })));
  const ids = [...new Set(found.map(({ finding }) => finding.rule))].sort();
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Presence',
              semanticVersion: version,
              informationUri: 'https://www.npmjs.com/package/strapi-plugin-presence',
              rules: ids.map((id) => descriptor(id, known.get(id) ?? known.get(id.replace(/\/.*$/, '')))),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: found.map(({ file, finding }) => result(file, finding, ids.indexOf(finding.rule))),
        },
      ],
    },
    null,
    2,
  );
}

function descriptor(id: string, rule: RuleFacts | undefined) {
  const text = rule?.explanation || id;
  return {
    id,
    shortDescription: { text },
    help: { text },
    defaultConfiguration: { level: levels[rule?.severity ?? 'warning'] },
    ...(rule?.link ? { helpUri: rule.link } : {}),
  };
}

function result(
  file: string,
  { rule, severity, message, from, to, fix, place }: PlacedFinding,
  ruleIndex: number,
) {
  const region = from &&
    to && { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
  const artifactLocation = { uri: uriOf(file) };
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, ...(region ? { region } : {}) } }],
    ...(fix && region && place.end > place.start
      ? {
          fixes: [
            {
              description: { text: fix.label },
              artifactChanges: [
                {
                  artifactLocation,
                  replacements: [{ deletedRegion: region, insertedContent: { text: fix.replacement } }],
                },
              ],
            },
          ],
        }
      : {}),
  };
}

/** A path as a relative URI: slashes, and everything else encoded. */
const uriOf = (file: string): string =>
  file.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
