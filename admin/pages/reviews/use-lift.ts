import { useCallback, useState } from 'react';
import type { Action, EntryPanel } from '../../../src/governance/review/schema';
import type { Card } from '../../../src/governance/board/schema';
import { useApi } from '../../api';
import { refusalOf, type Refusal } from '../../refusal';

/** A card that somebody holds, and where it may be put down. */
export interface Lifted {
  readonly card: Card;
  /** How the entry stands, asked when the card was lifted; undefined until the answer is there. */
  readonly panel: EntryPanel | undefined;
}

/** The action that leads to a stage and may be taken now. */
export const actionTo = (lifted: Lifted, stage: string): Action | undefined =>
  lifted.panel?.actions.find(({ to, disabledReason }) => to === stage && disabledReason === null);

/** Why a card may not go to a stage: the reason of the grey action, else null where no action leads there. */
export const reasonAgainst = (lifted: Lifted, stage: string): string | null =>
  lifted.panel?.actions.find(({ to }) => to === stage)?.disabledReason ?? null;

/** Lifting and putting down of cards, by mouse or keys. The server says what is allowed, when a card is lifted. */
export function useLift() {
  const api = useApi();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const lift = useCallback(
    (card: Card) => {
      setRefusal(null);
      setLifted({ card, panel: undefined });
      const { uid, documentId, locale } = card;
      api.entry({ uid, documentId, locale }).then(
        (panel) => setLifted((now) => (now?.card.entry === card.entry ? { card, panel } : now)),
        (error: unknown) => {
          setLifted(null);
          setRefusal(refusalOf(error));
        },
      );
    },
    [api],
  );
  const drop = useCallback(() => setLifted(null), []);
  return { lifted, refusal, lift, drop, fail: setRefusal };
}
