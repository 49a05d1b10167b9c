import { useCallback } from 'react';
import type { CopyProblem } from '../../../src/channels/schema';
import { useReasonWords } from '../../components/use-reason-words';

/** Problems of a copy in the language of the admin. */
export function useSaidProblems(): (problems: readonly CopyProblem[]) => CopyProblem[] {
  const { sentence } = useReasonWords();
  return useCallback(
    (problems) => problems.map((problem) => ({ ...problem, message: sentence(problem) })),
    [sentence],
  );
}
