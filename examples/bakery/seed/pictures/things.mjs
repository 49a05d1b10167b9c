import { at, clipped, dice, ellipse, fade, glow, ink, line, path, scatter, shadow } from './brush.mjs';

/** An ear of wheat, its root at the origin. */
export function ear({ tall = 420, colour = ink.wheat, stem = ink.honey, bend = 40 } = {}) {
  let grains = '';
  for (let i = 0; i < 9; i += 1) {
    const t = i / 8;
    const y = -tall * (0.52 + 0.46 * t);
    const x = bend * (0.3 + 0.7 * t * t);
    for (const side of [-1, 1])
      grains += at(
        x + side * 13,
        y,
        path('M0 20 C-15 6 -11 -20 0 -32 C11 -20 15 6 0 20Z', colour) +
          line('M0 -30 L0 -74', colour, 2.5, 'opacity=".7"'),
        { turn: side * (30 - t * 16) },
      );
  }
  return line(`M0 0 C0 ${-tall * 0.3} ${bend * 0.2} ${-tall * 0.5} ${bend} ${-tall}`, stem, 6) + grains;
}

/** A jar of sourdough, lively. */
export function jar({ w = 250, h = 360, seed = 6, full = 0.68 } = {}) {
  const roll = dice(seed);
  const glass = `M${-w / 2} ${-h + 40} Q${-w / 2} ${-h} ${-w / 2 + 36} ${-h} L${w / 2 - 36} ${-h} Q${w / 2} ${-h} ${w / 2} ${-h + 40} L${w / 2} -34 Q${w / 2} 0 ${w / 2 - 34} 0 L${-w / 2 + 34} 0 Q${-w / 2} 0 ${-w / 2} -34Z`;
  const top = -h * full;
  const dough = path(
    `M${-w / 2} ${top + 14} C${-w / 4} ${top - 22} ${w / 8} ${top + 6} ${w / 4} ${top - 12} S${w / 2} ${top} ${w / 2} ${top + 8} L${w / 2} 0 L${-w / 2} 0Z`,
    '#EAD3A8',
  );
  const bubbles = scatter(60, [-w / 2 + 14, top + 24, w - 28, h * full - 40], roll, (x, y, r) =>
    ellipse(x, y, 3 + r() * 10, 3 + r() * 8, '#C9A874', `opacity="${(0.3 + r() * 0.45).toFixed(2)}"`),
  );
  return (
    shadow(0, 2, w * 0.7, 26) +
    path(glass, ink.flour, 'opacity=".5"') +
    clipped(glass, dough + bubbles) +
    path(glass, 'none', `stroke="${ink.flour}" stroke-width="7" opacity=".85"`) +
    line(`M${-w * 0.36} ${-h * 0.86} L${-w * 0.36} ${-h * 0.2}`, '#FFFFFF', 12, 'opacity=".6"') +
    path(
      `M${-w * 0.56} ${-h + 12} C${-w * 0.5} ${-h - 52} ${w * 0.5} ${-h - 52} ${w * 0.56} ${-h + 12} C${w * 0.4} ${-h + 30} ${-w * 0.4} ${-h + 30} ${-w * 0.56} ${-h + 12}Z`,
      ink.terracotta,
    ) +
    line(
      `M${-w * 0.5} ${-h - 4} C${-w * 0.2} ${-h + 14} ${w * 0.2} ${-h + 14} ${w * 0.5} ${-h - 4}`,
      ink.cream,
      6,
    ) +
    `<rect x="${-w * 0.28}" y="${-h * 0.46}" width="${w * 0.56}" height="${h * 0.19}" rx="8" fill="${ink.flour}"/>` +
    line(
      `M${-w * 0.18} ${-h * 0.39} L${w * 0.18} ${-h * 0.39} M${-w * 0.18} ${-h * 0.33} L${w * 0.08} ${-h * 0.33}`,
      ink.bark,
      5,
      'opacity=".6"',
    )
  );
}

/** A wooden board. */
export function board({ w = 900, h = 90 } = {}) {
  const [defs, fill] = fade([
    [0, '#E0B27A'],
    [1, '#A9733F'],
  ]);
  return (
    shadow(0, h * 0.62, w * 0.56, h * 0.6) +
    defs +
    `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="${h / 2}" fill="${fill}"/>` +
    line(
      `M${-w * 0.4} ${-h * 0.08} C${-w * 0.1} ${-h * 0.2} ${w * 0.2} ${h * 0.06} ${w * 0.42} ${-h * 0.1}`,
      ink.bark,
      3,
      'opacity=".25"',
    ) +
    ellipse(w * 0.45, 0, 13, 11, ink.bark, 'opacity=".55"')
  );
}

