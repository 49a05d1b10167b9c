import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords, type WordId } from '../words';

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

/** What became of one of them. */
interface Answer {
  readonly key: string;
  readonly title: string;
  readonly ok: boolean;
  readonly message: string | null;
}

/** What became of the chosen ones; each that was refused, with its reason. The region is there before there is anything to say in it. */
export function ChosenResult({
  answers,
  said = 'presence.publications.bulk.done',
}: {
  answers: readonly Answer[];
  /** The sentence with how many of how many. */
  said?: WordId;
}) {
  const t = useWords();
  const refused = answers.filter(({ ok }) => !ok);
  return (
    <div role="status">
      {answers.length > 0 && (
        <Box paddingBottom={3}>
          <Typography tag="p">
            {t(said, { count: answers.length - refused.length, all: answers.length })}
          </Typography>
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
