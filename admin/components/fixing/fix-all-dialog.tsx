import { useMemo, useState } from 'react';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Finding, Fix } from '../../../src/brand/schema';
import { useWords } from '../../words';
import { Ask } from '../ask';
import { placeName } from '../findings/place-name';

/** A fix that can be made, and the text around its place as it is now. */
export interface Proposed {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly before: string;
  readonly after: string;
}

const Change = styled.p`
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  line-height: ${({ theme }) => theme.lineHeights[6]};
  overflow-wrap: anywhere;

  del {
    color: ${({ theme }) => theme.colors.danger700};
    background: ${({ theme }) => theme.colors.danger100};
  }
  ins {
    color: ${({ theme }) => theme.colors.success700};
    background: ${({ theme }) => theme.colors.success100};
    text-decoration: none;
    margin-inline-start: 0.4rem;
    font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  }
`;

/** Shows what would change, one line a fix, to be ticked or left; then makes them all at once. */
export function FixAllDialog({
  proposed,
  make,
  close,
}: {
  proposed: readonly Proposed[];
  make: (chosen: readonly Proposed[]) => void;
  close: () => void;
}) {
  const t = useWords();
  const [left, setLeft] = useState<ReadonlySet<Proposed>>(new Set());
  const chosen = useMemo(() => proposed.filter((each) => !left.has(each)), [proposed, left]);
  const tick = (one: Proposed, isTicked: boolean) =>
    setLeft(new Set(proposed.filter((each) => (each === one ? !isTicked : left.has(each)))));
  return (
    <Ask
      title={t('presence.find.fix-all.title')}
      confirm={t('presence.find.fix-all.make', { count: chosen.length })}
      isConfirmDisabled={chosen.length === 0}
      close={close}
      act={() => Promise.resolve(make(chosen))}
    >
      <Typography tag="p" textColor="neutral700">
        {t('presence.find.fix-all.hint')}
      </Typography>
      <Box
        maxHeight="40rem"
        overflow="auto"
        tabIndex={0}
        role="group"
        aria-label={t('presence.find.fix-all.list')}
      >
        <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
          {proposed.map((each, index) => (
            <Box tag="li" key={index}>
              <Checkbox
                checked={!left.has(each)}
                onCheckedChange={(isTicked) => tick(each, isTicked === true)}
                aria-label={t('presence.find.fix-all.one', {
                  before: each.finding.quote,
                  after: each.fix.replacement,
                })}
              >
                <Typography variant="pi" textColor="neutral600">
                  {placeName(each.finding.place.field)}
                </Typography>
              </Checkbox>
              <Change>
                {each.before}
                {each.finding.quote !== '' && <del>{each.finding.quote}</del>}
                {each.fix.replacement !== '' && <ins>{each.fix.replacement}</ins>}
                {each.after}
              </Change>
            </Box>
          ))}
        </Flex>
      </Box>
    </Ask>
  );
}
