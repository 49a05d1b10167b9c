import { gravest, reportHead, reportLine, type KeptFinding } from '../../../../src/brand/findings/report';
import { scoreOf } from '../../../../src/brand/findings/score';
import type { Severity } from '../../../../src/brand/schema';

const of = (counts: Partial<Record<Severity, number>>, standing: null | 'waived' | 'baseline' = null) =>
  (Object.entries(counts) as [Severity, number][]).flatMap(([severity, count]) =>
    Array.from({ length: count }, () => ({
      finding: { severity },
      standing: standing === null ? null : ({ kind: standing } as never),
    })),
  );

describe('the score', () => {
  test.each<[string, ReturnType<typeof of>, number]>([
    ['is 100 where nothing is found', [], 100],
    ['loses 20 for an error', of({ error: 1 }), 80],
    ['loses 5 for a warning and 1 for a suggestion', of({ warning: 2, suggestion: 3 }), 87],
    ['is never below 0', of({ error: 9 }), 0],
    ['loses nothing for what is waived', of({ error: 2 }, 'waived'), 100],
    ['loses nothing for what the baseline knows', of({ error: 2 }, 'baseline'), 100],
  ])('%s', (_, findings, expected) => {
    expect(scoreOf(findings).score).toBe(expected);
  });

  it('shows its arithmetic', () => {
    expect(
      scoreOf([
        ...of({ error: 1, warning: 3 }),
        ...of({ error: 1 }, 'waived'),
        ...of({ warning: 2 }, 'baseline'),
      ]),
    ).toEqual({
      score: 65,
      lines: [
        { severity: 'error', count: 1, cost: 20, total: 20 },
        { severity: 'warning', count: 3, cost: 5, total: 15 },
        { severity: 'suggestion', count: 0, cost: 1, total: 0 },
      ],
      waived: 1,
      baseline: 2,
    });
  });
});

describe('the report as a file', () => {
  const finding: KeptFinding = {
    uid: 'api::article.article',
    documentId: 'abc',
    locale: null,
    title: '=1+1, "rye"',
    channel: null,
    rule: 'brand.term/cheap',
    severity: 'error',
    message: 'Not how we speak.',
    field: 'body',
    quote: 'cheap\nbread',
    standing: null,
    checkedAt: Date.UTC(2026, 10, 26),
  };

  it('has as many cells in a line as in its head, and no formula', () => {
    expect(reportHead().split(',').length).toBe(13);
    expect(reportLine(finding, 'Words to avoid.')).toBe(
      '"\'=1+1, ""rye""",api::article.article,,abc,,error,brand.term/cheap,Words to avoid.,Not how we speak.,body,"cheap\nbread",open,2026-11-26T00:00:00.000Z\r\n',
    );
  });

  it('names the gravest of an entry first, equals in reading order', () => {
    const list = (['suggestion', 'error', 'warning', 'error'] as const).map((severity, at) => ({
      severity,
      at,
    }));
    expect(gravest(list, 3).map(({ at }) => at)).toEqual([1, 3, 2]);
  });
});
