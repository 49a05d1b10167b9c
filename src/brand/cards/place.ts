import type { Logo } from '../schema';
import type { CardLayout } from './templates';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of a card, in its pixels. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** A logo on a card, and the area that belongs to it alone. */
export interface LogoPlace {
  readonly box: Box;
  readonly free: Box;
}

/** In which corner the logo stands. */
export interface Corner {
  readonly x: 'left' | 'right';
  readonly y: 'top' | 'bottom';
}

/** The least room around a logo, as a part of its width, where the kit asks for none. */
const leastRoom = 0.06;
/** What is left between that room and the rim of the card, as a part of its shorter side. */
const rim = 0.02;
/** The check knows the place of a logo to about a hundredth. */
const spare = 1.08;

/** As large as the layout lets it be, and never smaller than the kit says. Null where it does not fit on the card with its clear space. */
export function logoPlace(
  canvas: Size,
  natural: Size,
  { minWidth, clearSpace }: Pick<Logo, 'minWidth' | 'clearSpace'>,
  { logo, margin }: CardLayout,
  corner: Corner,
): LogoPlace | null {
  const scale = Math.min(
    (logo.width * canvas.width) / natural.width,
    (logo.height * canvas.height) / natural.height,
  );
  const width = Math.max(1, Math.ceil(minWidth * spare), Math.round(natural.width * scale));
  const height = Math.max(1, Math.round((width * natural.height) / natural.width));
  const room = Math.ceil(width * Math.max(clearSpace * spare, leastRoom));
  const short = Math.min(canvas.width, canvas.height);
  const from = Math.max(Math.round(margin * short), room + Math.round(rim * short));
  if (width + 2 * from > canvas.width || height + 2 * from > canvas.height) return null;
  const box = {
    left: corner.x === 'left' ? from : canvas.width - from - width,
    top: corner.y === 'top' ? from : canvas.height - from - height,
    width,
    height,
  };
  return {
    box,
    free: {
      left: box.left - room,
      top: box.top - room,
      width: width + 2 * room,
      height: height + 2 * room,
    },
  };
}

/** Where words may stand on a card, above what is at its foot; null where nothing is left of it. */
export function titleBox(
  canvas: Size,
  { title, margin }: Pick<CardLayout, 'title' | 'margin'>,
  foot: number,
): Box | null {
  if (!title) return null;
  const side = Math.round(margin * Math.min(canvas.width, canvas.height));
  const top = Math.round(title.top * canvas.height);
  const height = Math.min(foot, canvas.height - side) - top;
  const width = canvas.width - 2 * side;
  return height > 0 && width > 0 ? { left: side, top, width, height } : null;
}

/** Whether words run from right to left: as their first letter does. */
export function isRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return (
    first !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
      first,
    )
  );
}
