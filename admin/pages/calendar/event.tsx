import { styled } from 'styled-components';
import { ArrowsHorizontal } from '@strapi/icons';
import type { CalendarItem } from '../../../src/publishing/calendar/schema';
import { isGone } from '../../../src/publishing/status';
import { KindIcon, StateIcon } from '../../components/publication-state';
import { useWords } from '../../words';

const Row = styled.div`
  display: flex;
  align-items: flex-start;
  gap: 0.2rem;
  width: 100%;
  min-width: 0;

  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
    border-radius: ${({ theme }) => theme.borderRadius};
  }
  button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -1px;
  }
  button[data-open] {
    flex: 1 1 0;
    min-width: 0;
    padding: 0.2rem 0.4rem;
  }
  button[data-move] {
    flex: none;
    padding: 0.4rem;
    line-height: 0;
  }
  /* The grid has little room: the sign comes with the pointer or the focus. It stays in the order of the keyboard. */
  @media (hover: hover) {
    .fc-daygrid-event &:not(:hover, :focus-within) button[data-move],
    .fc-timegrid-event &:not(:hover, :focus-within) button[data-move] {
      opacity: 0;
      width: 0;
      padding-inline: 0;
    }
  }
`;

const Line = styled.span`
  display: flex;
  align-items: center;
  gap: 0.4rem;
  min-width: 0;

  > span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
`;

const Gone = styled.span<{ $isGone: boolean }>`
  text-decoration: ${({ $isGone }) => ($isGone ? 'line-through' : 'none')};
`;

/** One publication in the calendar: leads to its campaign, and to the dialog that moves it. `time` is empty where the list shows it. */
export function EventContent({
  item,
  time,
  canMove,
}: {
  item: CalendarItem;
  time: string;
  canMove: boolean;
}) {
  const t = useWords();
  const state = t(`presence.publication.${item.state}`);
  const title = item.entryTitle || item.campaignName;
  const marks = [
    ...(item.isStopped ? [t('presence.calendar.stopped')] : []),
    ...(item.isPractice ? [t('presence.practice.mark')] : []),
  ];
  return (
    <Row>
      <button
        type="button"
        role="link"
        data-open={item.campaign}
        aria-label={[time, title, item.channelName, state, ...marks].filter(Boolean).join(', ')}
        title={item.words}
      >
        <Line>
          <KindIcon kind={item.kind} />
          {time && <strong>{time}</strong>}
          <Gone $isGone={isGone(item.state)}>{title}</Gone>
        </Line>
        <Line>
          <StateIcon state={item.state} />
          <span>
            {marks.map((mark) => (
              <strong key={mark}>{mark} · </strong>
            ))}
            {state} · {item.channelName}
          </span>
        </Line>
      </button>
      {canMove && (
        <button
          type="button"
          data-move={item.key}
          aria-label={t('presence.calendar.move.of', { title, channel: item.channelName })}
          title={t('presence.calendar.move')}
        >
          <ArrowsHorizontal aria-hidden width="1.2rem" height="1.2rem" fill="currentColor" />
        </button>
      )}
    </Row>
  );
}
