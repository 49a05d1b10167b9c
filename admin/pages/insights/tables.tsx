import { useIntl } from 'react-intl';
import { Typography } from '@strapi/design-system';
import type { ChannelTotal, EntryTotal, InsightsView } from '../../../src/ecosystem/schema';
import { entryKeyOf } from '../../../src/shared/entry-key';
import { Card } from '../../components/card';
import { EntryLink } from '../../components/entry-link';
import { Listing, type Column } from '../../components/listing';
import { NetworkFigures, networkRows } from '../../components/network-figures';
import { amountOf, useSourceName } from '../../components/sources';
import { useWords } from '../../words';

/** Where people came from or met us. */
export function ByChannel({ of }: { of: InsightsView }) {
  const t = useWords();
  const intl = useIntl();
  const nameOf = useSourceName();
  const number = (value: number) => intl.formatNumber(value);
  const columns: Column<ChannelTotal>[] = [
    { id: 'channel', label: t('presence.column.channel'), cell: ({ channel }) => nameOf(channel) },
    {
      id: 'views',
      label: t('presence.figure.views'),
      align: 'end',
      cell: ({ kinds }) => number(amountOf(kinds, 'view')),
    },
    {
      id: 'clicks',
      label: t('presence.figure.clicks'),
      align: 'end',
      cell: ({ kinds }) => number(amountOf(kinds, 'link-click')),
    },
    {
      id: 'opens',
      label: t('presence.figure.opens'),
      align: 'end',
      cell: ({ kinds }) => number(amountOf(kinds, 'open')),
    },
    {
      id: 'likes',
      label: t('presence.figure.likes'),
      align: 'end',
      cell: ({ kinds }) => number(amountOf(kinds, 'like', 'repost', 'reply')),
    },
    {
      id: 'touches',
      label: t('presence.column.touches'),
      align: 'end',
      cell: ({ touches }) => <Typography fontWeight="semiBold">{number(touches)}</Typography>,
    },
  ];
  return (
    <Card title={t('presence.insights.by-channel')}>
      <Listing
        caption={t('presence.insights.by-channel')}
        columns={columns}
        rows={of.channels}
        keyOf={({ channel }) => channel}
      />
    </Card>
  );
}

/** What networks counted of posts in this time, by channel. */
export function ByNetwork({ of }: { of: Pick<InsightsView, 'channels'> }) {
  const t = useWords();
  const nameOf = useSourceName();
  const rows = networkRows(of.channels, nameOf);
  if (rows.length === 0) return null;
  const title = t('presence.counted.title');
  return (
    <Card title={title} hint={t('presence.counted.hint')}>
      <NetworkFigures caption={title} rows={rows} unknown="presence.counted.not-then" />
    </Card>
  );
}

/** The entries that were met most often. */
export function ByEntry({ of }: { of: InsightsView }) {
  const t = useWords();
  const intl = useIntl();
  const number = (value: number) => intl.formatNumber(value);
  const columns: Column<EntryTotal>[] = [
    {
      id: 'entry',
      label: t('presence.column.entry'),
      width: '44%',
      cell: ({ entry, title }) => {
        const key = entryKeyOf(entry);
        if (title === null || key === null) {
          return <Typography textColor="neutral600">{t('presence.insights.deleted-entry')}</Typography>;
        }
        return <EntryLink entry={key} title={key.locale ? `${title} (${key.locale})` : title} />;
      },
    },
    { id: 'views', label: t('presence.figure.views'), align: 'end', cell: ({ views }) => number(views) },
    { id: 'clicks', label: t('presence.figure.clicks'), align: 'end', cell: ({ clicks }) => number(clicks) },
    {
      id: 'attention',
      label: t('presence.column.attention'),
      align: 'end',
      cell: ({ attention, views }) =>
        t('presence.insights.seconds', {
          seconds: number(Math.round(attention / 1000 / Math.max(1, views))),
        }),
    },
    {
      id: 'touches',
      label: t('presence.column.touches'),
      align: 'end',
      cell: ({ touches }) => <Typography fontWeight="semiBold">{number(touches)}</Typography>,
    },
  ];
  return (
    <Card title={t('presence.insights.by-entry')}>
      <Listing
        caption={t('presence.insights.by-entry')}
        columns={columns}
        rows={of.entries}
        keyOf={({ entry }) => entry}
      />
    </Card>
  );
}
