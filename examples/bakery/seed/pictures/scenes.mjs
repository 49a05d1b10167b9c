import { at, dice, ellipse, glow, ink, line, path, room, scatter, shadow } from './brush.mjs';
import { boule, seedMark, slice, tinLoaf } from './breads.mjs';
import { blackboard, twentyPercent } from './chalk.mjs';
import { counter } from './counter.mjs';
import { croissant, focaccia, plumTray, pretzel, stollen } from './pastry.mjs';
import { mill, shopFront } from './places.mjs';
import { board, cloth, ear, flakes, jar, oven, twig, walnut } from './things.mjs';

const wide = (svg) => ({ w: 1600, h: 900, svg });
const dusting = (box, seed, count = 160) =>
  scatter(count, box, dice(seed), (x, y, r) =>
    ellipse(
      x.toFixed(0),
      y.toFixed(0),
      (1 + r() * 4).toFixed(1),
      (1 + r() * 2).toFixed(1),
      ink.flour,
      'opacity=".6"',
    ),
  );
const bouquet = (x, y, size = 1) =>
  at(
    x,
    y,
    [-26, -9, 8, 24]
      .map((turn, i) => at(0, 0, ear({ tall: 380 + (i % 2) * 60, bend: turn * 1.4 }), { turn }))
      .join('') + line('M-26 -60 L26 -60', ink.terracotta, 16),
    { size },
  );
const table = (colour) => `<rect width="1600" height="900" fill="${colour}"/>`;
const lamp = (cx = 0.4, cy = 0.3) => {
  const [defs, fill] = glow(
    [
      [0, ink.flour, 0.6],
      [1, ink.flour, 0],
    ],
    { cx, cy, r: 0.7 },
  );
  return `${defs}<rect width="1600" height="900" fill="${fill}"/>`;
};

