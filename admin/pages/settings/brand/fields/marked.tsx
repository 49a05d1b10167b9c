import { styled } from 'styled-components';
import type { ReactNode } from 'react';

const Passage = styled.span`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;
  white-space: pre-wrap;

  mark {
    padding: 0 2px;
    border-radius: 2px;
    color: ${({ theme }) => theme.colors.neutral800};
    background: ${({ theme }) => theme.colors.warning100};
    box-shadow: inset 0 -2px 0 ${({ theme }) => theme.colors.warning500};
  }
`;

/** A text with stretches of it marked. */
export function Marked({
  text,
  stretches,
}: {
  text: string;
  stretches: readonly { readonly start: number; readonly end: number }[];
}) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { start, end } of stretches) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <Passage>
      {parts}
      {text.slice(from)}
    </Passage>
  );
}
