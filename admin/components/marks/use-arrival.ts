import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import type { Finding } from '../../../src/brand/schema';

type Spot = Pick<Finding, 'place' | 'quote'>;

/** What a link to an entry carries, so that its edit view opens at a passage. */
export const arrivalAt = ({ place, quote }: Spot): { readonly presence: Spot } => ({
  presence: { place, quote },
});

/** Shows the passage that somebody came for, once, as soon as the form is there. */
export function useArrival(isReady: boolean, show: (spot: Spot) => void): void {
  const { state, key } = useLocation() as { state: { readonly presence?: Spot } | null; key: string };
  const shown = useRef('');
  const spot = state?.presence;
  useEffect(() => {
    if (!isReady || !spot || shown.current === key) return;
    shown.current = key;
    show(spot);
  }, [isReady, spot, key, show]);
}
