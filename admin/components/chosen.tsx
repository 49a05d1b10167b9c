import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

/** How many rows of a list are chosen, and the buttons for all of them. */
export function ChosenBar({ label, said, children }: { label: string; said: string; children: ReactNode }) {
  return (
    <Flex
      gap={2}
      wrap="wrap"
      padding={3}
      marginBottom={3}
      background="primary100"
      borderColor="primary200"
      hasRadius
      role="group"
      aria-label={label}
    >
      <Typography fontWeight="semiBold" textColor="neutral800">
        {said}
      </Typography>
      {children}
    </Flex>
  );
}

/** What became of the chosen ones; each that was refused, with its reason. The region is there before there is anything to say in it. */
export function ChosenResult({
  said,
  refused,
}: {
  said: string | null;
  refused: readonly { readonly key: string; readonly title: string; readonly message: string | null }[];
}) {
  return (
    <div role="status">
      {said !== null && (
        <Box paddingBottom={3}>
          <Typography tag="p">{said}</Typography>
          {refused.length > 0 && (
            <Box tag="ul" paddingTop={1}>
              {refused.map(({ key, title, message }) => (
                <Typography key={key} tag="li" variant="pi" textColor="danger700">
                  {title && `${title}: `}
                  {message}
                </Typography>
              ))}
            </Box>
          )}
        </Box>
      )}
    </div>
  );
}