/** Every picture of the bakery by the name of its file: its size and how it is drawn. */
export const scenes = {
  'three-day-rye': wide(
    () =>
      room({ wall: '#E8D3B4', table: '#8F5E3B' }) +
      bouquet(1330, 690, 1.15) +
      at(
        760,
        690,
        boule({ w: 760, h: 440, crust: '#8A5230', dark: '#3E2317', light: '#B97F4C', rings: true, seed: 4 }),
      ) +
      at(330, 730, slice({ w: 300, h: 240, crumb: '#A9794E', crust: ink.rye })) +
      dusting([200, 690, 1200, 160], 3),
  ),
  'croissants-at-five': wide(
    () =>
      room({ wall: '#D9DDD0', table: '#E3C49A', light: '#FFF4D8' }) +
      at(800, 720, board({ w: 1180, h: 84 })) +
      at(490, 560, croissant({ size: 0.92 }), { turn: -5 }) +
      at(1140, 560, croissant({ size: 0.92 }), { turn: 6 }) +
      at(815, 610, croissant({ size: 1.12 })) +
      dusting([200, 740, 1200, 130], 8),
  ),
  'rye-week': wide(
    () =>
      room({ wall: '#E8D3B4', table: '#8F5E3B' }) +
      blackboard(180, 110, 780, 440) +
      twentyPercent(300, 230) +
      at(
        1230,
        700,
        boule({ w: 560, h: 330, crust: '#8A5230', dark: '#3E2317', light: '#B97F4C', rings: true, seed: 11 }),
      ) +
      at(420, 740, slice({ w: 260, h: 210, crumb: '#A9794E', crust: ink.rye })) +
      dusting([120, 700, 1300, 150], 5),
  ),
  'the-mill': wide(mill),
  'stollen-in-snow': wide(
    () =>
      room({ wall: '#3F4A52', table: '#7B5A48', light: '#8FA3A6' }) +
      flakes(90, [0, 0, 1600, 600], 31) +
      at(150, 705, twig({ length: 520, winter: true }), { turn: -14 }) +
      at(1480, 705, twig({ length: 480, winter: true }), { turn: 193 }) +
      at(800, 700, stollen({ w: 860, h: 290 })) +
      [
        [300, 780],
        [1290, 790],
        [1380, 760],
      ]
        .map(
          ([x, y]) =>
            shadow(x, y + 26, 40, 12) +
            ellipse(x, y, 28, 28, ink.berry) +
            ellipse(x - 9, y - 10, 8, 7, ink.flour, 'opacity=".5"'),
        )
        .join('') +
      dusting([220, 720, 1160, 120], 12, 260),
  ),
  'bread-in-linen': wide(
    () =>
      room({ wall: '#E6DFCB', table: '#B98757' }) +
      at(830, 726, board({ w: 1160, h: 96 })) +
      at(960, 662, boule({ w: 640, h: 350, cuts: 'slash', seed: 14 })) +
      at(620, 700, cloth({ w: 760, h: 300 })) +
      at(1370, 690, slice({ w: 240, h: 200, crumb: '#E5C493', crust: ink.crust }), { turn: 4 }) +
      at(1280, 690, slice({ w: 240, h: 200, crumb: '#E5C493', crust: ink.crust, seed: 9 }), { turn: -5 }),
  ),
  'wild-garlic-focaccia': wide(
    () =>
      table('#C9CBB0') +
      lamp() +
      at(800, 455, focaccia({ w: 1040, h: 580 }), { turn: -4 }) +
      at(120, 760, twig({ length: 330 }), { turn: -32 }) +
      at(1480, 160, twig({ length: 330 }), { turn: 150 }) +
      at(1400, 770, twig({ length: 220 }), { turn: -70 }),
  ),
  'pretzels-before-sunrise': wide(
    () =>
      room({ wall: '#C7B7A3', table: '#5E4436', light: '#F6D9A6', horizon: 0.6 }) +
      [
        [330, 470, 0.8, -8],
        [640, 440, 0.8, 5],
        [960, 440, 0.8, -4],
        [1270, 470, 0.8, 9],
        [480, 690, 1.05, 6],
        [810, 700, 1.1, 0],
        [1140, 690, 1.05, -7],
      ]
        .map(([x, y, size, turn], i) => at(x, y, pretzel({ size, seed: i + 2 }), { turn }))
        .join(''),
  ),
  'eleven-seeds': wide(
    () =>
      table('#D8C3A0') +
      lamp(0.5, 0.5) +
      [
        [300, 270],
        [800, 240],
        [1300, 270],
        [420, 640],
        [1180, 640],
      ]
        .map(
          ([x, y], i) =>
            shadow(x + 8, y + 26, 205, 180, 0.4) +
            ellipse(x, y, 180, 170, ['#F4EBDD', '#E9D5BE', '#F4EBDD', '#E9D5BE', '#F4EBDD'][i]) +
            ellipse(x, y, 150, 140, ['#6F4A31', '#8A6A43', '#52402F', '#7C5A38', '#64503A'][i]) +
            scatter(120, [-1, 0, 2, 1], dice(20 + i), (u, v, r) => {
              const a = u * Math.PI;
              const d = Math.sqrt(v) * 128;
              return seedMark(x + Math.cos(a) * d, y + Math.sin(a) * d, r);
            }),
        )
        .join('') +
      at(800, 800, tinLoaf({ w: 460, h: 210, seed: 9 })) +
      scatter(60, [100, 60, 1400, 800], dice(77), seedMark),
  ),
  'the-old-oven': wide(
    () =>
      `<rect width="1600" height="900" fill="#4A2A20"/>` +
      at(800, 760, oven({ w: 1700, h: 760 })) +
      [
        [560, 745],
        [800, 752],
        [1040, 745],
      ]
        .map(([x, y], i) =>
          at(x, y, boule({ w: 240, h: 140, seed: 40 + i, cuts: 'cross', light: '#F0B866' })),
        )
        .join('') +
      `<rect y="760" width="1600" height="140" fill="#8C6450"/><rect y="760" width="1600" height="16" fill="#D9A081"/>` +
      path('M640 830 L1600 800 L1600 846 L640 858Z', '#C79A66') +
      path('M330 820 Q480 790 650 826 L650 862 Q480 890 330 866Z', '#D7AE78'),
  ),
  'plum-cake': wide(
    () =>
      table('#B7A58C') +
      lamp() +
      at(790, 450, plumTray({ w: 1060, h: 600 }), { turn: 3 }) +
      at(
        1480,
        760,
        ellipse(0, 0, 64, 74, ink.plum) +
          ellipse(-18, -24, 16, 22, '#8A5A86') +
          path('M0 -74 C20 -120 80 -118 92 -96 C60 -70 24 -66 0 -74Z', ink.leaf),
      ) +
      at(130, 180, ellipse(0, 0, 60, 70, ink.plum) + ellipse(-16, -22, 15, 20, '#8A5A86')),
  ),
  'starter-in-a-jar': wide(
    () =>
      room({ wall: '#CBD3C6', table: '#D3A873', light: '#FFF6E0' }) +
      at(520, 720, jar({ w: 300, h: 430 })) +
      at(1050, 715, boule({ w: 560, h: 330, cuts: 'cross', seed: 23 })) +
      at(
        820,
        770,
        shadow(0, 14, 190, 24) +
          path('M-170 0 C-160 -60 -60 -60 -40 0 C-60 36 -150 36 -170 0Z', '#B98A54') +
          line('M-50 0 L170 10', '#B98A54', 20) +
          ellipse(-106, -8, 52, 22, '#EAD3A8'),
      ) +
      dusting([240, 730, 1150, 120], 19),
  ),
  'shop-front': wide(() => shopFront()),
  'shop-at-dusk': wide(() => shopFront({ dusk: true })),
  'walnut-rye': wide(
    () =>
      room({ wall: '#DCC6A6', table: '#6F4B37' }) +
      at(720, 690, boule({ w: 700, h: 400, crust: '#9A5B33', dark: '#40251A', cuts: 'slash', seed: 52 })) +
      at(1240, 700, boule({ w: 380, h: 230, crust: '#9A5B33', dark: '#40251A', cuts: 'leaf', seed: 53 })) +
      [
        [260, 760, 1],
        [380, 800, 0.9],
        [1130, 800, 1.05],
        [1270, 790, 0.85],
        [200, 690, 0.75],
      ]
        .map(([x, y, size]) => at(x, y, walnut({ size })))
        .join('') +
      at(1540, 640, twig({ length: 320 }), { turn: 205 }),
  ),
  ...counter,
};
