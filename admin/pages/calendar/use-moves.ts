import { useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import type { PublicationView } from '../../../src/publishing/schema';
import type { When } from '../../../src/publishing/time/when';
import { useApi } from '../../api';
import { isTimeQuestion } from '../../components/time-choice';
import { refusalOf, type Refusal } from '../../refusal';
import { droppedAt, itemAfter, whenOf, type Delta } from './times';

/** What was moved last: as it was before, and as it is now. */
export interface Moved {
  readonly before: CalendarItem;
  readonly now: CalendarItem;
  readonly isUndone: boolean;
}

/** What the dialog is open for. */
export interface Asked {
  readonly item: CalendarItem;
  readonly start: When;
  readonly question?: Refusal;
}

/** Moving items of the calendar, and taking the last move back. `put` shows an item as it is now. */
export function useMoves(zone: string, put: (item: CalendarItem) => void) {
  const api = useApi();
  const { toggleNotification } = useNotification();
  const [moved, setMoved] = useState<Moved>();
  const [asked, setAsked] = useState<Asked>();

  function done(before: CalendarItem, view: PublicationView, isUndone = false): void {
    const now = itemAfter(before, view);
    put(now);
    setMoved({ before, now, isUndone });
  }

  return {
    moved,
    asked,
    /** Opens the dialog for an item. */
    ask(item: CalendarItem): void {
      const at = Math.max(item.dueAt, Date.now() + 3_600_000);
      setAsked({ item, start: whenOf(at, item.zone || zone) });
    },
    close: () => setAsked(undefined),
    done,

    /** An item was dropped elsewhere. Where the server asks back about the time, the dialog asks; else it goes back. */
    async drop(item: CalendarItem, delta: Delta, undo: () => void): Promise<void> {
      const when = droppedAt(item, delta, zone);
      try {
        done(item, await api.reschedule(item.key, when));
      } catch (error) {
        undo();
        const question = refusalOf(error);
        if (isTimeQuestion(question)) setAsked({ item, start: when, question });
        else toggleNotification({ type: 'danger', message: question.message });
      }
    },

    async undo(): Promise<void> {
      if (!moved) return;
      const { before, now } = moved;
      try {
        done(now, await api.reschedule(now.key, whenOf(before.dueAt, before.zone || zone)), true);
      } catch (error) {
        toggleNotification({ type: 'danger', message: refusalOf(error).message });
      }
    },
  };
}
