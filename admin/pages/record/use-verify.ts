import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditReport } from '../../../src/governance/audit/schema';
import { useApi } from '../../api';
import { refusalOf, type Refusal } from '../../refusal';

interface Look {
  /** Where the look is; undefined where none is under way. */
  readonly progress?: { readonly at: number; readonly of: number } | undefined;
  readonly report?: AuditReport | undefined;
  readonly refusal?: Refusal | undefined;
}

/** Looks over the whole record, piece by piece, so that a person sees how far it is. Ends when the page is left. */
export function useVerify(): Look & { readonly look: (kept: string) => Promise<void> } {
  const api = useApi();
  const [state, setState] = useState<Look>({});
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const look = useCallback(
    async (kept: string) => {
      const mine = ++turn.current;
      setState({ progress: { at: 0, of: 0 } });
      try {
        for (let after: string | null = ''; after !== null;) {
          const step = await api.verifyRecord(after, kept);
          if (mine !== turn.current) return;
          setState(step.report ? { report: step.report } : { progress: { at: step.at, of: step.of } });
          after = step.next;
        }
      } catch (error) {
        if (mine === turn.current) setState({ refusal: refusalOf(error) });
      }
    },
    [api],
  );
  return { ...state, look };
}
