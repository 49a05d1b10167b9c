import { at, clipped, dice, ellipse, fade, glow, ink, line, path, scatter, shadow } from './brush.mjs';

/** A croissant: seven folds along an arc, the middle one on top. */
export function croissant({ size = 1 } = {}) {
  const folds = [-3, 3, -2, 2, -1, 1, 0].map((i) => {
    const big = [1, 0.9, 0.72, 0.5][Math.abs(i)];
    const x = [0, 96, 176, 226][Math.abs(i)] * Math.sign(i);
    const y = [-18, 0, 50, 106][Math.abs(i)];
    const [defs, fill] = fade([
      [0, '#F8DC9C'],
      [0.45, ink.honey],
      [1, '#A75C28'],
    ]);
    const outline = `M${-86 * big} ${70 * big} C${-108 * big} ${-40 * big} ${-70 * big} ${-112 * big} 0 ${-114 * big} C${70 * big} ${-112 * big} ${108 * big} ${-40 * big} ${86 * big} ${70 * big} C${50 * big} ${104 * big} ${-50 * big} ${104 * big} ${-86 * big} ${70 * big}Z`;
    const layers = [-0.62, -0.3, 0.04, 0.4]
      .map((t) =>
        line(
          `M${-92 * big} ${(t * 90 + 34) * big} C${-40 * big} ${(t * 90 - 10) * big} ${40 * big} ${(t * 90 - 10) * big} ${92 * big} ${(t * 90 + 34) * big}`,
          ink.bark,
          4 * big,
          'opacity=".26"',
        ),
      )
      .join('');
    return at(
      x,
      y,
      defs +
        path(outline, fill, `stroke="${ink.bark}" stroke-opacity=".4" stroke-width="3.5"`) +
        clipped(
          outline,
          layers + ellipse(-22 * big, -74 * big, 40 * big, 15 * big, ink.flour, 'opacity=".38"'),
        ),
      { turn: i * 19 },
    );
  });
  return at(0, 0, shadow(0, 120, 290, 44) + folds.join(''), { size });
}

const pretzelLine =
  'M-85 95 C-60 60 -30 42 0 12 C30 -18 18 -108 95 -120 C190 -132 192 20 132 90 C98 130 46 146 0 146 C-46 146 -98 130 -132 90 C-192 20 -190 -132 -95 -120 C-18 -108 -30 -18 0 12 C30 42 60 60 85 95';

/** A pretzel with salt on its thick belly. */
export function pretzel({ size = 1, salt = true, seed = 2, flat = false } = {}) {
  const roll = dice(seed);
  const grains = salt
    ? scatter(
        46,
        [-118, 108, 236, 44],
        roll,
        (x, y, r) =>
          `<rect x="${x.toFixed(1)}" y="${(y - Math.abs(x) * 0.18).toFixed(1)}" width="${(5 + r() * 5).toFixed(1)}" height="${(5 + r() * 4).toFixed(1)}" rx="1.5" fill="${ink.flour}" transform="rotate(${Math.round(r() * 80)} ${x.toFixed(1)} ${y.toFixed(1)})"/>`,
      )
    : '';
  return at(
    0,
    0,
    (flat ? '' : shadow(0, 176, 190, 34)) +
      line(pretzelLine, ink.rye, 54) +
      line(pretzelLine, '#9A4F23', 46) +
      line(pretzelLine, ink.crust, 30, 'transform="translate(-4 -6)"') +
      line(pretzelLine, ink.honey, 9, 'transform="translate(-7 -13)" opacity=".75"') +
      line('M-104 122 C-60 150 60 150 104 122', '#9A4F23', 62) +
      line('M-100 116 C-56 142 56 142 100 116', ink.crust, 34) +
      line('M-78 132 C-40 148 40 148 78 132', ink.cream, 9, 'opacity=".9"') +
      grains,
    { size },
  );
}

