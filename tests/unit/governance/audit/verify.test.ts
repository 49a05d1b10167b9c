import { genesis } from '../../../../src/governance/audit/chain';
import { footerLine, headerLine, rowLine } from '../../../../src/governance/audit/export';
import { auditKinds, kindsOf } from '../../../../src/governance/audit/kinds';
import { contentOf } from '../../../../src/governance/audit/line';
import { cutUpTo, isCutDue, keptSince } from '../../../../src/governance/audit/retention';
import { auditGroup } from '../../../../src/governance/audit/kinds';
import { endBreak, followAll, type ChainRow } from '../../../../src/governance/audit/verify';
import { chainOf, hash, line, lines } from './chain';

const found = (rows: readonly ChainRow[]) => {
  const { broken } = followAll(genesis, rows, hash);
  return broken && [broken.code, broken.number];
};

describe('a chain of five rows', () => {
  const rows = chainOf(lines(5));
  const change = (number: number, part: Partial<ChainRow>) =>
    rows.map((row) => (row.number === number ? { ...row, ...part } : row));

  it.each<[string, ChainRow[], [string, number] | null]>([
    ['as it was written', rows, null],
    ['with another text', change(3, { details: '{"loaf":9}' }), ['changed', 3]],
    ['with another time', change(2, { at: 0 }), ['changed', 2]],
    ['with another kind', change(2, { kind: 'delete' }), ['changed', 2]],
    ['with another person', change(2, { by: '{}' }), ['changed', 2]],
    ['with another person to filter by', change(2, { person: 'user:2' }), ['changed', 2]],
    ['from another place', change(2, { origin: '{}' }), ['changed', 2]],
    ['about another entry', change(2, { entry: null }), ['changed', 2]],
    ['with another seal', change(2, { seal: null }), ['changed', 2]],
    ['without a digest', change(4, { digest: null }), ['changed', 4]],
    ['with another hash', change(4, { hash: '0'.repeat(64) }), ['moved', 4]],
    ['without the first', rows.slice(1), ['missing', 1]],
    ['without the third', rows.filter(({ number }) => number !== 3), ['missing', 3]],
    ['with one twice', [...rows.slice(0, 2), rows[1]!, ...rows.slice(2)], ['twice', 2]],
  ])('%s', (_, given, expected) => expect(found(given)).toEqual(expected));

  it('says where texts that were moved between columns would give the same letters', () => {
    const one = line({ details: { a: 1, details: 2 } });
    const other = { ...one, by: `${one.by},"details":{"a":1`, details: '2}' };
    expect(contentOf(one)).not.toBe(contentOf(other));
  });

  it('names all rows of a gap', () => {
    const { broken } = followAll(genesis, [rows[0]!, rows[4]!], hash);
    expect(broken?.message).toMatch(/^The rows 2 to 4 are missing\./);
  });
});

describe('the end of a chain', () => {
  const last = { number: 5, hash: 'a'.repeat(64) };
  const head = { ...last, at: 1, signature: 's' };
  it.each([
    ['that is signed', head, false, null],
    ['signed by somebody else', head, true, 'head-forged'],
    ['that is gone', null, false, 'head-gone'],
    ['ahead of the rows', { ...head, number: 7 }, false, 'cut-off'],
    ['behind the rows', { ...head, number: 4 }, false, 'added'],
    ['with another hash', { ...head, hash: 'b'.repeat(64) }, false, 'rewritten'],
  ])('%s', (_, given, isForged, code) => expect(endBreak(last, given, isForged)?.code ?? null).toBe(code));

  it('of no rows is none', () => expect(endBreak(genesis, null, false)).toBeNull());
});

describe('retention', () => {
  const now = Date.UTC(2026, 1, 28, 12);
  it.each([
    ['for ever', null, null],
    ['one year', 1, Date.UTC(2025, 1, 28, 12)],
    ['ten years', 10, Date.UTC(2016, 1, 28, 12)],
  ])('keeps %s', (_, years, since) => expect(keptSince(now, years)).toBe(since));

  it.each([
    ['nothing is old enough', { firstKept: 1, head: 9, checkpoint: 0 }, null],
    ['three rows are', { firstKept: 4, head: 9, checkpoint: 0 }, 3],
    ['all are: the last stays', { firstKept: null, head: 9, checkpoint: 0 }, 8],
    ['they were cut before', { firstKept: 4, head: 9, checkpoint: 3 }, null],
    ['there is nothing', { firstKept: null, head: 0, checkpoint: 0 }, null],
  ])('cuts when %s', (_, facts, last) => expect(cutUpTo(facts)).toBe(last));

  it.each([
    ['never cut', null, true],
    ['an hour ago', now - 3_600_000, false],
    ['a day ago', now - 86_400_000, true],
  ])('a checkpoint a day: %s', (_, at, due) => expect(isCutDue(now, at)).toBe(due));
});

describe('an export', () => {
  it('shows a row as JSON, and a text that is not ours as it stands there', () => {
    const [row] = chainOf([line({ details: { b: 1, a: ['ü'] } })]);
    expect(JSON.parse(rowLine(row!))).toMatchObject({
      number: 1,
      by: { name: 'Rosa' },
      from: { way: 'admin' },
      details: { a: ['ü'], b: 1 },
    });
    for (const details of ['{"loaf": 1}', '{', '"{}"', ''])
      expect(JSON.parse(rowLine({ ...row!, details }))).toMatchObject({ details });
  });

  it('begins with what it is and ends with what was signed', () => {
    const header = { at: 1, after: genesis, publicKey: 'k', checkpoint: null };
    expect(JSON.parse(headerLine(header))).toEqual({ format: 'presence-audit/1', ...header });
    const head = { ...genesis, at: 1, signature: 's' };
    const footer = { count: 0, last: genesis, head, sha256: 'x', signature: 's' };
    expect(JSON.parse(footerLine(footer))).toEqual(footer);
  });
});

describe('the kinds', () => {
  it.each(Object.entries(auditKinds))(
    '%s is written as area.what and says what happened',
    (kind, { means }) => {
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/);
      expect(means).toMatch(/^[A-Z].{15,}\.$/);
    },
  );

  it('are each in one group', () =>
    expect(auditGroup.options.flatMap(kindsOf).sort()).toEqual(Object.keys(auditKinds).sort()));
});
