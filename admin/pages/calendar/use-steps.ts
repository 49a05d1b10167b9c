import { useCallback } from 'react';
import { monthAfter } from '../../components/day';
import type { Shown } from './grid';
import type { Look, View } from './look';
import { movedClock } from './times';

/** Going through time: what the buttons do to the address, and what the grid says that it shows. */
export function useSteps(look: Look, shown: Shown | undefined, change: (part: Partial<Look>) => void) {
  return {
    go(where: 'back' | 'today' | 'on'): void {
      const day = shown?.day ?? new Date().toISOString().slice(0, 10);
      change({
        view: look.view,
        day:
          where === 'today'
            ? new Date().toISOString().slice(0, 10)
            : stepFrom(day, look.view, where === 'on' ? 1 : -1),
      });
    },
    show: (view: View): void => change({ view, day: shown?.day ?? look.day }),
    shown: useCallback(
      (next: Shown): void => {
        if (next.view !== look.view || (look.day !== null && next.day !== look.day))
          change({ view: next.view, day: next.day });
      },
      [look, change],
    ),
  };
}

/** The day as far away as the view is long. */
function stepFrom(day: string, view: View, sign: 1 | -1): string {
  switch (view) {
    case 'dayGridMonth':
    case 'listMonth':
      return `${monthAfter(day.slice(0, 7), sign)}-01`;
    case 'timeGridWeek':
      return movedClock(`${day}T12:00`, 7 * sign, 0).slice(0, 10);
    case 'timeGridDay':
    case 'listDay':
      return movedClock(`${day}T12:00`, sign, 0).slice(0, 10);
  }
}