/** A cinnamon snail seen from above. */
export function snail({ size = 1, icing = true } = {}) {
  let d = 'M0 0';
  for (let i = 1; i <= 120; i += 1) {
    const a = i * 0.2;
    const r = 6 + i * 1.32;
    d += ` L${(Math.cos(a) * r).toFixed(1)} ${(Math.sin(a) * r).toFixed(1)}`;
  }
  return at(
    0,
    0,
    shadow(8, 20, 215, 205, 0.5) +
      ellipse(0, 0, 188, 184, ink.crust) +
      line(d, ink.bark, 46) +
      line(d, ink.honey, 34) +
      line(d, ink.butter, 10, 'transform="translate(-5 -7)" opacity=".7"') +
      (icing
        ? line(
            'M-130 -60 C-60 -150 -20 40 40 -90 C70 -140 60 60 128 -20 M-120 70 C-60 0 -10 150 50 60 C80 20 90 120 120 70',
            ink.flour,
            13,
            'opacity=".92"',
          )
        : ''),
    { size },
  );
}

/** A tray of plum cake from above, rows of halved plums. */
export function plumTray({ w = 900, h = 520, seed = 9 } = {}) {
  const roll = dice(seed);
  const [defs, fill] = fade([
    [0, ink.butter],
    [1, ink.honey],
  ]);
  let plums = '';
  for (let row = 0; row < 5; row += 1)
    for (let col = 0; col < 9; col += 1) {
      const [g, gf] = glow([
        [0, '#B0567A'],
        [0.5, ink.plum],
        [1, '#33172F'],
      ]);
      plums += at(
        -w / 2 + 62 + col * ((w - 124) / 8),
        -h / 2 + 62 + row * ((h - 124) / 4),
        g +
          path('M-42 0 C-40 -34 40 -34 44 0 C40 32 -40 32 -42 0Z', gf) +
          path('M-26 0 C-18 -13 22 -13 28 0 C20 12 -18 12 -26 0Z', ink.berry, 'opacity=".65"'),
        { turn: -10 + roll() * 20 },
      );
    }
  const sugar = scatter(420, [-w / 2 + 20, -h / 2 + 20, w - 40, h - 40], roll, (x, y, r) =>
    ellipse(x, y, 1 + r() * 2.6, 1 + r() * 2.6, ink.flour, 'opacity=".7"'),
  );
  return (
    shadow(10, 30, w * 0.6, h * 0.64, 0.4) +
    `<rect x="${-w / 2 - 22}" y="${-h / 2 - 22}" width="${w + 44}" height="${h + 44}" rx="26" fill="#6F655C"/>` +
    `<rect x="${-w / 2 - 12}" y="${-h / 2 - 12}" width="${w + 24}" height="${h + 24}" rx="18" fill="#8C8075"/>${defs}<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="14" fill="${fill}"/>${plums}${sugar}`
  );
}

/** A stollen under its sugar. */
export function stollen({ w = 720, h = 230, seed = 8 } = {}) {
  const roll = dice(seed);
  const body = `M${-w / 2} 10 C${-w * 0.52} ${-h * 0.7} ${-w * 0.3} ${-h} ${0} ${-h} C${w * 0.3} ${-h} ${w * 0.52} ${-h * 0.7} ${w / 2} 10 C${w * 0.4} 44 ${-w * 0.4} 44 ${-w / 2} 10Z`;
  const sugar = `M${-w * 0.49} ${-h * 0.2} C${-w * 0.5} ${-h * 0.75} ${-w * 0.3} ${-h * 1.03} 0 ${-h * 1.03} C${w * 0.3} ${-h * 1.03} ${w * 0.5} ${-h * 0.75} ${w * 0.49} ${-h * 0.2} C${w * 0.42} ${-h * 0.3} ${w * 0.36} ${-h * 0.12} ${w * 0.28} ${-h * 0.22} C${w * 0.2} ${-h * 0.34} ${w * 0.12} ${-h * 0.1} 0 ${-h * 0.2} C${-w * 0.12} ${-h * 0.32} ${-w * 0.2} ${-h * 0.08} ${-w * 0.3} ${-h * 0.2} C${-w * 0.38} ${-h * 0.3} ${-w * 0.44} ${-h * 0.12} ${-w * 0.49} ${-h * 0.2}Z`;
  const [defs, fill] = fade([
    [0, ink.honey],
    [1, ink.bark],
  ]);
  const [snow, snowFill] = fade([
    [0, '#FFFFFF'],
    [1, '#E8DCCB'],
  ]);
  const fruit = scatter(34, [-w * 0.42, -h * 0.3, w * 0.84, h * 0.4], roll, (x, y, r) =>
    ellipse(x, y, 6 + r() * 5, 5 + r() * 4, r() > 0.4 ? ink.berry : ink.butter, 'opacity=".85"'),
  );
  return (
    shadow(0, 34, w * 0.58, 46) +
    defs +
    path(body, fill) +
    clipped(body, fruit) +
    snow +
    path(sugar, snowFill) +
    line(
      `M${-w * 0.3} ${-h * 0.6} C${-w * 0.1} ${-h * 0.86} ${w * 0.2} ${-h * 0.8} ${w * 0.36} ${-h * 0.5}`,
      '#D9CBB8',
      7,
      'opacity=".8"',
    )
  );
}

