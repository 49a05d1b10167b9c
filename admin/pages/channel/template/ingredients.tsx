import { Flex, Typography } from '@strapi/design-system';
import { filters } from '../../../../src/channels/templates/filters/filters';
import { placeholderNames } from '../../../../src/channels/templates/placeholders';
import type { TemplatePart } from '../../../../src/channels/templates/schema';
import { Fold } from '../../../components/findings/fold';
import { SmallButton } from '../../../components/findings/small-button';
import { useWords, type WordId } from '../../../words';
import { withFilter, withPlaceholder, type Inserted } from './inserting';

/** What a template can be made of, each with what it means; a click puts it where the caret stands. */
export function Ingredients({
  part,
  insert,
}: {
  /** The part that it goes into. */
  part: TemplatePart;
  insert: (into: (text: string, at: number) => Inserted) => void;
}) {
  const t = useWords();
  const into = t(`presence.template.part.${part}`);
  return (
    <>
      <Fold title={t('presence.template.placeholders')}>
        <List
          items={placeholderNames.map((name) => {
            // The path of a field is written behind it.
            const put = name.replace('…', 'name');
            return {
              shown: name,
              label: t('presence.template.insert', { name: put, into }),
              means: t(`presence.template.placeholder.${name}` as WordId),
              pick: () => insert((text, at) => withPlaceholder(text, at, put)),
            };
          })}
        />
      </Fold>
      <Fold title={t('presence.template.filters')}>
        <Typography variant="pi" tag="p" textColor="neutral700" paddingBottom={2}>
          {t('presence.template.filters.hint')}
        </Typography>
        <List
          items={[...filters].map(([name, { takes }]) => ({
            shown: takes.example,
            label: t('presence.template.insert', { name: takes.example, into }),
            means: t(`presence.template.filter.${name}` as WordId),
            pick: () => insert((text, at) => withFilter(text, at, takes.example)),
          }))}
        />
      </Fold>
    </>
  );
}

interface Item {
  readonly shown: string;
  readonly label: string;
  readonly means: string;
  readonly pick: () => void;
}

const List = ({ items }: { items: readonly Item[] }) => (
  <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
    {items.map(({ shown, label, means, pick }) => (
      <Flex key={shown} tag="li" gap={3} alignItems="baseline" wrap="wrap">
        {/* Its own words stand first in what is read out, so that it is found by them. */}
        <SmallButton type="button" aria-label={`${shown}: ${label}`} onClick={pick}>
          <code>{shown}</code>
        </SmallButton>
        <Typography variant="pi" textColor="neutral700" style={{ flex: '1 1 16rem', minWidth: 0 }}>
          {means}
        </Typography>
      </Flex>
    ))}
  </Flex>
);
