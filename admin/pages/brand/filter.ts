import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { Severity } from '../../../src/brand/schema';
import type { ReportFilter } from '../../brand-api';
import { severities } from '../../components/findings/severity-mark';

export const standings = ['open', 'waived', 'baseline', 'all'] as const;
export type StandingChoice = (typeof standings)[number];

const texts = ['uid', 'locale', 'rule', 'channel', 'q'] as const;

const oneOf = <T extends string>(value: string | null, of: readonly T[]): T | undefined =>
  of.find((each) => each === value);

/** What the report is narrowed to, from its address: so it can be linked to, and the way back finds it again. */
export function filterOf(query: URLSearchParams): ReportFilter {
  const given = texts.flatMap((name) => {
    const value = query.get(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(given),
    severity: oneOf<Severity>(query.get('severity'), severities),
    standing: oneOf<StandingChoice>(query.get('standing'), standings) ?? 'open',
  };
}

export const isNarrowed = ({ standing, ...rest }: ReportFilter): boolean =>
  (standing ?? 'open') !== 'open' || Object.values(rest).some((value) => value !== undefined);

/** The filter in the address, the page of the list, and the ways to change both. */
export function useReportFilter() {
  const [query, setQuery] = useSearchParams();
  const filter = useMemo(() => filterOf(query), [query]);
  const page = Math.max(1, Math.trunc(Number(query.get('page')) || 1));
  const put = useCallback(
    (part: Readonly<Record<string, string>>) =>
      setQuery(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(part)) {
            if (value === '' || (name === 'standing' && value === 'open')) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setQuery],
  );
  const change = useCallback((part: Readonly<Record<string, string>>) => put({ ...part, page: '' }), [put]);
  const go = useCallback((next: number) => put({ page: next === 1 ? '' : String(next) }), [put]);
  return { filter, page, change, go };
}
