import { useCallback, useMemo, useState } from 'react';
import type { EntryDocument } from '../../../src/content/schema';
import { fixedFields, type Chosen, type Fields } from './fixing';

/** The last thing that was fixed, and how the fields were before. */
interface Step {
  readonly before: Fields;
  readonly after: Fields;
  readonly made: number;
}

/** Puts values into fields of the form. */
type Change = (fields: Fields) => void;

/** What Slate and the form make of a value may be another object that says the same. */
const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Makes fixes in the form, and takes the last ones back in one step while nobody has written in those fields since. */
export function useFixing(values: EntryDocument, change: Change | null) {
  const [step, setStep] = useState<Step | null>(null);
  const [refused, setRefused] = useState(false);

  const make = useCallback(
    (chosen: readonly Chosen[]) => {
      if (!change) return;
      const { fields, made } = fixedFields(values, chosen);
      setRefused(made === 0);
      if (made === 0) return;
      const before = Object.fromEntries(Object.keys(fields).map((field) => [field, values[field]]));
      change(fields);
      setStep({ before, after: fields, made });
    },
    [values, change],
  );

  const canUndo = useMemo(
    () => step !== null && Object.entries(step.after).every(([field, value]) => isSame(values[field], value)),
    [step, values],
  );
  const undo = useCallback(() => {
    if (!step || !change) return;
    change(step.before);
    setStep(null);
  }, [step, change]);

  return { make, undo: canUndo ? undo : null, made: step?.made ?? 0, refused };
}
