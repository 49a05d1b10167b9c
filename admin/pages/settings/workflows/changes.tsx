import { Box, Typography } from '@strapi/design-system';
import { useWords } from '../../../words';

/** What is different, in sentences. */
export function Changes({
  differences,
}: {
  differences: readonly { readonly path: string; readonly message: string }[];
}) {
  const t = useWords();
  return (
    <Box>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('presence.workflows.differences', { count: differences.length })}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {differences.map(({ path, message }) => (
          <Typography key={`${path} ${message}`} tag="li" variant="pi">
            {message}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
