import { useEffect, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { shapesFor } from '../../../../src/channels/rules/rules';
import type { CopyPicture } from '../../../../src/channels/schema';
import type { EntryKey } from '../../../../src/shared/entry-key';
import { TextBox } from '../../../components/input';
import { useWords } from '../../../words';
import { copyPrefix } from '../copy-findings';
import { errorAt, type PartProps } from '../copy-part';
import { CardButtons } from './card-buttons';
import { ShapeFields } from './shape-fields';

/** What each picture shows, in words, in which shape it goes out, and cards of the brand in its place. */
export function CopyPictures({
  line: { channel, copy },
  rules,
  check,
  canEdit,
  set,
  entry,
}: PartProps & { readonly entry: EntryKey }) {
  const t = useWords();
  const shapes = shapesFor(rules);
  const canCard = canEdit && rules.pictures.max > 0;
  const isSaid = rules.pictures.alt !== 'none';
  const withAt = (index: number, picture: CopyPicture) =>
    copy.pictures.map((each, at) => (at === index ? picture : each));
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
  const use = (index: number, pictures: CopyPicture[]) => {
    set({ pictures });
    setMade(altOf(index));
  };
  return (
    <>
      {copy.pictures.map((picture, index) => (
        <Flex key={picture.hash} direction="column" alignItems="stretch" gap={4}>
          <TextBox
            label={t('presence.campaign.alt', { number: index + 1 })}
            name={altOf(index)}
            hint={t(isSaid ? 'presence.campaign.alt.hint' : 'presence.campaign.alt.none')}
            rows={2}
            disabled={!canEdit}
            error={errorAt(check, `pictures[${index}].alt`)}
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
              {...{ copy, entry, picture, shapes }}
              number={index + 1}
              use={(card) => use(index, withAt(index, card))}
            />
          )}
        </Flex>
      ))}
      {canCard && copy.pictures.length === 0 && !copy.video && (
        <CardButtons {...{ copy, entry, shapes }} number={1} use={(card) => use(0, [card])} />
      )}
    </>
  );
}
