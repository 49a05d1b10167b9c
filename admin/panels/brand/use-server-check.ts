import { useCallback, useEffect, useRef, useState } from 'react';
import type { CheckFormAnswer } from '../../../src/brand/findings/schema';
import type { EntryDocument } from '../../../src/content/schema';
import { useFindingsApi, type FormOf } from '../../brand-api';
import { refusalOf, type Refusal } from '../../refusal';

/** How long a person has to stop typing before the server is asked, in milliseconds. */
const pause = 600;

/** What the server said of a form, and the form that it said it of. */
export interface ServerCheck {
  readonly answer: CheckFormAnswer | null;
  readonly of: EntryDocument;
  readonly isAsking: boolean;
  readonly refusal: Refusal | null;
  /** Asks again at once. */
  readonly again: () => void;
}

/** Asks the server about the form as it is, some time after the last change. A newer question ends the older one. */
export function useServerCheck(
  { uid, documentId, locale }: Omit<FormOf, 'values'>,
  values: EntryDocument,
  version: string,
): ServerCheck {
  const api = useFindingsApi();
  const [state, setState] = useState<Omit<ServerCheck, 'again'>>({
    ...{ answer: null, of: values, isAsking: true, refusal: null },
  });
  const [turn, setTurn] = useState(0);
  const quick = useRef('');

  useEffect(() => {
    const abort = new AbortController();
    // The first question, and one after a save or a decision, does not wait.
    const name = `${turn} ${version}`;
    const wait = quick.current === name ? pause : 0;
    quick.current = name;
    const timer = setTimeout(() => {
      setState((before) => ({ ...before, isAsking: true }));
      api.checkForm({ uid, documentId, locale, values }, abort.signal).then(
        (answer) => !abort.signal.aborted && setState({ answer, of: values, isAsking: false, refusal: null }),
        (error: unknown) =>
          !abort.signal.aborted &&
          setState((before) => ({ ...before, isAsking: false, refusal: refusalOf(error) })),
      );
    }, wait);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, uid, documentId, locale, values, version, turn]);

  return { ...state, again: useCallback(() => setTurn((before) => before + 1), []) };
}
