import { at, clipped, dice, ellipse, fade, glow, ink, line, path, scatter, shadow } from './brush.mjs';

const dome = (w, h) =>
  `M${-w / 2} 0 C${-w / 2} ${-h * 0.72} ${-w * 0.3} ${-h} 0 ${-h} C${w * 0.3} ${-h} ${w / 2} ${-h * 0.72} ${w / 2} 0 ` +
  `C${w / 2} ${h * 0.13} ${w * 0.36} ${h * 0.17} 0 ${h * 0.17} C${-w * 0.36} ${h * 0.17} ${-w / 2} ${h * 0.13} ${-w / 2} 0Z`;

const almond = (length, width) =>
  `M${-length / 2} 0 C${-length * 0.2} ${-width} ${length * 0.2} ${-width} ${length / 2} 0 C${length * 0.2} ${width * 0.7} ${-length * 0.2} ${width * 0.7} ${-length / 2} 0Z`;

const cut = (x, y, length, width, turn, crumb) =>
  at(
    x,
    y,
    path(almond(length, width), crumb) +
      line(
        `M${-length * 0.46} ${-1} C${-length * 0.2} ${-width * 0.75} ${length * 0.2} ${-width * 0.75} ${length * 0.46} -1`,
        ink.bark,
        4,
        'opacity=".55"',
      ),
    { turn },
  );

/** A round loaf, proofed in a basket: `rings` of flour, cuts as `leaf`, `cross` or `slash`. Stands on its own y = 0. */
export function boule({
  w = 520,
  h = 300,
  light = ink.honey,
  crust = ink.crust,
  dark = ink.rye,
  crumb = ink.butter,
  rings = false,
  cuts = 'leaf',
  seed = 1,
} = {}) {
  const roll = dice(seed);
  const outline = dome(w, h);
  const [defs, fill] = glow([
    [0, light],
    [0.5, crust],
    [1, dark],
  ]);
  const flourRings = rings
    ? [0.2, 0.38, 0.56, 0.74, 0.92]
        .map((t) =>
          ellipse(
            0,
            -h * 0.62,
            w * 0.56 * t,
            h * 0.62 * t,
            'none',
            `stroke="${ink.flour}" stroke-width="${13 - t * 5}" stroke-dasharray="${40 + roll() * 30} ${8 + roll() * 8}" opacity=".55"`,
          ),
        )
        .join('')
    : '';
  const dust = scatter(170, [-w / 2, -h, w, h * 0.75], roll, (x, y, r) =>
    ellipse(x, y, 1 + r() * 3, 1 + r() * 2, ink.flour, `opacity="${(0.2 + r() * 0.5).toFixed(2)}"`),
  );
  const slashes = {
    leaf:
      cut(0, -h * 0.66, w * 0.62, h * 0.085, -8, crumb) +
      [-1, 1]
        .map((s) =>
          [0.16, 0.3]
            .map((d, i) => cut(s * w * d, -h * (0.52 - i * 0.03), w * 0.15, h * 0.035, s * 58, crumb))
            .join(''),
        )
        .join(''),
    cross:
      cut(0, -h * 0.64, w * 0.56, h * 0.07, -14, crumb) + cut(10, -h * 0.62, w * 0.5, h * 0.06, 62, crumb),
    slash: [-0.24, 0, 0.24].map((d) => cut(w * d, -h * 0.6, w * 0.3, h * 0.07, -52, crumb)).join(''),
    none: '',
  }[cuts];
  return (
    shadow(w * 0.03, h * 0.15, w * 0.62, h * 0.16) +
    defs +
    path(outline, fill) +
    clipped(
      outline,
      ellipse(0, h * 0.12, w * 0.6, h * 0.22, dark, 'opacity=".5"') +
        flourRings +
        slashes +
        dust +
        ellipse(-w * 0.2, -h * 0.8, w * 0.16, h * 0.08, ink.flour, 'opacity=".16" transform="rotate(-18)"'),
    )
  );
}

