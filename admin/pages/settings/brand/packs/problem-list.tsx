import { useState } from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import type { PackProblem } from '../../../../../src/brand/catalogue/schema';
import { useWords } from '../../../../words';

const first = 10;

/** Files that were not taken: which, in which line, and why. */
export function ProblemList({ problems }: { problems: readonly PackProblem[] }) {
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? problems : problems.slice(0, first);
  return (
    <Box>
      <Box tag="ul">
        {shown.map(({ file, line, message }, index) => (
          <Box tag="li" key={index} paddingBottom={2}>
            <Typography tag="p" variant="pi" fontWeight="semiBold" style={{ overflowWrap: 'anywhere' }}>
              {line === null ? file : t('presence.packs.line', { file, line })}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral700">
              {message}
            </Typography>
          </Box>
        ))}
      </Box>
      {problems.length > shown.length && (
        <Button size="S" variant="tertiary" onClick={() => setWhole(true)}>
          {t('presence.packs.problems.all', { count: problems.length })}
        </Button>
      )}
    </Box>
  );
}
