import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Details = styled.details`
  width: 100%;

  > summary {
    cursor: pointer;
    padding: 0.4rem 0;
    color: ${({ theme }) => theme.colors.neutral700};
    font-size: ${({ theme }) => theme.fontSizes[1]};
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
    overflow-wrap: anywhere;
  }
  > summary svg {
    margin-inline: 0.4rem;
    vertical-align: -0.2rem;
  }
  > div {
    padding-top: ${({ theme }) => theme.spaces[2]};
  }
`;

/** Something that opens when it is asked for, or when something in it needs a person (`isOpen`). */
export function Fold({
  title,
  mark,
  isOpen = false,
  children,
}: {
  title: string;
  mark?: ReactNode;
  isOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <Details open={isOpen}>
      <summary>
        {mark}
        {title}
      </summary>
      <div>{children}</div>
    </Details>
  );
}
