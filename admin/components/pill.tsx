import { Box, Flex, Typography } from '@strapi/design-system';

export type Tone = 'neutral' | 'primary' | 'secondary' | 'alternative' | 'success' | 'warning' | 'danger';

/** A state in a word. The colour repeats it; the word stays readable in both themes, so it is not coloured. */
export function Pill({ tone, children }: { tone: Tone; children: string }) {
  const isNeutral = tone === 'neutral';
  return (
    <Flex
      tag="span"
      display="inline-flex"
      flex="none"
      gap={2}
      width="fit-content"
      paddingLeft={2}
      paddingRight={2}
      paddingTop="3px"
      paddingBottom="3px"
      hasRadius
      background={isNeutral ? 'neutral100' : `${tone}100`}
      borderColor={isNeutral ? 'neutral200' : `${tone}200`}
    >
      <Box
        tag="span"
        aria-hidden
        flex="none"
        width="8px"
        height="8px"
        borderRadius="50%"
        background={isNeutral ? 'neutral400' : `${tone}600`}
      />
      <Typography tag="span" variant="pi" fontWeight="semiBold" textColor="neutral800">
        {children}
      </Typography>
    </Flex>
  );
}
