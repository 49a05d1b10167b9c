import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { DefaultTheme } from 'styled-components';
import type { Counts, Metric } from '../../src/channels/schema';
import type { InsightsView, KindTotal } from '../../src/ecosystem/schema';
import type { TouchpointKind } from '../../src/engagement/schema';

/** The name of a channel kind or of a group of sources; one that we have no word for keeps its own. */
export function useSourceName(): (source: string) => string {
  const intl = useIntl();
  return useCallback(
    (source: string) => {
      const id = `presence.source.${source}`;
      return id in intl.messages ? intl.formatMessage({ id }) : source;
    },
    [intl],
  );
}

type Colour = keyof DefaultTheme['colors'];

// Told apart in both themes, and in an order that keeps neighbours far from each other.
const palette: readonly Colour[] = [
  'primary600',
  'success500',
  'warning500',
  'alternative500',
  'secondary500',
  'danger500',
  'neutral500',
  'primary200',
];

/** The colour of the nth series. */
export const colourAt = (index: number): Colour => palette[index % palette.length] ?? 'primary600';

/** How much there was of some kinds together. */
export const amountOf = (kinds: readonly KindTotal[], ...wanted: readonly TouchpointKind[]): number =>
  kinds.filter(({ kind }) => wanted.includes(kind)).reduce((sum, { amount }) => sum + amount, 0);

const countedAs = {
  ...{ like: 'likes', repost: 'reposts', reply: 'replies', quote: 'quotes', share: 'shares' },
  ...{ save: 'saves', impression: 'views', reach: 'reach', 'network-click': 'clicks' },
} as const satisfies Partial<Record<TouchpointKind, Metric>>;

/** What networks counted, out of touchpoints; what none told is left out. */
export const countsIn = (kinds: readonly KindTotal[]): Counts =>
  Object.fromEntries(
    kinds.flatMap(({ kind, amount }) =>
      Object.hasOwn(countedAs, kind) ? [[countedAs[kind as keyof typeof countedAs], amount]] : [],
    ),
  );

/** The numbers that marketers ask for first. */
export const headlines = ({ kinds }: Pick<InsightsView, 'kinds'>) => ({
  views: amountOf(kinds, 'view'),
  clicks: amountOf(kinds, 'link-click'),
  opens: amountOf(kinds, 'open'),
  likes: amountOf(kinds, 'like', 'repost', 'reply'),
});