/** A filled doughnut, a "Berliner", with its pale waist. */
export function doughnut({ size = 1, filled = ink.berry } = {}) {
  const [defs, fill] = glow([
    [0, ink.butter],
    [0.55, ink.crust],
    [1, ink.bark],
  ]);
  return at(
    0,
    0,
    shadow(0, 92, 150, 30) +
      defs +
      `<rect x="-140" y="-92" width="280" height="186" rx="92" fill="${fill}"/>` +
      path(
        'M-140 4 C-60 30 60 30 140 4 C140 24 138 30 134 38 C60 62 -60 62 -134 38 C-138 30 -140 22 -140 4Z',
        ink.cream,
        'opacity=".85"',
      ) +
      path(
        'M-112 -50 C-90 -104 90 -104 112 -50 C80 -34 60 -58 20 -46 C-20 -34 -70 -62 -112 -50Z',
        ink.flour,
        'opacity=".95"',
      ) +
      ellipse(96, -2, 15, 13, filled),
    { size },
  );
}

/** Focaccia from above: dimples, oil and green leaves. */
export function focaccia({ w = 860, h = 480, seed = 4 } = {}) {
  const roll = dice(seed);
  const [defs, fill] = glow(
    [
      [0, '#F4D48B'],
      [0.6, ink.honey],
      [1, ink.crust],
    ],
    { cx: 0.45, cy: 0.35, r: 0.75 },
  );
  const dimples = scatter(
    34,
    [-w / 2 + 70, -h / 2 + 60, w - 140, h - 120],
    roll,
    (x, y, r) =>
      ellipse(x, y, 20 + r() * 12, 13 + r() * 8, ink.bark, 'opacity=".28"') +
      ellipse(x - 4, y - 5, 13, 6, ink.flour, 'opacity=".35"'),
  );
  const leaves = scatter(20, [-w / 2 + 80, -h / 2 + 60, w - 160, h - 120], roll, (x, y, r) =>
    at(
      x,
      y,
      path('M-54 0 C-20 -22 30 -20 58 0 C30 16 -20 18 -54 0Z', r() > 0.5 ? ink.leaf : ink.moss) +
        line('M-50 0 L54 0', ink.sage, 2.5),
      { turn: Math.round(r() * 360) },
    ),
  );
  const salt = scatter(
    130,
    [-w / 2 + 50, -h / 2 + 40, w - 100, h - 80],
    roll,
    (x, y, r) =>
      `<rect x="${x.toFixed(0)}" y="${y.toFixed(0)}" width="${(4 + r() * 4).toFixed(0)}" height="5" fill="${ink.flour}" opacity=".85"/>`,
  );
  return (
    shadow(8, 26, w * 0.58, h * 0.62, 0.42) +
    defs +
    `<rect x="${-w / 2}" y="${-h / 2}" width="${w}" height="${h}" rx="110" fill="${fill}" stroke="${ink.crust}" stroke-width="10"/>${dimples}${leaves}${salt}`
  );
}
