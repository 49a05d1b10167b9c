import { wcagContrast } from 'culori';
import { cardColours, leastContrast, scrimOf } from '../../../../src/brand/cards/colours';
import { isRightToLeft, logoPlace, titleBox } from '../../../../src/brand/cards/place';
import { cardLayouts } from '../../../../src/brand/cards/templates';
import { plateFor } from '../../../../src/brand/cards/tone';
import { cardInput, cardSize } from '../../../../src/channels/pictures/card';
import { pictureShape } from '../../../../src/channels/pictures/shape';
import { ratioOf } from '../../../../src/channels/rules/pictures/proportions';

const palette = (...colours: string[]) => colours.map((hex) => ({ name: hex, hex }));
const canvas = { width: 1_200, height: 629 };
const corner = { x: 'left', y: 'bottom' } as const;

describe('the colours of a card', () => {
  it.each([
    ['an empty palette', [], '#ffffff', '#000000'],
    ['one dark colour', ['#5a1a2b'], '#5a1a2b', '#ffffff'],
    ['one light colour', ['#f4e9d8'], '#f4e9d8', '#000000'],
    ['two that go together', ['#5a1a2b', '#f4e9d8'], '#5a1a2b', '#f4e9d8'],
    ['the one that stands out most', ['#5a1a2b', '#e0a0a0', '#f4e9d8'], '#5a1a2b', '#f4e9d8'],
    ['two that cannot be read together', ['#5a1a2b', '#2b5a1a'], '#5a1a2b', '#ffffff'],
  ])('%s', (_, colours, ground, ink) => {
    expect(cardColours(palette(...colours))).toEqual({ ground, ink });
  });

  it('can be read, whatever the palette and the picture are', () => {
    const steps = ['00', '40', '80', 'c0', 'ff'];
    for (const r of steps)
      for (const g of steps)
        for (const b of steps) {
          const own = palette(`#${r}${g}${b}`);
          const { ground, ink } = cardColours(own);
          expect(wcagContrast(ground, ink)).toBeGreaterThanOrEqual(leastContrast.text);
          const scrim = scrimOf(own);
          for (const behind of [0, 128, 255]) {
            const parts = [1, 3, 5].map((at) => Number.parseInt(scrim.ground.slice(at, at + 2), 16));
            const [red = 0, green = 0, blue = 0] = parts.map(
              (part) => (part * scrim.alpha + behind * (1 - scrim.alpha)) / 255,
            );
            const seen = { mode: 'rgb', r: red, g: green, b: blue } as const;
            expect(wcagContrast(seen, scrim.ink)).toBeGreaterThanOrEqual(leastContrast.text);
          }
        }
  });

  it('leave something to be seen of a picture', () => {
    expect(scrimOf(palette('#808080'))).toMatchObject({ ground: '#000000', ink: '#ffffff' });
    expect(scrimOf(palette('#808080', '#5a1a2b')).ground).toBe('#5a1a2b');
    for (const hex of ['#808080', '#5a1a2b', '#ffffff'])
      expect(scrimOf(palette(hex)).alpha).toBeLessThanOrEqual(0.8);
  });
});

describe('the place of a logo', () => {
  const place = (minWidth: number, clearSpace: number, natural = { width: 400, height: 160 }) =>
    logoPlace(canvas, natural, { minWidth, clearSpace }, cardLayouts.title, corner);

  it.each([
    [0, 0],
    [300, 0],
    [300, 0.3],
    [500, 0.15],
    [40, 1],
  ])('keeps %i pixels and %d of clear space, within the card', (minWidth, clearSpace) => {
    const found = place(minWidth, clearSpace);
    const { box, free } = found ?? { box: { left: 0, top: 0, width: 0, height: 0 }, free: canvas };
    expect(box.width).toBeGreaterThanOrEqual(Math.max(1, minWidth));
    expect(box.height / box.width).toBeCloseTo(0.4, 1);
    const room = box.left - ('left' in free ? free.left : 0);
    expect(room).toBeGreaterThanOrEqual(box.width * clearSpace);
    expect('left' in free && free.left >= 0 && free.top >= 0).toBe(true);
    expect('top' in free ? free.top + free.height : 0).toBeLessThanOrEqual(canvas.height);
  });

  it('is none where it does not fit', () => {
    expect(place(1_300, 0)).toBeNull();
    expect(place(500, 0.5)).toBeNull();
    expect(place(100, 0, { width: 10, height: 400 })).toBeNull();
  });

  it('has a plate where the logo would not be seen', () => {
    const calm = (mean: number) => ({ mean, spread: 0 });
    expect(plateFor(calm(0.02), calm(0.9))).toBeNull();
    expect(plateFor(calm(0.02), calm(0.03))).toBe('#ffffff');
    expect(plateFor(calm(0.9), calm(0.8))).toBe('#000000');
    expect(plateFor(calm(0.02), { mean: 0.9, spread: 0.3 })).toBe('#ffffff');
  });
});

it('leaves words the place above the foot', () => {
  const box = titleBox(canvas, cardLayouts.title, 400);
  expect(box && box.top + box.height).toBe(400);
  expect(titleBox(canvas, cardLayouts.title, 40)).toBeNull();
  expect(titleBox(canvas, cardLayouts.badge, 400)).toBeNull();
});

it.each([
  ['Rye', false],
  ['خبز', true],
  ['«לחם»', true],
  ['5 خبز', true],
  ['Rye خبز', false],
  ['🥖 100 %', false],
])('knows where words begin: %s', (text, isRight) => {
  expect(isRightToLeft(text)).toBe(isRight);
});

it.each(pictureShape.shape.ratio.options)(
  'is as large as networks show it, no further from square: %s',
  (name) => {
    const { width, height } = cardSize(name);
    const ratio = ratioOf({ ratio: name });
    expect(Math.abs(width / height - ratio)).toBeLessThan(0.005);
    expect(Math.abs(Math.log(width / height))).toBeLessThanOrEqual(Math.abs(Math.log(ratio)) + 1e-9);
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(629);
  },
);

describe('what a card is asked for', () => {
  const asked = (title: string) =>
    cardInput.safeParse({ uid: 'api::article.article', locale: '', template: 'title', title });
  it('is one line of words, and nothing that cannot be drawn', () => {
    expect(asked(' Rye\n\u0000\tfresh\uD83E ').data).toEqual({
      ...{ uid: 'api::article.article', locale: null },
      ...{ template: 'title', title: 'Rye fresh', ratio: '1.91:1' },
    });
  });
  it.each([[''], ['\u200b\u2800\u00ad'], [' \n '], ['\u0001'], ['w'.repeat(201)]])(
    'is refused: %j',
    (title) => {
      expect(asked(title).success).toBe(false);
    },
  );
});
