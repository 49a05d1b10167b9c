import { Box, Typography } from '@strapi/design-system';

/** What does not work at a place that has no field of its own. */
export const Wrong = ({ children }: { children: string | undefined }) =>
  children ? (
    <Box padding={3} marginBottom={4} background="danger100" borderColor="danger200" hasRadius role="alert">
      <Typography textColor="danger700" variant="pi">
        {children}
      </Typography>
    </Box>
  ) : null;
