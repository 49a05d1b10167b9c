import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same for good and does what the latest one does: parts that are given it are not drawn anew with every key. */
export function useSteady<Given extends unknown[], Answer>(
  latest: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const held = useRef(latest);
  useLayoutEffect(() => {
    held.current = latest;
  });
  return useCallback((...given: Given) => held.current(...given), []);
}

/** The value that was there before, for as long as the new one says the same. */
export function useKept<Value>(value: Value, isSame: (before: Value, now: Value) => boolean): Value {
  const held = useRef(value);
  if (!isSame(held.current, value)) held.current = value;
  return held.current;
}

/** Whether both lists hold the same, one by one. */
export const isSameList = <One>(before: readonly One[], now: readonly One[]): boolean =>
  before.length === now.length && before.every((one, index) => one === now[index]);
