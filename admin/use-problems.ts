import { useCallback } from 'react';
import { problemAt, type FieldProblem, type Refusal } from './refusal';
import { useWords } from './words';

/** Says a problem of a field in words; an empty field is simply to be filled in. */
export function useProblemWords(): (problem: FieldProblem) => string {
  const t = useWords();
  return useCallback(
    ({ message }: FieldProblem) =>
      /^(Too small|Invalid input: expected)/.test(message) ? t('presence.input.fill-in') : message,
    [t],
  );
}

/** The sentence to show at each field after a refusal, by the field's path. */
export function useErrorAt(refusal: Refusal | undefined): (path: string) => string | undefined {
  const say = useProblemWords();
  return useCallback(
    (path: string) => {
      const problem = problemAt(refusal, path);
      return problem && say(problem);
    },
    [refusal, say],
  );
}
