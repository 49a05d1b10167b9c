import { useEffect, useState } from 'react';
import type { CardPreview, CardRequest } from '../../../../src/channels/pictures/card';
import { useApi } from '../../../api';
import { refusalOf, type Refusal } from '../../../refusal';

/** How long nobody must type before a card is drawn, in milliseconds. */
const pause = 400;

interface Seen {
  readonly preview?: CardPreview;
  readonly refusal?: Refusal;
  readonly isDrawing: boolean;
}

/** The card as the server draws it now; what is still drawn leaves the last one in sight. Null: there is nothing to draw. */
export function useCardPreview(request: CardRequest | null): Seen {
  const api = useApi();
  const [seen, setSeen] = useState<Seen>({ isDrawing: request !== null });
  const asked = request && JSON.stringify(request);
  useEffect(() => {
    if (asked === null) {
      setSeen({ isDrawing: false });
      return undefined;
    }
    let isCurrent = true;
    setSeen(({ preview }) => ({ ...(preview ? { preview } : {}), isDrawing: true }));
    const timer = setTimeout(() => {
      api.previewCard(JSON.parse(asked) as CardRequest).then(
        (preview) => isCurrent && setSeen({ preview, isDrawing: false }),
        (error: unknown) => isCurrent && setSeen({ refusal: refusalOf(error), isDrawing: false }),
      );
    }, pause);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, asked]);
  return seen;
}
