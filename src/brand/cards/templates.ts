import type { CardTemplate } from '../../channels/pictures/card';

/** How a template is laid out: sides are parts of the width and height of the card, letters parts of its shorter side. */
export interface CardLayout {
  /** What the ground is: a colour, or a picture, below a scrim or as it is. */
  readonly ground: 'colour' | 'scrim' | 'picture';
  /** Free on every side. */
  readonly margin: number;
  /** Where words may stand: from `top` of the card down to the logo, beginning above or ending below. */
  readonly title: {
    readonly top: number;
    readonly at: 'top' | 'bottom';
    readonly letters: { readonly most: number; readonly least: number };
  } | null;
  /** How large the logo is at most. */
  readonly logo: { readonly width: number; readonly height: number };
}

export const cardLayouts: Readonly<Record<CardTemplate, CardLayout>> = {
  title: {
    ground: 'colour',
    margin: 0.08,
    title: { top: 0.08, at: 'top', letters: { most: 0.15, least: 0.05 } },
    logo: { width: 0.4, height: 0.13 },
  },
  photo: {
    ground: 'scrim',
    margin: 0.07,
    title: { top: 0.3, at: 'bottom', letters: { most: 0.12, least: 0.05 } },
    logo: { width: 0.35, height: 0.11 },
  },
  badge: {
    ground: 'picture',
    margin: 0.04,
    title: null,
    logo: { width: 0.22, height: 0.18 },
  },
};
