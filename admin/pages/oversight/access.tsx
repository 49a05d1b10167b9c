import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import type { AccessView, Reach } from '../../../src/governance/oversight/schema';
import { Listing } from '../../components/listing';
import { useWords } from '../../words';

/** Which tokens and roles can read or change what of the governed types. */
export function Access({ rows }: { rows: readonly AccessView[] }) {
  const t = useWords();
  return (
    <Box paddingTop={5}>
      <Typography tag="h3" variant="omega" fontWeight="semiBold">
        {t('presence.oversight.access')}
      </Typography>
      <Box paddingBottom={3}>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {t('presence.oversight.access.hint')}
        </Typography>
      </Box>
      <Listing
        caption={t('presence.oversight.access')}
        columns={[
          { id: 'type', label: t('presence.life.type'), cell: ({ name }) => name },
          {
            id: 'readers',
            label: t('presence.oversight.access.reads'),
            cell: ({ readers }) => <Ways of={readers} isShort />,
          },
          {
            id: 'writers',
            label: t('presence.oversight.access.writes'),
            cell: ({ writers }) => <Ways of={writers} />,
          },
        ]}
        rows={rows}
        keyOf={({ uid }) => uid}
      />
    </Box>
  );
}

function Ways({ of, isShort = false }: { of: readonly Reach[]; isShort?: boolean }) {
  const t = useWords();
  if (of.length === 0)
    return <Typography textColor="neutral600">{t('presence.oversight.access.nobody')}</Typography>;
  return (
    <Flex tag="ul" direction="column" alignItems="flex-start" gap={1}>
      {of.map(({ kind, name, isPublic, to, actions }) => (
        <Box tag="li" key={`${kind} ${name}`}>
          <Link tag={RouterLink} to={to}>
            {isPublic ? t('presence.oversight.access.public', { name }) : name}
          </Link>
          {!isShort && (
            <Typography variant="pi" textColor="neutral600">
              {' '}
              {actions.join(', ')}
            </Typography>
          )}
        </Box>
      ))}
    </Flex>
  );
}
