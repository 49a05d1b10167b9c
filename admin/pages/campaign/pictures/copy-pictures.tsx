import { memo, useEffect, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { shapesFor } from '../../../../src/channels/rules/rules';
import type { Copy, CopyPicture } from '../../../../src/channels/schema';
import type { EntryKey } from '../../../../src/shared/entry-key';
import { TextBox } from '../../../components/input';
import { isSameList, useKept, useSteady } from '../../../use-steady';
import { useWords } from '../../../words';
import { copyPrefix } from '../copy-findings';
import { errorAt, type PartProps } from '../copy-part';
import { CardButtons, titleOf } from './card-buttons';
import { ShapeFields } from './shape-fields';

/** What each picture shows, in words, in which shape it goes out, and cards of the brand in its place. */
export function CopyPictures({
  line: { channel, copy },
  check,
  ...rest
}: PartProps & { readonly entry: EntryKey }) {
  const errors = copy.pictures.map((_, index) => errorAt(check, `pictures[${index}].alt`));
  return (
    <Pictures
      {...rest}
      channel={channel}
      pictures={copy.pictures}
      hasVideo={copy.video !== undefined}
      errors={useKept(errors, isSameList)}
      title={useSteady(() => titleOf(copy))}
    />
  );
}

/** Drawn anew when something of the pictures changes, and not with every key in the words. */
const Pictures = memo(function Pictures({
  channel,
  pictures,
  hasVideo,
  errors,
  rules,
  canEdit,
  set,
  entry,
  title,
}: Pick<PartProps, 'rules' | 'canEdit' | 'set'> & {
  channel: string;
  pictures: Copy['pictures'];
  hasVideo: boolean;
  /** What is wrong with each alt text. */
  errors: readonly (string | undefined)[];
  entry: EntryKey;
  /** What a card of the copy says, as it is now. */
  title: () => string;
}) {
  const t = useWords();
  const shapes = shapesFor(rules);
  const canCard = canEdit && rules.pictures.max > 0;
  const isSaid = rules.pictures.alt !== 'none';
  const withAt = (index: number, picture: CopyPicture) =>
    pictures.map((each, at) => (at === index ? picture : each));
  const put = (index: number, picture: CopyPicture) => set({ pictures: withAt(index, picture) });
  const altOf = (index: number): string => `${copyPrefix(channel)}pictures.${index}.alt`;
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => {
    if (made === null) return;
    // After the dialog has given the focus back to what opened it, which may be gone.
    const later = setTimeout(() => {
      document.getElementsByName(made)[0]?.focus();
      setMade(null);
    });
    return () => clearTimeout(later);
  }, [made]);
  /** What a new card shows in words is what a person looks at next. */
  const use = (index: number, list: CopyPicture[]) => {
    set({ pictures: list });
    setMade(altOf(index));
  };
  return (
    <>
      {pictures.map((picture, index) => (
        <Flex key={picture.hash} direction="column" alignItems="stretch" gap={4}>
          <TextBox
            label={t('presence.campaign.alt', { number: index + 1 })}
            name={altOf(index)}
            hint={t(isSaid ? 'presence.campaign.alt.hint' : 'presence.campaign.alt.none')}
            rows={2}
            disabled={!canEdit}
            error={errors[index]}
            value={picture.alt}
            change={(alt) => put(index, { ...picture, alt })}
          />
          {shapes.length > 0 && (
            <ShapeFields
              picture={picture}
              number={index + 1}
              shapes={shapes}
              name={`${copyPrefix(channel)}pictures.${index}`}
              disabled={!canEdit}
              change={(shape) => {
                const { shape: _, ...rest } = picture;
                put(index, shape ? { ...rest, shape } : rest);
              }}
            />
          )}
          {canCard && (
            <CardButtons
              {...{ title, entry, picture, shapes }}
              number={index + 1}
              use={(card) => use(index, withAt(index, card))}
            />
          )}
        </Flex>
      ))}
      {canCard && pictures.length === 0 && !hasVideo && (
        <CardButtons {...{ title, entry, shapes }} number={1} use={(card) => use(0, [card])} />
      )}
    </>
  );
});
