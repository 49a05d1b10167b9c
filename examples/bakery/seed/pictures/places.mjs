import { at, clipped, dice, ellipse, fade, glow, ink, line, path, scatter, shadow } from './brush.mjs';
import { baguette, boule, roll } from './breads.mjs';
import { pretzel } from './pastry.mjs';
import { ear } from './things.mjs';

/** The shop on its corner: awning, lit window, a pretzel for a sign. */
export function shopFront({ dusk = false } = {}) {
  const [sky, skyFill] = fade(
    dusk
      ? [
          [0, '#4A4560'],
          [0.7, '#C98A6B'],
          [1, '#E7B183'],
        ]
      : [
          [0, '#CFE0DC'],
          [1, '#F6E7CE'],
        ],
  );
  const [pane, paneFill] = fade([
    [0, '#FFE7B3'],
    [1, '#F3BE74'],
  ]);
  const wall = dusk ? '#B9795C' : '#E3B48E';
  const stripes = Array.from({ length: 14 }, (_, i) =>
    path(
      `M${250 + i * 80} 330 L${330 + i * 80} 330 L${338 + (i - 6.5) * 6 + i * 80} 440 Q${298 + (i - 6.5) * 6 + i * 80} 476 ${258 + (i - 6.5) * 6 + i * 80} 440Z`,
      i % 2 ? ink.flour : ink.terracotta,
    ),
  ).join('');
  const shelf = (y, breads) =>
    `<rect x="330" y="${y}" width="560" height="14" rx="4" fill="${ink.bark}"/>${breads}`;
  const small = (x, y, body, size = 0.3) => at(x, y, body, { size });
  const breads =
    shelf(
      600,
      [400, 540, 680, 820]
        .map((x, i) =>
          small(
            x,
            594,
            boule({ seed: i, rings: i % 2 === 0, cuts: ['leaf', 'cross', 'slash', 'leaf'][i] }),
            0.24,
          ),
        )
        .join(''),
    ) +
    shelf(
      726,
      [410, 520, 630].map((x) => small(x, 716, roll(), 0.42)).join('') +
        small(770, 706, baguette(), 0.3) +
        small(780, 684, baguette({ crust: ink.butter }), 0.27),
    );
  const upper = [380, 640, 900, 1160]
    .map(
      (x) =>
        `<rect x="${x}" y="60" width="110" height="170" rx="8" fill="${dusk ? '#F6CE84' : '#A9BDB6'}"/><path d="M${x + 55} 60 v170 M${x} 140 h110" stroke="${ink.flour}" stroke-width="7"/><rect x="${x - 10}" y="230" width="130" height="14" fill="${ink.flour}" opacity=".8"/>`,
    )
    .join('');
  const cobbles = scatter(120, [0, 838, 1600, 60], dice(5), (x, y, r) =>
    ellipse(x, y, 22 + r() * 14, 9 + r() * 4, ink.char, 'opacity=".16"'),
  );
  return (
    `${sky}<rect width="1600" height="900" fill="${skyFill}"/><rect x="210" y="0" width="1180" height="840" fill="${wall}"/>${upper}` +
    `<rect x="250" y="300" width="1100" height="540" fill="${dusk ? '#5D3428' : '#7B4633'}"/>${pane}<rect x="300" y="470" width="620" height="290" rx="6" fill="${paneFill}"/>${breads}` +
    `<path d="M610 470 v290" stroke="${ink.flour}" stroke-width="8" opacity=".8"/><rect x="300" y="470" width="620" height="290" rx="6" fill="none" stroke="${ink.flour}" stroke-width="12"/>` +
    `<rect x="1000" y="460" width="250" height="380" rx="6" fill="#4D5F49"/><rect x="1035" y="495" width="180" height="200" rx="6" fill="${paneFill}"/>${ellipse(1226, 720, 11, 11, ink.butter)}` +
    `<path d="M1035 740 h180 M1035 780 h180" stroke="${ink.moss}" stroke-width="8"/>${stripes}<rect x="242" y="312" width="1130" height="24" rx="6" fill="${ink.bark}"/>` +
    `<path d="M1390 300 h110" stroke="${ink.char}" stroke-width="10"/><path d="M1490 300 v40" stroke="${ink.char}" stroke-width="6"/>${at(1490, 420, pretzel({ size: 0.52, flat: true }))}` +
    `<rect y="838" width="1600" height="62" fill="${dusk ? '#6E5850' : '#C7B49A'}"/>${cobbles}` +
    [150, 1455]
      .map(
        (x) =>
          `<path d="M${x - 50} 760 L${x + 50} 760 L${x + 38} 850 L${x - 38} 850Z" fill="${ink.terracotta}"/>` +
          [0, 1, 2, 3, 4]
            .map((i) => ellipse(x - 44 + i * 22, 735 - (i % 2) * 34, 38, 40, i % 2 ? ink.leaf : ink.moss))
            .join(''),
      )
      .join('')
  );
}

