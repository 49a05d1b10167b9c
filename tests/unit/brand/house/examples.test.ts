import { sampleKit } from '../../../../config/sample-kit';
import { rulesOf } from '../../../../src/brand/rules';
import english from '../../../../admin/translations/findings.en.json';
import german from '../../../../admin/translations/findings.de.json';
import { findingsIn, withEnglish } from './run-example';

const rules = rulesOf(sampleKit);
/** What single texts cannot show: agreement of several, pictures, earlier posts. Their own tests show it. */
const elsewhere = /^(?:fact|picture|post|claim)[./]/;
const shown = rules.filter(({ id }) => !elsewhere.test(id));
const labelled = (kind: 'fail' | 'pass') =>
  shown.flatMap((rule) =>
    (rule.examples?.[kind] ?? []).map(
      (example) => [`${rule.id} (${rule.scope?.locales?.[0] ?? 'any'})`, example, rule] as const,
    ),
  );

beforeAll(withEnglish);

const filled = (sentence: string | undefined, values: Readonly<Record<string, string | number>> = {}) =>
  sentence?.replace(/\{([a-z]+)\}/g, (_, name: string) => String(values[name]));

describe('every rule that we ship', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says why it stands',
    (_id, { explanation }) => {
      expect(explanation).toMatch(/[.]$/);
      expect(explanation.length).toBeGreaterThan(20);
    },
  );

  test.each(shown.map((rule) => [rule.id, rule] as const))('%s shows what it finds', (_id, { examples }) => {
    expect(examples?.fail.length).toBeGreaterThan(0);
  });

  test('has an id of its own in its language', () => {
    const ids = rules.map(({ id, scope }) => `${id} ${scope?.locales?.join() ?? ''}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('an example that fails is found, and said in both languages', () => {
  test.each(labelled('fail'))('%s: %s', (_id, example, rule) => {
    const findings = findingsIn(example, rule);
    expect(findings.map((finding) => finding.rule)).toContain(rule.id);
    for (const { message, words } of findings) {
      if (rule.id.startsWith('pattern/')) continue;
      const key = `presence.finding.${words?.key ?? ''}` as keyof typeof english;
      expect(filled(english[key], words?.values)).toBe(message);
      expect(filled(german[key], words?.values)).toMatch(/^[^{}]+[.?]$/);
    }
  });
});

describe('an example that passes is not', () => {
  test.each(labelled('pass'))('%s: %s', (_id, example, rule) => {
    expect(findingsIn(example, rule)).toEqual([]);
  });
});
