import english from '../../../../admin/translations/findings.en.json';
import german from '../../../../admin/translations/findings.de.json';
import { pictureRules } from '../../../../src/brand/pictures/rules';
import type { PictureFacts } from '../../../../src/brand/pictures/schema';
import { brandKit, type Finding } from '../../../../src/brand/schema';
import { factsWith, judged } from './facts';

const region = { x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
const logos = [
  { key: 'main', name: 'Badge', hash: 'badge', url: '/badge.svg', minWidth: 200, clearSpace: 0.2 },
  { key: 'old', name: 'Old badge', hash: 'old', url: '/old.svg', retired: true },
];
const sought = ['main:badge', 'old:old'];
const shown = (key: string, more: object = {}) => ({ key, score: 0.95, region, clearSpace: 0.5, ...more });
const line = (text: string, more: object = {}) => ({ text, confidence: 92, region, contrast: 9, ...more });
const everything = {
  palette: [{ name: 'Crust', hex: '#c8553d' }],
  logos,
  links: { own: ['bakery.example'], forbidden: ['evil.example'], allowed: ['partner.example'] },
  terms: [{ avoid: 'cheap', prefer: 'fair-priced', severity: 'error' }],
  pictures: Object.fromEntries(
    ['palette', 'logo', 'contrast', 'text', 'fit', 'blur', 'duplicate', 'qr', 'privacy'].map((name) => [
      name,
      {},
    ]),
  ),
};
const ids = (findings: readonly Finding[]) => findings.map(({ rule }) => rule);
const fine: Partial<PictureFacts> = { logos: [shown('main')], logosSought: sought };

describe('A picture that is as the kit wants it', () => {
  it.each([undefined, 'bluesky', 'email', 'webhook'] as const)('has no finding (%s)', (channel) => {
    expect(judged(everything, fine, channel ? { channel } : {})).toEqual([]);
  });

  it('has none with the empty kit, whatever it is', () => {
    expect(pictureRules(brandKit.parse({}))).toEqual([]);
    expect(
      judged({}, { sharpness: 1, width: 1, problems: [{ code: 'picture.corrupt', message: '' }] }),
    ).toEqual([]);
  });

  it('has none where nothing was measured', () => {
    const unknown = { colours: null, sharpness: null, phash: null, logos: null, texts: null, codes: null };
    expect(judged(everything, unknown)).toEqual([]);
  });
});

describe('The proportions of a picture in a copy', () => {
  const tall = { width: 1_000, height: 2_000 };

  it('are those of the file, or of the shape that was chosen for it', () => {
    const kit = { pictures: { fit: {} } };
    expect(ids(judged(kit, tall, { channel: 'instagram' }))).toEqual(['picture.fit-ratio']);
    for (const by of ['cut', 'pad'] as const)
      expect(judged(kit, tall, { channel: 'instagram', shape: { ratio: '4:5', by } })).toEqual([]);
    expect(ids(judged(kit, tall, { channel: 'instagram', shape: { ratio: '9:16', by: 'cut' } }))).toEqual([
      'picture.fit-ratio',
    ]);
  });
});

describe('A finding about a picture', () => {
  it.each<[string, object, Partial<PictureFacts>, string]>([
    [
      'colours far from the palette',
      { palette: {} },
      {
        colours: [
          { hex: '#2244dd', share: 0.8 },
          { hex: '#c8553d', share: 0.2 },
        ],
      },
      'picture.palette',
    ],
    [
      'a logo that is too small',
      { logo: {} },
      { logos: [shown('main', { region: { ...region, width: 0.1 } })] },
      'picture.logo-size',
    ],
    ['a crowded logo', { logo: {} }, { logos: [shown('main', { clearSpace: 0.05 })] }, 'picture.logo-space'],
    ['a retired logo', { logo: {} }, { logos: [shown('old')] }, 'picture.logo-retired'],
    [
      'no logo where one has to be',
      { logo: { required: true } },
      { logos: [], logosSought: sought },
      'picture.logo',
    ],
    [
      'only a retired logo where one has to be',
      { logo: { required: true } },
      { logos: [shown('old')], logosSought: sought },
      'picture.logo',
    ],
    [
      'text that hardly stands out',
      { contrast: {} },
      { texts: [line('Come in', { contrast: 2.14 })] },
      'picture.contrast',
    ],
    [
      'a term in the picture',
      { text: {} },
      { texts: [line('Our'), line('cheap bread')] },
      'brand.term/cheap',
    ],
    ['a cover with few pixels', { fit: {} }, { width: 800, height: 500 }, 'picture.fit-size'],
    ['a cover that is tall', { fit: {} }, { width: 1_300, height: 2_600 }, 'picture.fit-ratio'],
    ['a cover as SVG', { fit: {} }, { format: 'svg' }, 'picture.fit-format'],
    ['a cover of 9 MB', { fit: {} }, { bytes: 9_000_000 }, 'picture.fit-weight'],
    ['a blurred picture', { blur: {} }, { sharpness: 31.4 }, 'picture.blur'],
    [
      'a code without encryption',
      { qr: {} },
      { codes: [{ data: 'http://bakery.example/a', region }] },
      'picture.qr',
    ],
    ['a code without a scheme', { qr: {} }, { codes: [{ data: 'bakery.example/a', region }] }, 'picture.qr'],
    [
      'a code to a forbidden domain',
      { qr: {} },
      { codes: [{ data: 'https://www.evil.example/?q=1', region }] },
      'picture.qr',
    ],
    [
      'a code to a domain that is not allowed',
      { qr: {} },
      { codes: [{ data: 'https://other.example:8080', region }] },
      'picture.qr',
    ],
    [
      'a place in the file',
      { privacy: {} },
      { exif: { gps: { latitude: 48.2, longitude: 16.37 }, device: null, takenAt: null } },
      'picture.gps',
    ],
    [
      'a device in the file',
      { privacy: {} },
      { exif: { gps: null, device: 'Apple iPhone 15', takenAt: null } },
      'picture.device',
    ],
    [
      'a broken file',
      { blur: {} },
      { problems: [{ code: 'picture.corrupt', message: 'x' }] },
      'picture.unreadable',
    ],
    [
      'an active SVG',
      { blur: {} },
      { problems: [{ code: 'picture.svg-active', message: 'x' }] },
      'picture.unreadable',
    ],
    [
      'a picture of 120 million pixels',
      { fit: {} },
      { problems: [{ code: 'picture.too-large', message: 'x' }] },
      'picture.unreadable',
    ],
    [
      'a file that is gone',
      { blur: {} },
      { problems: [{ code: 'picture.missing', message: 'x' }] },
      'picture.unreadable',
    ],
  ])('names %s', (_, pictures, facts, rule) => {
    const findings = judged({ ...everything, pictures }, facts);
    expect(ids(findings)).toContain(rule);
    for (const finding of findings) {
      expect(finding.place).toEqual({ field: 'cover', start: 0, end: 0 });
      expect(finding.fix).toBeNull();
      saidInBothLanguages(finding);
    }
  });

  it.each<[string, object, Partial<PictureFacts>]>([
    ['a term is read with little certainty', { text: {} }, { texts: [line('cheap', { confidence: 40 })] }],
    [
      'a code is no web address',
      { qr: {} },
      {
        codes: [
          { data: 'WIFI:S:bakery;;', region },
          { data: 'tel:+431', region },
        ],
      },
    ],
    ['a code leads to a partner', { qr: {} }, { codes: [{ data: 'https://partner.example', region }] }],
    [
      'the retired logo is less like it than the current one at the same place',
      { logo: {} },
      { logos: [shown('main'), shown('old', { score: 0.8 })] },
    ],
    ['a logo could not be looked for', { logo: { required: true } }, { logos: [], logosSought: ['old:old'] }],
    ['nothing in it is coloured', { palette: {} }, { colours: [{ hex: '#707070', share: 1 }] }],
  ])('says nothing where %s', (_, pictures, facts) => {
    expect(judged({ ...everything, pictures }, facts)).toEqual([]);
  });

  it('says of proportions whether a channel cuts the rest or puts white beside it', () => {
    const tall = { width: 1_300, height: 2_600 };
    const [cut] = judged({ pictures: { fit: {} } }, tall);
    const [padded, ...more] = judged({ pictures: { fit: {} } }, tall, { channel: 'instagram' });
    expect(cut?.message).toContain('cuts off the rest');
    expect(padded?.message).toContain('Instagram takes from 0.8 : 1 to 1.91 : 1, so white is put beside it');
    expect(more).toEqual([]);
    saidInBothLanguages(padded);
  });

  it('marks the region, of words over several lines the whole', () => {
    const lower = { ...region, y: 0.4, width: 0.5 };
    const kit = { terms: [{ avoid: 'fresh bread' }], pictures: { text: {} } };
    const [found] = judged(kit, { texts: [line('Come for fresh'), line('bread today', { region: lower })] });
    expect(found?.region?.y).toBeCloseTo(0.1);
    expect(found?.region?.width).toBeCloseTo(0.5);
    expect(found?.region?.height).toBeCloseTo(0.4);
    const [logo] = judged({ ...everything, pictures: { logo: {} } }, { logos: [shown('old')] });
    expect(logo?.region).toEqual(region);
  });

  it('in a text that a machine read is no graver than the policy says', () => {
    const [found] = judged(
      { ...everything, pictures: { text: { severity: 'suggestion' } } },
      { texts: [line('cheap')] },
    );
    expect(found?.severity).toBe('suggestion');
    const kit = {
      terms: [{ avoid: 'cheap', severity: 'suggestion' }],
      pictures: { text: { severity: 'error' } },
    };
    expect(judged(kit, { texts: [line('cheap')] })[0]?.severity).toBe('suggestion');
  });

  it('tells every line that hardly stands out', () => {
    const texts = [line('One', { contrast: 2 }), line('Two', { contrast: 2, region: { ...region, y: 0.5 } })];
    expect(judged({ pictures: { contrast: {} } }, { texts })).toHaveLength(2);
  });

  it('names the earlier post with nearly the same picture', () => {
    const earlier = [
      { text: '', label: 'Rye week, 3 November', pictures: ['00ff00ff00ff00fe'] },
      { text: '', label: 'Another', pictures: ['ffffffff00000000'] },
    ];
    const found = judged({ pictures: { duplicate: {} } }, {}, { channel: 'bluesky', earlier });
    expect(ids(found)).toEqual(['picture.duplicate']);
    expect(found[0]?.message).toContain('Rye week, 3 November');
    expect(
      judged({ pictures: { duplicate: {} } }, { phash: '0f0f00ff00ff00ff' }, { channel: 'bluesky', earlier }),
    ).toEqual([]);
    saidInBothLanguages(found[0]);
  });
});

describe('What fits depends on the channel', () => {
  const webp = { format: 'webp', bytes: 2_000_000, width: 700, height: 700 };
  it.each<['bluesky' | 'email' | 'webhook' | undefined, string[]]>([
    ['email', ['picture.fit-format', 'picture.fit-weight']],
    ['bluesky', []],
    ['webhook', []],
    [undefined, ['picture.fit-size']],
  ])('%s', (channel, expected) => {
    expect(ids(judged({ pictures: { fit: {} } }, webp, channel ? { channel } : {}))).toEqual(expected);
  });

  it('a picture that moves stands still on Bluesky', () => {
    const [found] = judged({ pictures: { fit: {} } }, { frames: 12, format: 'gif' }, { channel: 'bluesky' });
    expect(found?.message).toContain('Bluesky shows only its first frame');
    saidInBothLanguages(found);
  });

  it('Bluesky gets no place and no device: its picture is made anew', () => {
    const exif = { gps: { latitude: 48.2, longitude: 16.37 }, device: 'Apple iPhone 15', takenAt: null };
    const kit = { pictures: { privacy: {} } };
    expect(judged(kit, { exif }, { channel: 'bluesky' })).toEqual([]);
    expect(ids(judged(kit, { exif }, { channel: 'email' }))).toEqual(['picture.device', 'picture.gps']);
  });
});

it('Every rule about pictures explains itself, has examples, and runs on the server only', () => {
  const rules = pictureRules(
    brandKit.parse({ ...everything, pictures: { ...everything.pictures, logo: { required: true } } }),
  );
  expect(new Set(ids2(rules)).size).toBe(rules.length);
  for (const { runs, explanation, examples } of rules) {
    expect(runs).toBe('server');
    expect(explanation).toMatch(/\.$/);
    expect(examples?.fail.length).toBeGreaterThan(0);
    expect(examples?.pass.length).toBeGreaterThan(0);
  }
  expect(factsWith()).toMatchObject({ width: 1_600 });
});

const ids2 = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id);

/** The English of the admin is the message itself; the German has the same values in it. */
function saidInBothLanguages(finding: Finding | undefined): void {
  const { words, message = '' } = finding ?? {};
  const key = `presence.finding.${words?.key}`;
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(words?.values?.[name] ?? `{${name}}`));
  if (!words?.key.startsWith('picture.')) return;
  expect(fill((english as Record<string, string>)[key] ?? '')).toBe(message);
  const inGerman = fill((german as Record<string, string>)[key] ?? '{');
  expect(inGerman).not.toContain('{');
}
