import { useEffect, useRef, useState } from 'react';
import { Flex } from '@strapi/design-system';
import { type FocalPoint, type PictureShape } from '../../../../src/channels/pictures/shape';
import { ratioOf, type Proportion } from '../../../../src/channels/rules/pictures/proportions';
import type { CopyPicture } from '../../../../src/channels/schema';
import { useApi } from '../../../api';
import { Choice } from '../../../components/input';
import { useWords } from '../../../words';
import { FocalPointPicker } from './focal-point';

type Chosen = Proportion | 'own';

/** In which proportions a picture goes to a channel, and what is done about the rest. */
export function ShapeFields({
  picture,
  number,
  shapes,
  name,
  disabled,
  change,
}: {
  picture: CopyPicture;
  /** From 1 on. */
  number: number;
  shapes: readonly Proportion[];
  name: string;
  disabled: boolean;
  change: (shape: PictureShape | undefined) => void;
}) {
  const t = useWords();
  const api = useApi();
  const [isLooking, setLooking] = useState(false);
  const { shape, hash } = picture;
  // A proposal comes later: other parts of the copy may have been written since.
  const latest = useRef<typeof change | null>(change);
  useEffect(() => {
    latest.current = change;
    // What comes after another picture stands here is for nobody.
    return () => void (latest.current = null);
  });

  // What the machine proposes is seen at once, and can be moved.
  const cut = async (ratio: Proportion, focus: FocalPoint | undefined) => {
    change({ ratio, by: 'cut', ...(focus ? { focus } : {}) });
    if (focus) return;
    setLooking(true);
    try {
      const proposed = await api.pictureFocus({ hash, ratio });
      latest.current?.({ ratio, by: 'cut', focus: proposed.focus });
    } catch {
      // Then it is cut around what draws the eye when it goes out.
    } finally {
      setLooking(false);
    }
  };

  const choose = (ratio: Chosen) => {
    if (ratio === 'own') change(undefined);
    else if (shape?.by === 'pad') change({ ratio, by: 'pad' });
    else void cut(ratio, shape?.focus);
  };

  return (
    <>
      <Flex gap={4} alignItems="flex-start" wrap="wrap">
        <Flex flex="1" minWidth="18rem">
          <Choice<Chosen>
            label={t('presence.campaign.shape', { number })}
            name={`${name}.shape.ratio`}
            disabled={disabled || isLooking}
            value={shape?.ratio ?? 'own'}
            change={choose}
            options={[
              { value: 'own', label: t('presence.campaign.shape.own') },
              ...shapes.map((value) => ({ value, label: t(`presence.campaign.shape.${value}`) })),
            ]}
          />
        </Flex>
        {shape && (
          <Flex flex="1" minWidth="18rem">
            <Choice<PictureShape['by']>
              label={t('presence.campaign.shape.by')}
              name={`${name}.shape.by`}
              disabled={disabled || isLooking}
              value={shape.by}
              change={(by) =>
                by === 'pad' ? change({ ratio: shape.ratio, by }) : void cut(shape.ratio, undefined)
              }
              options={[
                { value: 'cut', label: t('presence.campaign.shape.cut') },
                { value: 'pad', label: t('presence.campaign.shape.pad') },
              ]}
            />
          </Flex>
        )}
      </Flex>
      {shape?.by === 'cut' && (
        <FocalPointPicker
          picture={picture}
          ratio={ratioOf(shape)}
          focus={shape.focus ?? { x: 50, y: 50 }}
          disabled={disabled || isLooking}
          change={(focus) => change({ ...shape, focus })}
        />
      )}
    </>
  );
}
