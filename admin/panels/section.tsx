import { useId, type ReactNode } from 'react';
import { Flex, Typography } from '@strapi/design-system';

/** A part of the panel, under a small heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Flex tag="section" aria-labelledby={id} direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex justifyContent="space-between" gap={2}>
        <Typography id={id} tag="h3" variant="omega" fontWeight="semiBold">
          {title}
        </Typography>
        {aside}
      </Flex>
      {children}
    </Flex>
  );
}
