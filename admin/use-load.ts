import { useCallback, useEffect, useRef, useState } from 'react';
import { refusalOf, type Refusal } from './refusal';

/** What a page knows of something it asked the server for. A reload keeps showing the old value. */
export interface Load<T> {
  readonly value: T | undefined;
  readonly refusal: Refusal | undefined;
  readonly isLoading: boolean;
  reload(): void;
  /** Shows a value that an action just returned, without asking again. */
  put(value: T): void;
}

/**
 * Loads when `load` changes (memoise it) and on `reload()`; an answer that was overtaken is dropped.
 * `again` says in how many milliseconds to look again, null to stop: lists refresh themselves while something runs.
 */
export function useLoad<T>(load: () => Promise<T>, again?: (value: T) => number | null): Load<T> {
  const [state, setState] = useState<{ value?: T; refusal?: Refusal; isLoading: boolean }>({
    isLoading: true,
  });
  const turn = useRef(0);
  const next = useRef(again);
  next.current = again;

  const reload = useCallback(() => {
    const mine = ++turn.current;
    setState((before) => ({ ...before, isLoading: true }));
    load().then(
      (value) => mine === turn.current && setState({ value, isLoading: false }),
      (error: unknown) =>
        mine === turn.current &&
        setState((before) => ({ ...before, refusal: refusalOf(error), isLoading: false })),
    );
  }, [load]);

  useEffect(() => {
    reload();
    return () => {
      turn.current++;
    };
  }, [reload]);

  const { value, isLoading } = state;
  useEffect(() => {
    const wait = value === undefined || isLoading ? null : (next.current?.(value) ?? null);
    if (wait === null) return undefined;
    const timer = setTimeout(reload, wait);
    return () => clearTimeout(timer);
  }, [value, isLoading, reload]);

  const put = useCallback((fresh: T) => {
    turn.current++;
    setState({ value: fresh, isLoading: false });
  }, []);

  return { value, refusal: state.refusal, isLoading, reload, put };
}
