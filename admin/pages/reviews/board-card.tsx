import type { KeyboardEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Drag } from '@strapi/icons';
import { styled } from 'styled-components';
import type { Card } from '../../../src/governance/board/schema';
import { useWords } from '../../words';
import { Due, PeopleAndTalk, Since } from './facts';
import { reviewPath } from './words-of';

const Frame = styled.li<{ $isLifted: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 0.6rem;
  padding: 1.2rem;
  border: 1px solid
    ${({ theme, $isLifted }) => ($isLifted ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme, $isLifted }) => ($isLifted ? theme.shadows.popupShadow : 'none')};
  cursor: grab;
`;

/** One entry on the board. Its handle lifts it; then the arrow keys choose a stage, and Enter puts it down. */
export function BoardCard({
  card,
  isLifted,
  canMove,
  lift,
  end,
  onKey,
}: {
  card: Card;
  isLifted: boolean;
  canMove: boolean;
  lift: () => void;
  /** The mouse let go of it, wherever. */
  end: () => void;
  onKey: (event: KeyboardEvent) => void;
}) {
  const t = useWords();
  return (
    <Frame
      $isLifted={isLifted}
      draggable={canMove}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', card.entry);
        event.dataTransfer.effectAllowed = 'move';
        lift();
      }}
      onDragEnd={end}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={2}>
        <Link tag={RouterLink} to={reviewPath(card)} draggable={false} style={{ overflowWrap: 'anywhere' }}>
          {card.title}
        </Link>
        {canMove && (
          <IconButton
            size="XS"
            variant="ghost"
            label={t(isLifted ? 'presence.board.lifted' : 'presence.board.lift', { title: card.title })}
            aria-pressed={isLifted}
            data-card={card.entry}
            onClick={isLifted ? end : lift}
            onKeyDown={onKey}
          >
            <Drag />
          </IconButton>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {[card.typeName, card.locale?.toUpperCase()].filter(Boolean).join(' · ')}
      </Typography>
      <Since {...card} />
      <Flex gap={2} wrap="wrap">
        <Due {...card} />
        <PeopleAndTalk {...card} />
      </Flex>
    </Frame>
  );
}