/** A linen cloth or bag, folded. */
export function cloth({ w = 620, h = 150, colour = '#EFE6D6', stripe = ink.terracotta } = {}) {
  return (
    path(
      `M${-w / 2} 20 C${-w * 0.4} ${-h * 0.7} ${-w * 0.15} ${-h * 0.3} 0 ${-h * 0.5} S${w * 0.4} ${-h * 0.8} ${w / 2} 10 C${w * 0.3} ${h * 0.5} ${-w * 0.3} ${h * 0.5} ${-w / 2} 20Z`,
      colour,
    ) +
    line(
      `M${-w * 0.45} 22 C${-w * 0.3} ${h * 0.24} ${w * 0.3} ${h * 0.26} ${w * 0.45} 14`,
      stripe,
      7,
      'opacity=".75"',
    ) +
    line(
      `M${-w * 0.42} 2 C${-w * 0.28} ${h * 0.12} ${w * 0.3} ${h * 0.14} ${w * 0.43} -4`,
      stripe,
      3,
      'opacity=".6"',
    ) +
    line(
      `M${-w * 0.1} ${-h * 0.36} C${-w * 0.05} ${-h * 0.1} ${w * 0.02} 0 ${w * 0.1} 10`,
      '#CDBFA8',
      4,
      'opacity=".8"',
    )
  );
}

/** A twig: needles in winter, leaves else. */
export function twig({ length = 420, winter = false, colour = winter ? ink.moss : ink.leaf } = {}) {
  let body = line(`M0 0 C${length * 0.3} -20 ${length * 0.7} -16 ${length} 0`, ink.bark, 6);
  const count = winter ? 34 : 9;
  for (let i = 1; i <= count; i += 1) {
    const x = (length * i) / count;
    for (const side of [-1, 1])
      body += winter
        ? line(`M${x} ${-14 + Math.abs(x / length - 0.5) * 16} l${26} ${side * 46}`, colour, 5)
        : at(x, -12, path('M0 0 C14 -26 46 -30 66 -8 C46 12 16 12 0 0Z', colour), { turn: side * 38 });
  }
  return body;
}

/** A walnut, opened. */
export const walnut = ({ size = 1 } = {}) =>
  at(
    0,
    0,
    shadow(0, 40, 62, 14) +
      ellipse(0, 0, 56, 46, '#9C6B3E') +
      ellipse(0, 0, 46, 37, '#E3BF8D') +
      line(
        'M0 -34 C-10 -14 10 8 0 34 M-8 -24 C-36 -24 -38 2 -16 0 C-38 8 -30 28 -8 22 M8 -24 C36 -24 38 2 16 0 C38 8 30 28 8 22',
        '#A8743F',
        6,
      ),
    { size },
  );

/** Stars or snow that fall across a box. */
export const flakes = (count, box, seed, colour = ink.flour) =>
  scatter(count, box, dice(seed), (x, y, r) =>
    ellipse(
      x.toFixed(0),
      y.toFixed(0),
      (2 + r() * 5).toFixed(1),
      (2 + r() * 5).toFixed(1),
      colour,
      `opacity="${(0.35 + r() * 0.55).toFixed(2)}"`,
    ),
  );

/** A brick arch with the fire behind it. */
export function oven({ w = 980, h = 560, seed = 11 } = {}) {
  const roll = dice(seed);
  const arch = `M${-w * 0.34} 0 L${-w * 0.34} ${-h * 0.4} C${-w * 0.34} ${-h * 0.98} ${w * 0.34} ${-h * 0.98} ${w * 0.34} ${-h * 0.4} L${w * 0.34} 0Z`;
  const [fire, fireFill] = glow(
    [
      [0, '#FFE3A0'],
      [0.35, '#F0A043'],
      [0.7, '#A63F1E'],
      [1, '#3A1712'],
    ],
    { cx: 0.5, cy: 0.82, r: 0.75 },
  );
  let bricks = '';
  for (let row = 0; row < (h + 40) / 52; row += 1)
    for (let col = -1; col < w / 100 + 1; col += 1)
      bricks += `<rect x="${-w / 2 + col * 100 + (row % 2) * 50}" y="${-h - 40 + row * 52}" width="94" height="46" rx="5" fill="${['#A2573B', '#B0634A', '#95503A', '#B97055'][Math.floor(roll() * 4)]}"/>`;
  return (
    clipped(
      `M${-w / 2} 0 L${-w / 2} ${-h - 40} L${w / 2} ${-h - 40} L${w / 2} 0Z`,
      `<rect x="${-w / 2}" y="${-h - 40}" width="${w}" height="${h + 40}" fill="#6E3B2C"/>${bricks}`,
    ) +
    path(arch, '#5A2E22', `stroke="#D9A081" stroke-width="34"`) +
    fire +
    path(arch, fireFill)
  );
}
