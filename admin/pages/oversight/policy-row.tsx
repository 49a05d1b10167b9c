import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PolicyView } from '../../../src/governance/oversight/schema';
import { useWords, type WordId } from '../../words';
import { StateMark } from './state-mark';

const Row = styled.li`
  display: grid;
  grid-template-columns: 16rem minmax(0, 1fr) auto;
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
  padding: ${({ theme }) => theme.spaces[4]} 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:first-child {
    border-top: 0;
  }

  @media (max-width: 767px) {
    grid-template-columns: minmax(0, 1fr);
    gap: ${({ theme }) => theme.spaces[2]};
  }
`;

const shownNames = 6;

/** One policy: its state, what was found, and the way to mend it. */
export function PolicyRow({ policy: { id, said, state, values, names, mend } }: { policy: PolicyView }) {
  const t = useWords();
  const way = t(`presence.oversight.mend.${mend.kind}`);
  return (
    <Row>
      <StateMark state={state} />
      <Box minWidth={0}>
        <Typography tag="h3" variant="omega" fontWeight="semiBold">
          {t(`presence.oversight.${id}` as WordId)}
        </Typography>
        <Typography tag="p" textColor="neutral700">
          {t(`presence.oversight.${id}.${said}` as WordId, values)}
        </Typography>
        {names.length > 0 && <Names names={names} />}
        {state !== 'kept' && mend.to === null && (
          <Typography tag="p" variant="pi" paddingTop={1}>
            {way}
          </Typography>
        )}
      </Box>
      {state !== 'kept' && mend.to !== null && (
        <LinkButton
          tag={RouterLink}
          to={mend.to}
          size="S"
          variant={state === 'broken' ? 'secondary' : 'tertiary'}
        >
          {way}
        </LinkButton>
      )}
    </Row>
  );
}

const Folded = styled.details`
  summary {
    cursor: pointer;
    color: ${({ theme }) => theme.colors.primary700};
    font-size: ${({ theme }) => theme.fontSizes[1]};
  }
`;

function Names({ names }: { names: readonly string[] }) {
  const t = useWords();
  const list = (
    <Flex tag="ul" direction="column" alignItems="flex-start" paddingTop={1}>
      {names.map((name) => (
        <Typography
          key={name}
          tag="li"
          variant="pi"
          textColor="neutral700"
          style={{ overflowWrap: 'anywhere' }}
        >
          {name}
        </Typography>
      ))}
    </Flex>
  );
  if (names.length <= shownNames) return list;
  return (
    <Folded>
      <summary>{t('presence.oversight.names', { count: names.length })}</summary>
      {list}
    </Folded>
  );
}
