import { Box, Flex, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { Labelled } from '../../../../components/input';
import { useWords } from '../../../../words';
import { isColour } from '../kit/contrast';

const Well = styled.input`
  flex: none;
  width: 4rem;
  height: 4rem;
  padding: 0;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: none;
  cursor: pointer;

  &::-webkit-color-swatch-wrapper {
    padding: 0.3rem;
  }
  &::-webkit-color-swatch,
  &::-moz-color-swatch {
    border: 0;
    border-radius: 2px;
  }
`;

/** A colour: picked, or written as `#c8553d`. */
export function ColourLine({
  label,
  error,
  value,
  change,
}: {
  label: string;
  error?: string | undefined;
  value: string;
  change: (value: string) => void;
}) {
  const t = useWords();
  return (
    <Labelled label={label} error={error}>
      <Flex gap={2}>
        <Well
          type="color"
          aria-label={t('presence.kit.colour.pick', { name: label })}
          value={isColour(value) ? value.toLowerCase() : '#000000'}
          onChange={(event) => change(event.target.value)}
        />
        <Box flex="1" minWidth={0}>
          <TextInput
            value={value}
            autoComplete="off"
            placeholder="#c8553d"
            onChange={(event) => change(event.target.value.trim())}
          />
        </Box>
      </Flex>
    </Labelled>
  );
}

const Square = styled.span<{ $hex: string }>`
  display: inline-block;
  flex: none;
  width: 2.4rem;
  height: 2.4rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ $hex }) => (isColour($hex) ? $hex : 'transparent')};
`;

/** A colour as a small square. The words beside it say which. */
export const Swatch = ({ hex }: { hex: string }) => <Square $hex={hex} aria-hidden />;
