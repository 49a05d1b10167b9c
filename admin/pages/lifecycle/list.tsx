import { Flex, Typography } from '@strapi/design-system';
import type { LifeStanding, LifeView } from '../../../src/governance/lifecycle/schema';
import { entryIdOf } from '../../../src/shared/entry-key';
import { useDayText } from '../../components/day';
import { EntryLink } from '../../components/entry-link';
import { Listing, type Column } from '../../components/listing';
import { Pill, type Tone } from '../../components/pill';
import { When } from '../../components/when';
import { useWords } from '../../words';
import { LifeActions } from './actions';

const tones: Readonly<Record<LifeStanding, Tone>> = {
  overdue: 'danger',
  soon: 'warning',
  later: 'success',
  none: 'neutral',
  archived: 'secondary',
};

/** Published entries with what is known of their life and what can be done. */
export function LifeList({ rows, changed }: { rows: readonly LifeView[]; changed: () => void }) {
  const t = useWords();
  const dayText = useDayText();
  const small = (text: string) => (
    <Typography variant="pi" textColor="neutral600">
      {text}
    </Typography>
  );
  const columns: Column<LifeView>[] = [
    {
      id: 'entry',
      label: t('presence.column.entry'),
      cell: (row) => (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <EntryLink entry={row} title={row.title} />
          {small([row.uid.split('.').at(-1), row.locale].filter(Boolean).join(' · '))}
        </Flex>
      ),
    },
    {
      id: 'standing',
      label: t('presence.life.standing'),
      cell: ({ standing }) => <Pill tone={tones[standing]}>{t(`presence.life.standing.${standing}`)}</Pill>,
    },
    {
      id: 'due',
      label: t('presence.life.due'),
      cell: ({ reviewOn, because }) =>
        reviewOn && (
          <Flex direction="column" alignItems="flex-start">
            <Typography>{dayText(reviewOn)}</Typography>
            {because && small(t(`presence.life.because.${because}`))}
          </Flex>
        ),
    },
    {
      id: 'ends',
      label: t('presence.life.ends'),
      cell: ({ expireOn, then }) =>
        expireOn && (
          <Flex direction="column" alignItems="flex-start">
            <Typography>{dayText(expireOn)}</Typography>
            {then && small(t(`presence.life.then.${then}`))}
          </Flex>
        ),
    },
    {
      id: 'confirmed',
      label: t('presence.life.confirmed'),
      cell: ({ confirmedAt, confirmedBy, publishedAt }) => (
        <Flex direction="column" alignItems="flex-start">
          <When at={confirmedAt ?? publishedAt} />
          {small(
            confirmedAt === null || !confirmedBy
              ? t('presence.life.published')
              : t('presence.life.confirmed.by', { name: confirmedBy.name }),
          )}
        </Flex>
      ),
    },
    {
      id: 'owner',
      label: t('presence.life.owner'),
      cell: ({ owner }) =>
        owner === null ? small(t('presence.life.owner.none')) : owner.slice(owner.indexOf(':') + 1),
    },
    {
      id: 'trend',
      label: t('presence.life.trend'),
      cell: ({ trend }) => {
        if (trend === null) return null;
        if (trend.kind === 'unknown') return small(t(`presence.life.trend.${trend.why}`));
        return (
          <Flex direction="column" alignItems="flex-start">
            <Typography>
              {t('presence.life.trend.numbers', { base: trend.base, last: trend.last })}
            </Typography>
            {small(t(`presence.life.trend.${trend.kind}`))}
          </Flex>
        );
      },
    },
    {
      id: 'actions',
      label: t('presence.column.actions'),
      isLabelHidden: true,
      align: 'end',
      cell: (row) => <LifeActions row={row} changed={changed} />,
    },
  ];
  return <Listing caption={t('presence.life.title')} columns={columns} rows={rows} keyOf={entryIdOf} />;
}
