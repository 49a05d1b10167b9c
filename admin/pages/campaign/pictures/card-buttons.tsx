import { useState } from 'react';
import { Button, Flex } from '@strapi/design-system';
import type { CardTemplate } from '../../../../src/channels/pictures/card';
import type { Proportion } from '../../../../src/channels/rules/pictures/proportions';
import type { Copy, CopyPicture } from '../../../../src/channels/schema';
import type { EntryKey } from '../../../../src/shared/entry-key';
import { useWords } from '../../../words';
import { CardDialog } from './card-dialog';

/** Ways to a card: of a picture of the copy, or, where it has none, of words alone. */
export function CardButtons({
  title,
  entry,
  picture,
  number,
  shapes,
  use,
}: {
  /** What the card says first, as the copy is now. */
  title: () => string;
  entry: EntryKey;
  picture?: CopyPicture;
  /** Of the picture, from 1 on. */
  number: number;
  shapes: readonly Proportion[];
  use: (card: CopyPicture) => void;
}) {
  const t = useWords();
  const [open, setOpen] = useState<{ readonly template: CardTemplate; readonly title: string } | null>(null);
  const begin = (template: CardTemplate) => setOpen({ template, title: title() });
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        size="S"
        variant="tertiary"
        onClick={() => begin(picture ? 'photo' : 'title')}
        {...(picture ? { 'aria-label': t('presence.card.make.of', { number }) } : {})}
      >
        {t('presence.card.make')}
      </Button>
      {picture && (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => begin('badge')}
          aria-label={t('presence.card.logo.of', { number })}
        >
          {t('presence.card.logo')}
        </Button>
      )}
      {open && <CardDialog {...{ entry, picture, shapes, use }} {...open} close={() => setOpen(null)} />}
    </Flex>
  );
}

/** What a card says first: the title of the copy, its subject, or how its text begins. */
export function titleOf({ title, subject, text }: Copy): string {
  const said = title?.trim() || subject?.trim();
  if (said) return said.slice(0, 200);
  const [line = ''] = text.trim().split('\n');
  const [sentence = ''] = /^.*?[.!?…](?=\s|$)/u.exec(line) ?? [line];
  return sentence.length <= 90
    ? sentence.replace(/\.$/, '')
    : `${sentence.slice(0, 90).replace(/\s+\S*$/, '')}…`;
}
