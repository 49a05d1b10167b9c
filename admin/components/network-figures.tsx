import { useIntl } from 'react-intl';
import { Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { told, type Told } from '../../src/channels/counted/told';
import type { Counts } from '../../src/channels/schema';
import type { InsightsView } from '../../src/ecosystem/schema';
import { useWords } from '../words';
import { Listing, type Column } from './listing';
import { countsIn, useSourceName } from './sources';

/** What a network says of posts together. */
export interface NetworkRow {
  readonly key: string;
  readonly name: string;
  /** Kind of the channel. */
  readonly kind: string;
  /** How many posts; null: as many as there were. */
  readonly posts: number | null;
  readonly counts: Counts;
}

const figures = {
  views: ['views'],
  reach: ['reach'],
  answers: ['likes', 'reposts', 'replies', 'quotes', 'shares'],
  saves: ['saves'],
  clicks: ['clicks'],
} as const satisfies Readonly<Record<string, readonly (keyof Counts)[]>>;
type Figure = keyof typeof figures;

/** What a kind tells; null: of channels of an app nobody knows beforehand. */
const toldBy = (kind: string): Told | null =>
  kind !== 'own' && Object.hasOwn(told, kind) ? told[kind as keyof typeof told] : null;

/** Null: nothing is known of it, which is not 0. */
function amountOf({ kind, counts }: NetworkRow, figure: Figure): number | null {
  const names = toldBy(kind);
  const known = figures[figure].flatMap((metric) =>
    names === null || metric in names ? (counts[metric] ?? []) : [],
  );
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** A figure as people read it; null: nothing is known of it. */
function useAmountWords() {
  const t = useWords();
  const intl = useIntl();
  return (row: NetworkRow, figure: Figure): string | null => {
    const amount = amountOf(row, figure);
    if (amount === null) return null;
    const number = intl.formatNumber(amount);
    return figure === 'reach' && row.posts !== 1 && amount > 0
      ? t('presence.counted.at-most', { number })
      : number;
  };
}

const isTold = (kind: string, figure: Figure): boolean => {
  const names = toldBy(kind);
  return names === null || figures[figure].some((metric) => metric in names);
};

/** Whether a network counts anything of a post. */
export const isCounted = (kind: string): boolean =>
  (Object.keys(figures) as Figure[]).some((figure) => Object.hasOwn(told, kind) && isTold(kind, figure));

/**
 * What the networks count, by channel. A dash is where one does not tell, and says why. Reach of several posts is at most the sum, because
 * one person may have seen two.
 */
export function NetworkFigures({
  caption,
  rows,
  unknown,
}: {
  caption: string;
  rows: readonly NetworkRow[];
  /** Says why there is no figure where the network could tell one. */
  unknown: 'presence.counted.not-yet' | 'presence.counted.not-then';
}) {
  const t = useWords();
  const nameOf = useSourceName();
  const wordsOf = useAmountWords();
  const cell = (row: NetworkRow, figure: Figure) => {
    const words = wordsOf(row, figure);
    if (words !== null) return words;
    const why = t(isTold(row.kind, figure) ? unknown : 'presence.counted.not-told', {
      network: nameOf(row.kind),
    });
    return (
      <span title={why}>
        <span aria-hidden>–</span>
        <VisuallyHidden>{why}</VisuallyHidden>
      </span>
    );
  };
  const columns: Column<NetworkRow>[] = [
    { id: 'channel', label: t('presence.column.channel'), cell: ({ name }) => name },
    ...(Object.keys(figures) as Figure[]).map((figure): Column<NetworkRow> => ({
      id: figure,
      label: t(`presence.counted.${figure}`),
      align: 'end',
      cell: (row) => cell(row, figure),
    })),
  ];
  return <Listing caption={caption} columns={columns} rows={rows} keyOf={({ key }) => key} />;
}

/** The same where there is no room for a table: a line for each channel, with what is known. */
export function NetworkLines({ rows }: { rows: readonly NetworkRow[] }) {
  const t = useWords();
  const wordsOf = useAmountWords();
  if (rows.length === 0) return null;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={t('presence.counted.title')}>
      {rows.map((row) => (
        <Typography key={row.key} tag="li" variant="pi" textColor="neutral600">
          {row.name}:{' '}
          {(Object.keys(figures) as Figure[])
            .flatMap((figure) => {
              const words = wordsOf(row, figure);
              return words === null ? [] : `${t(`presence.counted.${figure}`)} ${words}`;
            })
            .join(' · ')}
        </Typography>
      ))}
    </Flex>
  );
}

/** A row for every channel of which a network told something. */
export const networkRows = (
  channels: InsightsView['channels'],
  nameOf: (channel: string) => string,
): NetworkRow[] =>
  channels.flatMap(({ channel, kinds }) => {
    const counts = countsIn(kinds);
    if (Object.keys(counts).length === 0) return [];
    return [{ ...{ key: channel, kind: channel, posts: null, counts }, name: nameOf(channel) }];
  });
