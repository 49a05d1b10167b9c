import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../src/brand/schema';
import type { BrandContext } from '../../src/governance/schema';
import type { EntryDocument } from '../../src/content/schema';
import type * as Check from './check-entry';

/** How long a person has to stop typing, in milliseconds; with the check itself it stays under 100. */
const pause = 40;

/** The findings of the form as it is, a moment after the last change; undefined until the first check is done. */
export function useFindings(
  context: BrandContext | undefined,
  values: EntryDocument,
  locale: string | null,
): { readonly findings: readonly Finding[] | undefined; readonly check: typeof Check | undefined } {
  const [check, setCheck] = useState<typeof Check>();
  const [findings, setFindings] = useState<readonly Finding[]>();
  const isFirst = useRef(true);

  useEffect(() => {
    let isCurrent = true;
    void import('./check-entry').then((module) => isCurrent && setCheck(module));
    return () => {
      isCurrent = false;
    };
  }, []);

  useEffect(() => {
    if (!check || !context) return undefined;
    const timer = setTimeout(
      () => {
        isFirst.current = false;
        setFindings(check.findingsOf(context, values, locale));
      },
      isFirst.current ? 0 : pause,
    );
    return () => clearTimeout(timer);
  }, [check, context, values, locale]);

  return { findings, check };
}