/** The mill on its hill, wheat in front. */
export function mill() {
  const [sky, skyFill] = fade([
    [0, '#BFD6D2'],
    [0.6, '#F7E3BC'],
    [1, '#F1BE82'],
  ]);
  const sail = (turn) =>
    at(
      0,
      0,
      `<rect x="-5" y="-200" width="10" height="200" fill="${ink.bark}"/>` +
        `<rect x="5" y="-196" width="48" height="150" fill="${ink.flour}" stroke="${ink.bark}" stroke-width="5"/>` +
        [1, 2, 3, 4]
          .map((i) => `<path d="M5 ${-196 + i * 30} h48" stroke="${ink.bark}" stroke-width="4"/>`)
          .join(''),
      { turn },
    );
  const field = [0, 1, 2]
    .map((row) =>
      Array.from({ length: 18 }, (_, i) =>
        at(
          i * 96 - 30 + row * 33,
          930 + row * 26,
          ear({
            tall: 250 + row * 34 + ((i * 37) % 50),
            bend: 16 + ((i * 53) % 34),
            colour: ['#D9A856', '#E6BC72', '#F0CF92'][row],
            stem: '#C18F45',
          }),
        ),
      ).join(''),
    )
    .join('');
  return (
    `${sky}<rect width="1600" height="900" fill="${skyFill}"/>${ellipse(1220, 380, 120, 120, '#FFF1CC', 'opacity=".9"')}` +
    path('M0 620 C300 520 620 470 860 500 C1120 530 1380 600 1600 570 L1600 900 L0 900Z', '#9DAA76') +
    path('M0 700 C400 610 900 640 1600 680 L1600 900 L0 900Z', '#B5AF6C') +
    at(
      560,
      520,
      path('M-86 0 L-56 -250 L56 -250 L86 0Z', '#E9D9BF') +
        path('M10 0 L10 -250 L56 -250 L86 0Z', ink.bark, 'opacity=".18"') +
        path('M-70 -246 C-60 -330 60 -330 70 -246Z', ink.bark) +
        `<rect x="-20" y="-70" width="40" height="70" rx="18" fill="${ink.bark}"/><rect x="-16" y="-180" width="32" height="38" rx="14" fill="${ink.bark}"/>` +
        at(0, -262, [18, 108, 198, 288].map(sail).join('') + ellipse(0, 0, 15, 15, ink.char)),
    ) +
    field
  );
}

/** Somebody of the bakery, without a face: apron, scarf, flour. */
export function person({ skin, hair, wall, shirt, cap = false, bun = false, short = cap }) {
  const [light, lightFill] = glow(
    [
      [0, ink.flour, 0.8],
      [1, ink.flour, 0],
    ],
    { cx: 0.3, cy: 0.2, r: 0.8 },
  );
  return (
    `<rect width="800" height="800" fill="${wall}"/>${light}<rect width="800" height="800" fill="${lightFill}"/>` +
    (bun ? ellipse(400, 150, 66, 62, hair) : '') +
    path(
      short
        ? 'M268 360 C250 150 550 150 532 360 C532 380 520 390 512 392 L288 392 C280 390 268 380 268 360Z'
        : 'M250 330 C230 130 570 130 550 330 C570 430 540 470 520 480 L280 480 C260 470 230 430 250 330Z',
      hair,
    ) +
    path('M110 800 C120 620 230 560 400 556 C570 560 680 620 690 800Z', shirt) +
    `<rect x="342" y="450" width="116" height="140" rx="50" fill="${skin}"/>` +
    ellipse(400, 352, 118, 146, skin) +
    path('M342 560 C360 600 440 600 458 560 L470 590 C440 640 360 640 330 590Z', skin) +
    (cap
      ? path('M270 300 C260 150 540 150 530 300 C480 250 320 250 270 300Z', ink.flour) +
        path('M266 300 C330 258 470 258 534 300 L530 322 C470 284 330 284 270 322Z', '#E7DAC4')
      : path(
          'M278 330 C270 200 420 170 470 220 C520 230 532 290 524 340 C500 280 420 300 380 250 C350 290 300 280 278 330Z',
          hair,
        )) +
    path('M250 800 L276 640 L524 640 L550 800Z', ink.terracotta) +
    line('M280 644 C300 600 320 580 334 560 M520 644 C500 600 480 580 466 560', ink.terracotta, 16) +
    `<path d="M300 700 h200" stroke="${ink.flour}" stroke-width="6" opacity=".5"/>`
  );
}
