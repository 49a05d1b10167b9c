import { useIntl } from 'react-intl';
import { Typography } from '@strapi/design-system';
import type { ChannelStanding } from '../../../src/publishing/running/schema';
import { gateOf, type Gate } from '../../../src/publishing/running/standing';
import { Card } from '../../components/card';
import { Listing, type Column } from '../../components/listing';
import { Pill, type Tone } from '../../components/pill';
import { useWords } from '../../words';
import { useSpan } from './use-span';

const counts = [
  'due',
  'late',
  'stopped',
  'running',
  'parked',
  'held',
  'asking',
  'doubt',
  'dead',
  'ahead',
] as const;

/** The others have a column once there is something to say in it. */
const always: ReadonlySet<string> = new Set(['due', 'late', 'dead']);

/** The same numbers for each channel. */
export function ByChannel({ rows }: { rows: readonly ChannelStanding[] }) {
  const t = useWords();
  const intl = useIntl();
  const span = useSpan();
  const gateCell = (row: ChannelStanding) => {
    const gate = gateOf(row);
    return <Pill tone={tones[gate]}>{t(`presence.operations.gate.${gate}`)}</Pill>;
  };
  const shown = counts.filter((name) => always.has(name) || rows.some((row) => row[name] > 0));
  const numbers = shown.map((name): Column<ChannelStanding> => ({
    id: name,
    label: t(`presence.operations.number.${name}`),
    align: 'end',
    cell: (row) => intl.formatNumber(row[name]),
  }));
  return (
    <Card title={t('presence.operations.channels')}>
      {rows.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {t('presence.operations.channels.none')}
        </Typography>
      ) : (
        <Listing
          caption={t('presence.operations.channels')}
          columns={[
            { id: 'name', label: t('presence.operations.channel'), cell: ({ name }) => name },
            { id: 'gate', label: t('presence.operations.gate'), cell: gateCell },
            {
              id: 'lag',
              label: t('presence.operations.number.lag'),
              align: 'end',
              cell: ({ lag }) => (lag === 0 ? '–' : span(lag)),
            },
            ...numbers,
          ]}
          rows={rows}
          keyOf={({ channel }) => channel}
        />
      )}
    </Card>
  );
}

const tones: Readonly<Record<Gate, Tone>> = {
  removed: 'neutral',
  shut: 'danger',
  quota: 'warning',
  open: 'success',
};
