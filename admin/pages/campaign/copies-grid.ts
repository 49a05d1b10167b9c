import { styled } from 'styled-components';

/** Copies beside each other where there is room, so that they are compared at a glance. */
export const CopiesGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 48rem), 1fr));
  gap: ${({ theme }) => theme.spaces[5]};
  align-items: start;

  /* What is typed in one leaves the others alone, and is cut at its edge: the shadow of a card needs some room. */
  > * {
    min-width: 0;
    container-type: inline-size;
    contain: content;
    margin: -1rem;
    padding: 1rem;
    scroll-margin-top: 7rem;
  }
`;

/** Text and preview of one copy: beside each other where its own card is wide. */
export const CopySides = styled.div`
  display: flex;
  flex-direction: column;
  align-items: stretch;
  gap: ${({ theme }) => theme.spaces[6]};

  > * {
    flex: 1 1 0;
    min-width: 0;
  }

  @container (min-width: 72rem) {
    flex-direction: row;
    align-items: flex-start;
  }
`;

/** What stands above each other in it. */
export const CopyColumn = styled.div`
  display: flex;
  flex-direction: column;
  align-items: stretch;
  gap: ${({ theme }) => theme.spaces[5]};
`;