/** A long loaf or baguette, lying. */
export function baguette({
  length = 640,
  thick = 120,
  crust = ink.honey,
  dark = ink.crust,
  crumb = ink.cream,
  cuts = 5,
} = {}) {
  const outline = `M${-length / 2} 0 C${-length * 0.46} ${-thick * 0.62} ${-length * 0.3} ${-thick * 0.6} 0 ${-thick * 0.62} C${length * 0.3} ${-thick * 0.6} ${length * 0.46} ${-thick * 0.62} ${length / 2} 0 C${length * 0.45} ${thick * 0.46} ${length * 0.3} ${thick * 0.48} 0 ${thick * 0.48} C${-length * 0.3} ${thick * 0.48} ${-length * 0.45} ${thick * 0.46} ${-length / 2} 0Z`;
  const [defs, fill] = fade([
    [0, ink.butter],
    [0.4, crust],
    [1, dark],
  ]);
  const step = length / (cuts + 1);
  const slashes = Array.from({ length: cuts }, (_, i) =>
    cut(-length / 2 + step * (i + 1), -thick * 0.16, step * 0.95, thick * 0.15, -24, crumb),
  ).join('');
  return (
    shadow(0, thick * 0.46, length * 0.54, thick * 0.28) +
    defs +
    path(outline, fill) +
    clipped(outline, slashes + ellipse(0, thick * 0.5, length * 0.5, thick * 0.22, ink.bark, 'opacity=".35"'))
  );
}

/** A loaf from the tin, strewn with seeds. */
export function tinLoaf({
  w = 560,
  h = 270,
  crust = ink.crust,
  light = ink.honey,
  dark = ink.rye,
  seeds = true,
  seed = 5,
} = {}) {
  const roll = dice(seed);
  const outline = `M${-w * 0.47} 30 L${-w * 0.5} ${-h * 0.55} C${-w * 0.53} ${-h * 0.95} ${-w * 0.36} ${-h} ${-w * 0.2} ${-h * 1.02} C${-w * 0.05} ${-h * 1.1} ${w * 0.1} ${-h * 1.08} ${w * 0.24} ${-h * 1.02} C${w * 0.4} ${-h} ${w * 0.54} ${-h * 0.92} ${w * 0.5} ${-h * 0.55} L${w * 0.47} 30 C${w * 0.3} 44 ${-w * 0.3} 44 ${-w * 0.47} 30Z`;
  const [defs, fill] = fade([
    [0, light],
    [0.42, crust],
    [1, dark],
  ]);
  const strewn = seeds ? scatter(210, [-w * 0.5, -h * 1.1, w, h * 0.62], roll, seedMark) : '';
  return (
    shadow(0, 34, w * 0.6, 44) +
    defs +
    path(outline, fill) +
    clipped(
      outline,
      strewn +
        line(
          `M${-w * 0.5} ${-h * 0.5} C${-w * 0.2} ${-h * 0.42} ${w * 0.2} ${-h * 0.42} ${w * 0.5} ${-h * 0.5}`,
          ink.bark,
          6,
          'opacity=".35"',
        ),
    )
  );
}

const seedColours = ['#E9D8A6', '#8A6A3F', '#4B3A2A', '#78864B', '#F4E8C8', '#2E2622'];
export const seedMark = (x, y, roll) => {
  const colour = seedColours[Math.floor(roll() * seedColours.length)];
  const long = 6 + roll() * 8;
  return at(
    x.toFixed(1),
    y.toFixed(1),
    path(
      `M${-long} 0 C${-long * 0.3} ${-long * 0.62} ${long * 0.6} ${-long * 0.5} ${long} 0 C${long * 0.6} ${long * 0.5} ${-long * 0.3} ${long * 0.62} ${-long} 0Z`,
      colour,
    ) + ellipse(-long * 0.1, -long * 0.14, long * 0.4, long * 0.1, ink.flour, 'opacity=".4"'),
    { turn: Math.round(roll() * 360) },
  );
};

/** A breakfast roll with its one deep cut. */
export function roll({ w = 230, h = 150 } = {}) {
  const outline = dome(w, h);
  const [defs, fill] = glow([
    [0, ink.butter],
    [0.6, ink.honey],
    [1, ink.crust],
  ]);
  return (
    shadow(0, h * 0.15, w * 0.6, h * 0.16) +
    defs +
    path(outline, fill) +
    clipped(outline, cut(0, -h * 0.56, w * 0.86, h * 0.14, -5, ink.cream))
  );
}

/** Two slices that lean on each other, the crumb to the front. */
export function slice({ w = 260, h = 230, crumb = '#D8AE78', crust = ink.bark, seed = 3 } = {}) {
  const dice1 = dice(seed);
  const outline = dome(w, h);
  const pores = scatter(70, [-w * 0.42, -h * 0.9, w * 0.84, h], dice1, (x, y, r) =>
    ellipse(x, y, 2 + r() * 6, 1.5 + r() * 4, ink.bark, `opacity="${(0.14 + r() * 0.2).toFixed(2)}"`),
  );
  return (
    shadow(0, h * 0.14, w * 0.58, h * 0.12) +
    path(outline, crust) +
    at(0, -2, path(dome(w * 0.9, h * 0.9), crumb) + clipped(dome(w * 0.88, h * 0.88), pores))
  );
}
