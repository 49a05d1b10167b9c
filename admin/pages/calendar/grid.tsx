import { useEffect, useMemo, useRef } from 'react';
import type {
  DatesSetArg,
  EventClickArg,
  EventContentArg,
  EventDropArg,
  EventInput,
} from '@fullcalendar/core';
import german from '@fullcalendar/core/locales/de';
import dayGrid from '@fullcalendar/daygrid';
import interaction, { type DateClickArg } from '@fullcalendar/interaction';
import list from '@fullcalendar/list';
import luxon from '@fullcalendar/luxon3';
import FullCalendar from '@fullcalendar/react';
import timeGrid from '@fullcalendar/timegrid';
import { useIntl } from 'react-intl';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import { kindTones } from '../../components/publication-state';
import { useWords } from '../../words';
import { EventContent } from './event';
import { CalendarFrame } from './frame';
import type { View } from './look';
import { dayIn, type Delta } from './times';

const plugins = [dayGrid, timeGrid, list, interaction, luxon];
// Other objects that say the same would make FullCalendar begin anew at each drawing.
const locales = [german];
const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const ownViews = { listDay: { type: 'list', duration: { days: 1 } } };

/** What the grid shows, as it tells the page. */
export interface Shown {
  readonly view: View;
  /** A day in it. */
  readonly day: string;
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** Whether both say the same; the grid tells it again whenever it draws itself anew. */
export const isSame = (before: Shown | undefined, now: Shown): boolean =>
  before !== undefined &&
  (['view', 'day', 'title', 'from', 'to'] as const).every((name) => before[name] === now[name]);

interface Props {
  readonly items: readonly CalendarItem[];
  /** Slots, blackouts and holidays, drawn behind the items. */
  readonly behind: readonly EventInput[];
  readonly gaps: readonly string[];
  readonly zone: string;
  readonly view: View;
  readonly day: string | null;
  readonly canManage: boolean;
  readonly onShown: (shown: Shown) => void;
  readonly onOpen: (campaign: string) => void;
  readonly onMove: (key: string) => void;
  /** `undo` puts it back where it was. */
  readonly onDrop: (item: CalendarItem, delta: Delta, undo: () => void) => void;
  /** An empty place: a wall clock in the zone that is shown. */
  readonly onEmpty: (local: string) => void;
}

const itemOf = (props: Readonly<Record<string, unknown>>): CalendarItem | undefined =>
  props['item'] as CalendarItem | undefined;

/** The calendar itself. Items are moved by dragging or by the dialog behind their second button. */
export function CalendarGrid(props: Props) {
  const { items, behind, gaps, zone, view, day, canManage } = props;
  const t = useWords();
  const intl = useIntl();
  const calendar = useRef<FullCalendar>(null);
  const events = useMemo(
    () => [
      ...items.map((item): EventInput => ({
        id: item.key,
        title: item.entryTitle,
        start: new Date(item.dueAt).toISOString(),
        editable: canManage && item.canMove,
        classNames: [
          `presence-${kindTones[item.kind]}`,
          ...(canManage && item.canMove ? ['presence-movable'] : []),
        ],
        extendedProps: { item },
      })),
      ...behind,
    ],
    [items, behind, canManage],
  );
  const gapSet = useMemo(() => new Set(gaps), [gaps]);
  const dayOf = useMemo(() => dayIn(zone), [zone]);

  // The night is shown where something goes out in it.
  const hasNight = useMemo(() => {
    const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
    return items.some(({ dueAt }) => Number(hour.format(dueAt)) < 5);
  }, [items, zone]);

  // The address leads, also when somebody goes back.
  useEffect(() => {
    const api = calendar.current?.getApi();
    if (!api) return;
    const current = dayOf(api.getDate());
    if (api.view.type !== view || (day !== null && current !== day))
      // FullCalendar may not be told while React draws.
      queueMicrotask(() => api.changeView(view, day ?? current));
  }, [view, day, dayOf]);

  const shown = ({ view: now, start, end }: DatesSetArg) =>
    props.onShown({
      view: now.type as View,
      day: dayOf(now.calendar.getDate()),
      title: now.title,
      from: start.getTime(),
      to: end.getTime(),
    });

  const clicked = ({ event, jsEvent }: EventClickArg) => {
    const item = itemOf(event.extendedProps);
    if (!item) return;
    const isMove = jsEvent.target instanceof Element && jsEvent.target.closest('[data-move]') !== null;
    if (isMove) props.onMove(item.key);
    else props.onOpen(item.campaign);
  };

  const dropped = ({ event, delta, revert }: EventDropArg) => {
    const item = itemOf(event.extendedProps);
    if (item)
      props.onDrop(item, { days: delta.days + delta.months * 30, milliseconds: delta.milliseconds }, revert);
  };

  const emptyClicked = ({ dateStr, date, allDay }: DateClickArg) => {
    if (!canManage || dayOf(date) < dayOf(Date.now())) return;
    props.onEmpty(allDay ? `${dateStr.slice(0, 10)}T09:00` : dateStr.slice(0, 16));
  };

  const content = ({ event, timeText, view: { type } }: EventContentArg) => {
    const item = itemOf(event.extendedProps);
    return item ? (
      <EventContent
        item={item}
        time={type.startsWith('list') ? '' : timeText}
        canMove={canManage && item.canMove}
      />
    ) : (
      <div className="fc-event-title">{event.title}</div>
    );
  };

  return (
    <CalendarFrame>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        headerToolbar={false}
        initialView={view}
        {...(day === null ? {} : { initialDate: day })}
        timeZone={zone}
        locales={locales}
        locale={intl.locale.startsWith('de') ? 'de' : 'en-gb'}
        firstDay={1}
        height="auto"
        events={events}
        eventContent={content}
        eventInteractive={false}
        eventDurationEditable={false}
        eventDisplay="block"
        displayEventEnd={false}
        defaultTimedEventDuration="00:30"
        eventTimeFormat={clock}
        slotLabelFormat={clock}
        allDaySlot={false}
        nowIndicator
        slotDuration="00:30:00"
        slotMinTime={hasNight ? '00:00:00' : '05:00:00'}
        eventMinHeight={40}
        eventMaxStack={3}
        slotEventOverlap={false}
        dayMaxEvents={4}
        moreLinkClick="listDay"
        moreLinkContent={({ num }) => t('presence.calendar.more', { count: num })}
        // FullCalendar says that it opens something, and not that it is a button.
        moreLinkDidMount={({ el }) => el.setAttribute('role', 'button')}
        navLinks
        navLinkDayClick={(date) => calendar.current?.getApi().changeView('timeGridDay', date)}
        noEventsContent={() => t('presence.calendar.none')}
        dayCellClassNames={({ date }) => (gapSet.has(dayOf(date)) ? ['presence-gap'] : [])}
        views={ownViews}
        datesSet={shown}
        eventClick={clicked}
        eventDrop={dropped}
        dateClick={emptyClicked}
      />
    </CalendarFrame>
  );
}
