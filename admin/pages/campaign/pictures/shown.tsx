import { useState, type ComponentType, type CSSProperties, type ImgHTMLAttributes } from 'react';
import { cutAround, type PictureShape } from '../../../../src/channels/pictures/shape';
import { ratioOf } from '../../../../src/channels/rules/pictures/proportions';
import type { CopyPicture } from '../../../../src/channels/schema';
import { addressOf } from '../../../components/address-of';

/** Pixels of a picture as its file has them. */
export interface Natural {
  readonly width: number;
  readonly height: number;
}

export const naturalOf = ({ naturalWidth, naturalHeight }: HTMLImageElement): Natural | null =>
  naturalWidth > 0 && naturalHeight > 0 ? { width: naturalWidth, height: naturalHeight } : null;

/** A picture of a copy in the shape that was chosen for it, as its channel gets it. */
export function Shown({
  picture: { url, alt, shape },
  as: Image,
}: {
  picture: CopyPicture;
  /** How the channel shows pictures. */
  as: ComponentType<ImgHTMLAttributes<HTMLImageElement>>;
}) {
  const [natural, setNatural] = useState<Natural | null>(null);
  return (
    <Image
      src={addressOf(url)}
      alt={alt}
      onLoad={({ currentTarget }) => setNatural(naturalOf(currentTarget))}
      {...(shape ? { style: styleOf(shape, natural) } : {})}
    />
  );
}

function styleOf(shape: PictureShape, natural: Natural | null): CSSProperties {
  const common = { aspectRatio: String(ratioOf(shape)), maxHeight: 'none' };
  if (shape.by === 'pad') return { ...common, objectFit: 'contain', background: '#ffffff' };
  const { focus = { x: 50, y: 50 } } = shape;
  const cut = natural && cutAround(natural, ratioOf(shape), focus);
  if (!cut) return { ...common, objectFit: 'cover' };
  const at = (start: number, part: number, whole: number) =>
    whole === part ? 50 : (start / (whole - part)) * 100;
  return {
    ...common,
    objectFit: 'cover',
    objectPosition: `${at(cut.left, cut.width, natural.width)}% ${at(cut.top, cut.height, natural.height)}%`,
  };
}
