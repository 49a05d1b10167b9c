import type { DragEvent, ReactNode } from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Column } from '../../../src/governance/board/schema';
import { useWords } from '../../words';
import { toneOf } from './facts';

export type Landing = 'none' | 'open' | 'closed' | 'target';

const Frame = styled.section<{ $landing: Landing }>`
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  flex: 1 0 26rem;
  min-width: 0;
  max-width: 40rem;
  padding: 1.2rem;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral150};
  outline: 2px ${({ $landing }) => ($landing === 'target' ? 'solid' : 'dashed')}
    ${({ theme, $landing }) =>
      $landing === 'open' || $landing === 'target' ? theme.colors.primary600 : 'transparent'};
  opacity: ${({ $landing }) => ($landing === 'closed' ? 0.6 : 1)};

  @media (max-width: 767px) {
    flex: none;
    width: 100%;
    max-width: none;
  }
`;

/** One stage with its cards. While a card is lifted it says whether the card may land here. */
export function BoardColumn({
  column,
  name,
  landing,
  land,
  over,
  more,
  children,
}: {
  column: Column;
  name: string;
  landing: Landing;
  land: () => void;
  /** A card is held over it. */
  over: () => void;
  /** Shows further cards; left out where all are shown. */
  more?: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useWords();
  const tone = toneOf(column.colour);
  const accept = (event: DragEvent) => {
    if (landing !== 'open' && landing !== 'target') return;
    event.preventDefault();
    over();
  };
  const id = `presence-column-${column.key}`;
  return (
    <Frame
      $landing={landing}
      aria-labelledby={id}
      onDragOver={accept}
      onDrop={(event) => {
        event.preventDefault();
        land();
      }}
    >
      <Flex justifyContent="space-between" gap={2}>
        <Flex gap={2}>
          <Box
            aria-hidden
            width="1rem"
            height="1rem"
            borderRadius="50%"
            background={tone === 'neutral' ? 'neutral400' : `${tone}600`}
          />
          <Typography tag="h2" variant="omega" fontWeight="bold" id={id}>
            {name}
          </Typography>
        </Flex>
        <Typography variant="pi" textColor="neutral700">
          {t('presence.board.total', { count: column.total })}
        </Typography>
      </Flex>
      {(landing === 'open' || landing === 'target') && (
        <Button size="S" variant="secondary" fullWidth tabIndex={-1} onClick={land}>
          {t('presence.board.here')}
        </Button>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {children}
      </Flex>
      {column.total === 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('presence.board.empty')}
        </Typography>
      )}
      {more && (
        <Button size="S" variant="tertiary" fullWidth onClick={more}>
          {t('presence.board.more', { count: column.total - column.cards.length })}
        </Button>
      )}
    </Frame>
  );
}
