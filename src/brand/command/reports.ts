import type { Severity } from '../schema';
import type { FileReport } from './file-check';

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, suggestion: 0 };

/** Whether anything was found that is as grave as this, or graver. */
export const failsOn = (reports: readonly FileReport[], level: Severity): boolean =>
  reports.some(({ findings }) => findings.some(({ severity }) => gravity[severity] >= gravity[level]));

/** For people: `posts/rye.md:3:14 warning brand.term/cheap  …`, and how many there are. */
export function textReport(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ file, findings }) =>
    findings.map(
      ({ from, severity, rule, message }) =>
        `${file}:${from?.line ?? 1}:${from?.column ?? 1}  ${severity}  ${message}  (${rule})`,
    ),
  );
  const count = (level: Severity) =>
    reports.reduce(
      (sum, { findings }) => sum + findings.filter(({ severity }) => severity === level).length,
      0,
    );
  const sums = (['error', 'warning', 'suggestion'] as const).map((level) => counted(count(level), level));
  return [...lines, `${counted(reports.length, 'file')}: ${sums.join(', ')}`].join('\n');
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** For programs: one object a file, findings as the content API gives them. */
export const jsonReport = (reports: readonly FileReport[]): string =>
  JSON.stringify({ files: reports }, null, 2);
