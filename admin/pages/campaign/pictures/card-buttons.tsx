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
  copy,
  entry,
  picture,
  number,
  shapes,
  use,
}: {
  copy: Copy;
  entry: EntryKey;
  picture?: CopyPicture;
  /** Of the picture, from 1 on. */
  number: number;
  shapes: readonly Proportion[];
  use: (card: CopyPicture) => void;
}) {
  const t = useWords();
  const [open, setOpen] = useState<CardTemplate | null>(null);
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        size="S"
        variant="tertiary"
        onClick={() => setOpen(picture ? 'photo' : 'title')}
        {...(picture ? { 'aria-label': t('presence.card.make.of', { number }) } : {})}
      >
        {t('presence.card.make')}
      </Button>
      {picture && (
        <Button
          size="S"
          variant="tertiary"
          onClick={() => setOpen('badge')}
          aria-label={t('presence.card.logo.of', { number })}
        >
          {t('presence.card.logo')}
        </Button>
      )}
      {open && (
        <CardDialog
          {...{ entry, picture, shapes, use }}
          template={open}
          title={titleOf(copy)}
          close={() => setOpen(null)}
        />
      )}
    </Flex>
  );
}

/** What a card says first: the title of the copy, its subject, or how its text begins. */
function titleOf({ title, subject, text }: Copy): string {
  const said = title?.trim() || subject?.trim();
  if (said) return said.slice(0, 200);
  const [line = ''] = text.trim().split('\n');
  const [sentence = ''] = /^.*?[.!?…](?=\s|$)/u.exec(line) ?? [line];
  return sentence.length <= 90
    ? sentence.replace(/\.$/, '')
    : `${sentence.slice(0, 90).replace(/\s+\S*$/, '')}…`;
}
