import { Box, Flex, Typography } from '@strapi/design-system';
import type { CopyCheck } from '../../../src/channels/schema';

/** Warnings, and errors about what has no field of its own here. */
export function OtherProblems({ check }: { check: CopyCheck }) {
  const shownAtField =
    /^(text|title|description|subject|preheader|(pictures\[\d+\]|video)\.alt|replies\[\d+\]\.text)$/;
  const rest = check.problems.filter(
    ({ severity, path }) => severity === 'warning' || !shownAtField.test(path),
  );
  if (rest.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {rest.map(({ code, path, message, severity }) => (
        <Box
          tag="li"
          key={`${code} ${path}`}
          padding={3}
          hasRadius
          background={severity === 'error' ? 'danger100' : 'warning100'}
        >
          <Typography variant="pi" textColor={severity === 'error' ? 'danger700' : 'neutral800'}>
            {message}
          </Typography>
        </Box>
      ))}
    </Flex>
  );
}
