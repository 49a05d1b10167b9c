import type { PreflightFacts } from './facts';
import { amber, red, type Found } from './finding';

/** What the copy says: limits of the channel, the brand's softer findings, and whether it was said before. */
export function wordingItems({ copy: { check, findings, alike } }: PreflightFacts): Found[] {
  return [
    ...check.problems.map(({ severity, code, message, values }) =>
      (severity === 'error' ? red : amber)(code, message, 'change-copy', values),
    ),
    ...brandItems(findings),
    ...(alike === null
      ? []
      : [
          amber(
            'preflight.duplicate',
            `It says nearly the same (${alike.percent} %) as ${alike.label} on the same channel.`,
            'say-new',
            { percent: alike.percent, name: alike.label },
          ),
        ]),
  ];
}

function brandItems({ warnings, suggestions }: PreflightFacts['copy']['findings']): Found[] {
  const parts = [counted(warnings, 'warning'), counted(suggestions, 'suggestion')].filter(Boolean);
  return parts.length === 0
    ? []
    : [
        amber(
          'preflight.brand-findings',
          `The brand check has ${parts.join(' and ')} about this copy.`,
          'read-findings',
          { warnings, suggestions },
        ),
      ];
}

const counted = (count: number, what: string): string =>
  count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
