import { memo } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { CopyProblem } from '../../../src/channels/schema';
import { useKept } from '../../use-steady';

/** Warnings, and errors about what has no field of its own here. */
export function OtherProblems({ problems }: { problems: readonly CopyProblem[] }) {
  const rest = problems.filter(({ severity, path }) => severity === 'warning' || !shownAtField.test(path));
  return <Problems list={useKept(rest, saysSame)} />;
}

const shownAtField =
  /^(text|title|description|subject|preheader|(pictures\[\d+\]|video)\.alt|replies\[\d+\]\.text)$/;

const saysSame = (before: readonly CopyProblem[], now: readonly CopyProblem[]): boolean =>
  before.length === now.length &&
  before.every(
    ({ code, path, message, severity }, index) =>
      code === now[index]?.code &&
      path === now[index].path &&
      message === now[index].message &&
      severity === now[index].severity,
  );

const Problems = memo(function Problems({ list }: { list: readonly CopyProblem[] }) {
  if (list.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {list.map(({ code, path, message, severity }) => (
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
});
