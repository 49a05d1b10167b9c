import { styled } from 'styled-components';

/** A button that fits beside others in a narrow column: its words may break. */
export const SmallButton = styled.button<{ $isPlain?: boolean }>`
  min-height: 2.8rem;
  max-width: 100%;
  padding: 0.4rem ${({ $isPlain }) => ($isPlain ? '0.2rem' : '0.8rem')};
  border: 1px solid ${({ theme, $isPlain }) => ($isPlain ? 'transparent' : theme.colors.primary200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isPlain }) => ($isPlain ? 'none' : theme.colors.primary100)};
  color: ${({ theme }) => theme.colors.primary700};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[1]};
  font-weight: ${({ theme, $isPlain }) => ($isPlain ? 'inherit' : theme.fontWeights.semiBold)};
  line-height: 1.4;
  text-align: start;
  overflow-wrap: anywhere;
  cursor: pointer;

  &:hover {
    ${({ theme, $isPlain }) =>
      $isPlain ? 'text-decoration: underline;' : `border-color: ${theme.colors.primary600};`}
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  &[aria-pressed='true'] {
    background: ${({ theme }) => theme.colors.primary600};
    border-color: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.buttonNeutral0};
  }
`;
