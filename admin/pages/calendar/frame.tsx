import { styled } from 'styled-components';
import type { Tone } from '../../components/pill';

const tones: readonly Tone[] = ['primary', 'secondary', 'alternative', 'success', 'warning', 'danger'];

/** FullCalendar in the colours of the theme, so that it follows light and dark. */
export const CalendarFrame = styled.div`
  --fc-border-color: ${({ theme }) => theme.colors.neutral200};
  --fc-page-bg-color: ${({ theme }) => theme.colors.neutral0};
  --fc-neutral-bg-color: ${({ theme }) => theme.colors.neutral100};
  --fc-neutral-text-color: ${({ theme }) => theme.colors.neutral800};
  --fc-today-bg-color: ${({ theme }) => theme.colors.primary100};
  --fc-highlight-color: ${({ theme }) => theme.colors.primary100};
  --fc-now-indicator-color: ${({ theme }) => theme.colors.danger600};
  --fc-list-event-hover-bg-color: ${({ theme }) => theme.colors.neutral100};
  --fc-more-link-bg-color: ${({ theme }) => theme.colors.neutral150};
  --fc-more-link-text-color: ${({ theme }) => theme.colors.neutral800};
  --fc-bg-event-color: ${({ theme }) => theme.colors.warning200};
  --fc-bg-event-opacity: 1;
  --fc-event-text-color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};
  font-size: ${({ theme }) => theme.fontSizes[1]};
  overflow-x: auto;

  .fc a {
    color: inherit;
    text-decoration: none;
  }
  .fc .fc-col-header-cell-cushion,
  .fc .fc-daygrid-day-number {
    padding: 0.6rem 0.8rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  .fc a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .fc .fc-daygrid-day.fc-day-other {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  .fc .fc-day-other .fc-daygrid-day-top {
    opacity: 1;
  }
  .fc .fc-daygrid-day.fc-day-today {
    background: ${({ theme }) => theme.colors.neutral0};
    box-shadow: inset 0 0 0 2px ${({ theme }) => theme.colors.primary600};
  }
  .fc .fc-daygrid-day.presence-gap {
    background: repeating-linear-gradient(
      135deg,
      ${({ theme }) => theme.colors.neutral0} 0 8px,
      ${({ theme }) => theme.colors.neutral100} 8px 16px
    );
  }
  .fc .fc-daygrid-event,
  .fc .fc-timegrid-event {
    overflow: hidden;
    border: 1px solid ${({ theme }) => theme.colors.neutral200};
    border-inline-start-width: 4px;
    background: ${({ theme }) => theme.colors.neutral100};
    color: ${({ theme }) => theme.colors.neutral800};
    box-shadow: none;
  }
  .fc .presence-neutral {
    border-inline-start-color: ${({ theme }) => theme.colors.neutral500};
  }
  ${({ theme }) =>
    tones.map(
      (tone) => `
  .fc .fc-daygrid-event.presence-${tone},
  .fc .fc-timegrid-event.presence-${tone} {
    background: ${theme.colors[`${tone as 'primary'}100`]};
    border-color: ${theme.colors[`${tone as 'primary'}200`]};
    border-inline-start-color: ${theme.colors[`${tone as 'primary'}600`]};
  }
  .fc .fc-list-event.presence-${tone} td:first-child {
    box-shadow: inset 4px 0 0 ${theme.colors[`${tone as 'primary'}600`]};
  }`,
    )}
  .fc .presence-movable {
    cursor: grab;
  }
  .fc .fc-bg-event {
    opacity: 0.5;
  }
  .fc .fc-bg-event .fc-event-title {
    margin: 0.4rem;
    font-style: normal;
    font-size: ${({ theme }) => theme.fontSizes[0]};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  .fc .fc-bg-event.presence-slot {
    background: transparent;
    opacity: 1;
    border: 1px dashed ${({ theme }) => theme.colors.neutral500};
  }
  .fc .fc-list-day-cushion {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  .fc .fc-list-event-graphic {
    display: none;
  }
  .fc .fc-list-event td {
    vertical-align: top;
    padding: 0.8rem 1.2rem;
  }
  .fc .fc-list-empty {
    min-height: 16rem;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  .fc .fc-scrollgrid,
  .fc .fc-list {
    border-radius: ${({ theme }) => theme.borderRadius};
  }
`;
