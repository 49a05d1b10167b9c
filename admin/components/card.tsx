import { useId, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

/** A titled part of a page; a region of its own for screen readers. */
export function Card({
  title,
  hint,
  action,
  children,
  level = 2,
}: {
  title: string;
  hint?: string;
  action?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
}) {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
      width="100%"
      minWidth={0}
    >
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap" paddingBottom={4}>
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography id={id} variant="delta" tag={level === 2 ? 'h2' : 'h3'}>
            {title}
          </Typography>
          {hint && (
            <Typography variant="pi" textColor="neutral600" tag="p">
              {hint}
            </Typography>
          )}
        </Flex>
        {action}
      </Flex>
      {children}
    </Box>
  );
}
