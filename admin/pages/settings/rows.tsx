import type { ReactNode } from 'react';
import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { useWords } from '../../words';

/** A list that is edited in place: one frame a row, add at the end, remove anywhere. */
export function Rows<T>({
  rows,
  change,
  blank,
  none,
  add,
  nameOf,
  children,
}: {
  rows: readonly T[];
  change: (rows: T[]) => void;
  blank: T;
  none: string;
  add: string;
  /** What the row is called in the label of its bin. */
  nameOf: (row: T) => string;
  children: (row: T, set: (part: Partial<T>) => void, index: number) => ReactNode;
}) {
  const t = useWords();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {rows.length === 0 && <Typography textColor="neutral600">{none}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {rows.map((row, index) => (
          <Flex
            tag="li"
            key={index}
            gap={3}
            alignItems="flex-start"
            padding={4}
            background="neutral100"
            hasRadius
          >
            <Box flex="1" minWidth={0}>
              {children(
                row,
                (part) => change(rows.map((each, at) => (at === index ? { ...each, ...part } : each))),
                index,
              )}
            </Box>
            <IconButton
              label={t('presence.brand.remove', { name: nameOf(row) || String(index + 1) })}
              onClick={() => change(rows.filter((_, at) => at !== index))}
            >
              <Trash />
            </IconButton>
          </Flex>
        ))}
      </Flex>
      <Box>
        <Button variant="secondary" size="S" startIcon={<Plus />} onClick={() => change([...rows, blank])}>
          {add}
        </Button>
      </Box>
    </Flex>
  );
}
