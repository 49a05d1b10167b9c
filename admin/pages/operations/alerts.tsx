import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import type { AlertId, AlertView } from '../../../src/publishing/running/schema';
import { Card } from '../../components/card';
import { Pill, type Tone } from '../../components/pill';
import { pluginId, type Right } from '../../plugin';
import { useWords } from '../../words';
import { useSpan } from './use-span';

const tones = { critical: 'danger', warning: 'warning', info: 'neutral' } as const satisfies Record<
  AlertView['severity'],
  Tone
>;

type May = (right: Right) => boolean;

/** Where each is mended, and who may go there; the others are mended on the server, or by waiting. */
const places: Partial<Record<AlertId, { readonly path: string; readonly right: Right }>> = {
  'channel-shut': { path: 'channels', right: 'channels.manage' },
  doubt: { path: 'publications', right: 'read' },
  asking: { path: 'publications', right: 'read' },
};

/** What a person should know or do, the worst first. */
export function Alerts({ of, may }: { of: readonly AlertView[]; may: May }) {
  const t = useWords();
  return (
    <Card title={t('presence.operations.alerts')}>
      <div role="status">
        {of.length === 0 ? (
          <Flex gap={2}>
            <CheckCircle aria-hidden fill="success600" />
            <Typography tag="p">{t('presence.operations.alerts.none')}</Typography>
          </Flex>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
            {of.map((alert) => (
              <Alert key={`${alert.id} ${alert.channel ?? ''}`} alert={alert} may={may} />
            ))}
          </Flex>
        )}
      </div>
    </Card>
  );
}

function Alert({ alert: { id, severity, name, count, ms, until }, may }: { alert: AlertView; may: May }) {
  const t = useWords();
  const intl = useIntl();
  const span = useSpan();
  const place = places[id];
  const at = until === null ? '' : intl.formatDate(until, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Flex tag="li" gap={3} alignItems="flex-start" justifyContent="space-between" wrap="wrap">
      <Flex gap={3} alignItems="flex-start" flex="1 1 24rem" minWidth={0} wrap="wrap">
        <Pill tone={tones[severity]}>{t(`presence.operations.severity.${severity}`)}</Pill>
        <Box minWidth={0} flex="1 1 20rem" style={{ overflowWrap: 'anywhere' }}>
          <Typography tag="p" fontWeight="semiBold">
            {t(`presence.operations.alert.${id}`, { name, count, span: span(ms), at })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="neutral700">
            {t(`presence.operations.todo.${id}`)}
          </Typography>
        </Box>
      </Flex>
      {place && may(place.right) && (
        <LinkButton tag={RouterLink} to={`/plugins/${pluginId}/${place.path}`} size="S" variant="secondary">
          {t(place.path === 'channels' ? 'presence.nav.channels' : 'presence.nav.publications')}
        </LinkButton>
      )}
    </Flex>
  );
}
