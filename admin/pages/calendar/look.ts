import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { PublicationState } from '../../../src/publishing/schema';
import { publicationStates } from '../../components/publication-state';

/** What the calendar can look like, by the names of FullCalendar. */
export const views = ['dayGridMonth', 'timeGridWeek', 'timeGridDay', 'listMonth'] as const;
export type View = (typeof views)[number] | 'listDay';

const isView = (text: string | null): text is View => [...views, 'listDay'].some((view) => view === text);

/** Where there is no room for a grid. */
const isNarrow = (): boolean => window.matchMedia('(max-width: 767px)').matches;

const kept = 'presence.calendar.zone';

/** What is looked at; kept in the address, so that it can be shared and gone back to. */
export interface Look {
  readonly view: View;
  /** A day in what is shown: `2026-11-22`; null for today. */
  readonly day: string | null;
  /** IANA zone; null: that of the business. */
  readonly zone: string | null;
  readonly channels: readonly string[];
  readonly states: readonly PublicationState[];
}

const listIn = (text: string | null): string[] => (text ? text.split(',') : []);

/** The look, and the way to change it. The zone is remembered in this browser. */
export function useLook(): [Look, (change: Partial<Look>) => void] {
  const [params, setParams] = useSearchParams();
  const [view, day, zone] = [params.get('view'), params.get('day'), params.get('zone')];
  const [channels, states] = [params.get('channels'), params.get('states')];
  // Lists that say the same are the same: another one would be asked for anew.
  const lists = useMemo(
    () => ({
      channels: listIn(channels),
      states: publicationStates.filter((state) => listIn(states).includes(state)),
    }),
    [channels, states],
  );
  const look = useMemo(
    (): Look => ({
      ...lists,
      view: isView(view) ? view : isNarrow() ? 'listMonth' : 'dayGridMonth',
      day: day && /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null,
      zone: zoneIn(zone ?? localStorage.getItem(kept)),
    }),
    [view, day, zone, lists],
  );
  const change = useCallback(
    (part: Partial<Look>) => {
      if (part.zone !== undefined)
        if (part.zone === null) localStorage.removeItem(kept);
        else localStorage.setItem(kept, part.zone);
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(part)) {
            const shown = Array.isArray(value) ? value.join(',') : value;
            if (shown) next.set(name, String(shown));
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return [look, change];
}

/** A zone that this browser knows. */
function zoneIn(zone: string | null): string | null {
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && zone;
  } catch {
    return null;
  }
}
