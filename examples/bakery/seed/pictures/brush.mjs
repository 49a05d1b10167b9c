// The few strokes that every picture of the bakery is made of. A picture is a string of SVG on a 1600×900 (or square) sheet.

export const ink = {
  cream: '#FBF3E4',
  paper: '#F3E4CB',
  flour: '#FFFAF0',
  wheat: '#E6BC72',
  butter: '#F2CC7E',
  honey: '#D99A45',
  crust: '#B66A30',
  bark: '#7E4424',
  rye: '#5B3522',
  char: '#38231A',
  berry: '#8E3242',
  plum: '#54294A',
  terracotta: '#C8613F',
  rose: '#E9B8A0',
  leaf: '#63743F',
  sage: '#AEB58F',
  moss: '#3F4F34',
  sky: '#CFDDD6',
  night: '#2F2C3B',
};

/** Numbers in [0, 1) that are the same on every run, so that the pictures are too. */
export function dice(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

let serial = 0;
/** A name for a gradient or clip that nothing else on the sheet has. */
export const name = (kind) => `${kind}${(serial += 1)}`;

export const at = (x, y, body, { turn = 0, size = 1 } = {}) =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${body}</g>`;

export const ellipse = (cx, cy, rx, ry, fill, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

export const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;

export const line = (d, stroke, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;

/** A round light that falls from above left: `stops` are [offset, colour, opacity?]. Returns [defs, fill]. */
export function glow(stops, { cx = 0.36, cy = 0.24, r = 0.85 } = {}) {
  const id = name('glow');
  return [
    `<defs><radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsOf(stops)}</radialGradient></defs>`,
    `url(#${id})`,
  ];
}

/** Light from one edge to the other, downwards unless told. */
export function fade(stops, { x2 = 0, y2 = 1 } = {}) {
  const id = name('fade');
  return [
    `<defs><linearGradient id="${id}" x1="0" y1="0" x2="${x2}" y2="${y2}">${stopsOf(stops)}</linearGradient></defs>`,
    `url(#${id})`,
  ];
}

const stopsOf = (stops) =>
  stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}" stop-opacity="${opacity}"/>`,
    )
    .join('');

export function shadow(cx, cy, rx, ry, depth = 0.42) {
  const [defs, fill] = glow(
    [
      [0, ink.char, depth],
      [0.55, ink.char, depth * 0.55],
      [1, ink.char, 0],
    ],
    { cx: 0.5, cy: 0.5, r: 0.5 },
  );
  return defs + ellipse(cx, cy, rx, ry, fill);
}

/** Draws `inside` only where the outline `d` is. */
export function clipped(d, inside) {
  const id = name('clip');
  return `<defs><clipPath id="${id}"><path d="${d}"/></clipPath></defs><g clip-path="url(#${id})">${inside}</g>`;
}

/** Many small marks, each placed by the dice: `mark(x, y, roll)`. */
export function scatter(count, box, roll, mark) {
  const [x, y, w, h] = box;
  return Array.from({ length: count }, () => mark(x + roll() * w, y + roll() * h, roll)).join('');
}

/** Wall, table and the light between them. */
export function room({
  wall = ink.paper,
  table = '#C9905A',
  light = ink.flour,
  horizon = 0.68,
  w = 1600,
  h = 900,
} = {}) {
  const [lamp, lampFill] = glow(
    [
      [0, light, 0.95],
      [1, light, 0],
    ],
    { cx: 0.32, cy: 0.2, r: 0.8 },
  );
  const edge = h * horizon;
  const [wood, woodFill] = fade([
    [0, ink.flour, 0.28],
    [0.25, ink.flour, 0.05],
    [1, ink.char, 0.28],
  ]);
  const grain = [0.14, 0.33, 0.55, 0.8]
    .map((t, i) =>
      line(
        `M0 ${edge + (h - edge) * t} C ${w * 0.3} ${edge + (h - edge) * t - 10 + i * 6}, ${w * 0.7} ${edge + (h - edge) * t + 14}, ${w} ${edge + (h - edge) * t - 4}`,
        ink.char,
        2,
        'opacity=".1"',
      ),
    )
    .join('');
  return (
    `<rect width="${w}" height="${h}" fill="${wall}"/>${lamp}<rect width="${w}" height="${edge}" fill="${lampFill}"/>` +
    `<rect y="${edge}" width="${w}" height="${h - edge}" fill="${table}"/>${wood}<rect y="${edge}" width="${w}" height="${h - edge}" fill="${woodFill}"/>${grain}` +
    `<rect y="${edge}" width="${w}" height="5" fill="${ink.flour}" opacity=".35"/>`
  );
}
