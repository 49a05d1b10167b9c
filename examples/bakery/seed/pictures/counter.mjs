import { at, ink, room } from './brush.mjs';
import { baguette, boule, roll, tinLoaf } from './breads.mjs';
import { croissant, doughnut, plumTray, pretzel, snail, stollen } from './pastry.mjs';
import { person } from './places.mjs';
import { flakes } from './things.mjs';

const square = (wall, table, body) => ({
  w: 1000,
  h: 1000,
  out: 800,
  svg: () => room({ wall, table, w: 1000, h: 1000, horizon: 0.7 }) + body(),
});

/** What lies on the counter, one square picture each, and the people behind it. */
export const counter = {
  'product-rye': square('#E4CDAA', '#8F5E3B', () =>
    at(
      500,
      760,
      boule({ w: 680, h: 400, crust: '#8A5230', dark: '#3E2317', light: '#B97F4C', rings: true, seed: 4 }),
    ),
  ),
  'product-seed-loaf': square('#CFD1B6', '#B98757', () => at(500, 760, tinLoaf({ w: 680, h: 330 }))),
  'product-country': square('#EBD9BD', '#B5814F', () =>
    at(500, 760, boule({ w: 680, h: 390, cuts: 'cross', seed: 31 })),
  ),
  'product-baguette': square(
    '#E9C9B4',
    '#C28F5E',
    () =>
      at(500, 790, baguette({ length: 800, thick: 150 }), { turn: -7 }) +
      at(520, 680, baguette({ length: 720, thick: 140, crust: ink.butter }), { turn: -12 }),
  ),
  'product-croissant': square('#D6DDD3', '#DDB98A', () => at(500, 620, croissant({ size: 1.35 }))),
  'product-pretzel': square('#F0DFC0', '#A06D45', () => at(500, 590, pretzel({ size: 1.75 }))),
  'product-snail': square('#EBC9B7', '#D7B083', () => at(500, 560, snail({ size: 1.6 }))),
  'product-plum': square('#D7CBD6', '#B7A58C', () =>
    at(500, 590, plumTray({ w: 620, h: 420 }), { turn: -5 }),
  ),
  'product-stollen': square(
    '#4B565B',
    '#7B5A48',
    () => flakes(50, [0, 0, 1000, 560], 3) + at(500, 770, stollen({ w: 760, h: 280 })),
  ),
  'product-roll': square('#E7D6B3', '#C99C68', () =>
    [
      [320, 700],
      [690, 690],
      [500, 800],
    ]
      .map(([x, y]) => at(x, y, roll({ w: 340, h: 220 })))
      .join(''),
  ),
  'product-doughnut': square(
    '#E6C3B8',
    '#D9B58B',
    () => at(340, 660, doughnut({ size: 1.15 })) + at(680, 700, doughnut({ size: 1.3 })),
  ),
  'portrait-rosa': {
    w: 800,
    h: 800,
    out: 400,
    svg: () => person({ skin: '#E8BF9C', hair: '#B9B2AA', wall: '#D9C3A0', shirt: '#F4EBDD', bun: true }),
  },
  'portrait-emil': {
    w: 800,
    h: 800,
    out: 400,
    svg: () => person({ skin: '#F0CDAE', hair: '#8A5A34', wall: '#B9C2AC', shirt: '#54697A', cap: true }),
  },
  'portrait-nora': {
    w: 800,
    h: 800,
    out: 400,
    svg: () => person({ skin: '#C98F68', hair: '#2F2420', wall: '#E4B79A', shirt: '#EFE3D0' }),
  },
};
