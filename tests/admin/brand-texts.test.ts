import { contrast, enoughFor } from '../../admin/pages/settings/brand/kit/contrast';
import { changesOf, merged, problemsOf, withNew } from '../../admin/pages/settings/brand/kit/brands';
import { examplesOf } from '../../admin/pages/settings/brand/kit/format-examples';
import { endlessIn, tryPattern } from '../../admin/pages/settings/brand/kit/pattern-try';
import { countOf, groups, roots } from '../../admin/pages/settings/brand/kit/sections';
import { termsFrom } from '../../admin/pages/settings/brand/kit/term-lines';
import { base64Of } from '../../admin/pages/settings/brand/packs/base64';
import { freshOf, withTaken } from '../../admin/pages/settings/brand/proposal/taken';
import { everyRule, sourcesOf, wantedRules } from '../../admin/pages/settings/brand/rules/wanted';
import type { BrandView, Proposal, RuleView } from '../../src/brand/catalogue/schema';
import { checkContent } from '../../src/brand/check';
import { brand, brandKit, emptyKit, type LocaleFormats } from '../../src/brand/schema';
import { blockContent } from './brand-content';

describe('lines that somebody pasted', () => {
  it.each([
    ['cheap → fair-priced', 'cheap', 'fair-priced', ''],
    ['cheap -> fair-priced', 'cheap', 'fair-priced', ''],
    ['cheap=>fair-priced', 'cheap', 'fair-priced', ''],
    ['cheap\tfair-priced\tOur bread has a price.', 'cheap', 'fair-priced', 'Our bread has a price.'],
    ['yummy', 'yummy', null, ''],
    ['  shop assistant  →  colleague ', 'shop assistant', 'colleague', ''],
    ['e-mail → email', 'e-mail', 'email', ''],
  ])('“%s” avoids “%s” and prefers %j', (line, avoid, prefer, reason) => {
    expect(termsFrom(line, [], {}).added).toMatchObject([{ avoid, prefer, reason }]);
  });

  it('are told apart: new ones, known ones, and those that say nothing', () => {
    const once = termsFrom('cheap', [], {}).added;
    const read = termsFrom('Cheap → low-cost\nnice → kind\n\nnice\n→ fine\nsame → same', once, {
      severity: 'error',
      locales: ['en'],
    });
    expect(read.added.map(({ avoid, severity, locales }) => [avoid, severity, locales])).toEqual([
      ['nice', 'error', ['en']],
    ]);
    expect(read.known).toEqual(['Cheap → low-cost', 'nice']);
    expect(read.wrong).toEqual(['→ fine', 'same → same']);
  });

  it('are read in no time, also when there are 5,000', () => {
    const lines = Array.from({ length: 5_000 }, (_, index) => `word${index} → other${index}`).join('\n');
    expect(termsFrom(lines, [], {}).added).toHaveLength(5_000);
  });
});

describe('a pattern that is being written', () => {
  it.each([
    ['best\\s+ever', 1],
    ['(?:very\\s+)+', null],
    ['([a-z]+)+$', null],
    ['(a|b)*c', null],
    ['[(a+)*]+', 1],
    ['\\(a+\\)+', 2],
    ['a{2,5}b?', 0],
    ['(a{2,})+', null],
  ])('%s has this many endless repetitions: %j', (pattern, count) => {
    expect(endlessIn(pattern)).toBe(count);
  });

  it('says what it finds, that it is broken, or that it is not run here', () => {
    const tried = tryPattern({ pattern: 'best\\s+ever', ignoreCase: true });
    expect(tried.kind === 'ready' && tried.hits('The Best ever, the best  ever')).toEqual([
      { start: 4, end: 13 },
      { start: 19, end: 29 },
    ]);
    expect(tryPattern({ pattern: '(', ignoreCase: true }).kind).toBe('broken');
    expect(tryPattern({ pattern: '(x+x+)+y', ignoreCase: true }).kind).toBe('risky');
  });

  it('never keeps the page waiting: no pattern that is run takes long on a text made against it', () => {
    const against = 'a'.repeat(5_000);
    for (const pattern of ['a*a*b', 'a*a*a*b', 'a*a*a*a*b', 'a*a*a*a*a*b']) {
      const tried = tryPattern({ pattern, ignoreCase: false });
      const before = performance.now();
      if (tried.kind === 'ready') tried.hits(against);
      expect(performance.now() - before).toBeLessThan(2_000);
    }
  });
});

describe('what is shown as right', () => {
  const formats = (part: Partial<LocaleFormats>): LocaleFormats => ({
    locale: 'en',
    severity: 'warning',
    number: null,
    date: null,
    time: null,
    price: null,
    phone: null,
    ...part,
  });
  const german = { decimal: ',', group: '.' } as const;

  it.each<[string, LocaleFormats, readonly string[]]>([
    ['nothing, where nothing is looked at', formats({}), []],
    ['German numbers', formats({ locale: 'de', number: german }), ['1.234.567,5']],
    ['English numbers', formats({ number: { decimal: '.', group: ',' } }), ['1,234,567.5']],
    ['a day in words', formats({ date: 'd MMMM yyyy' }), ['3 March 2026']],
    ['a day in German', formats({ locale: 'de', date: 'd. MMMM yyyy' }), ['3. März 2026']],
    ['a day in digits', formats({ locale: 'de', date: 'dd.MM.yyyy' }), ['03.03.2026']],
    ['hours to 24', formats({ time: '24h' }), ['18:05']],
    ['hours to 12', formats({ time: '12h' }), ['6:05 pm']],
    [
      'prices with the sign behind',
      formats({
        locale: 'de',
        number: german,
        price: { currency: 'EUR', sign: 'after', space: true, cents: 'always' },
      }),
      ['1.234.567,5', '4,50\u00a0€ · 12,00\u00a0€'],
    ],
    [
      'prices with the sign before, and cents only where they are needed',
      formats({ price: { currency: 'GBP', sign: 'before', space: false, cents: 'when-needed' } }),
      ['£4.50 · £12'],
    ],
    ['phones of Austria', formats({ phone: { style: 'international', country: 'AT' } }), ['+43 1 234 5678']],
    ['phones inside the country', formats({ phone: { style: 'national', country: 'DE' } }), ['01 234 5678']],
  ])('%s: and the check finds nothing in it', (_, format, texts) => {
    const examples = examplesOf(format);
    expect(examples.map(({ text }) => text)).toEqual(texts);
    const kit = brandKit.parse({ formats: [format] });
    const text = examples.map((example) => example.text).join(' – ');
    expect(checkContent(blockContent(`We say ${text} here.`, format.locale), kit)).toEqual([]);
  });

  it('is not what the check would find', () => {
    const kit = brandKit.parse({ formats: [formats({ time: '24h' })] });
    expect(checkContent(blockContent('We open at 6:05 pm.', 'en'), kit)).toHaveLength(1);
  });
});

describe('colours', () => {
  it.each([
    ['#000000', '#ffffff', 21, 'text'],
    ['#ffffff', '#ffffff', 1, 'none'],
    ['#767676', '#ffffff', 4.5, 'text'],
    ['#949494', '#ffffff', 3, 'large'],
    ['#c8553d', '#ffffff', 4.3, 'large'],
  ])('%s on %s has %d to 1: %s', (text, ground, ratio, enough) => {
    expect(contrast(text, ground)).toBe(ratio);
    expect(enoughFor(contrast(text, ground))).toBe(enough);
  });
});

const view = (key: string, kit: object = {}): BrandView => ({
  ...brand.parse({ key, name: key, uids: [], locales: [], kit }),
  from: 'admin',
});

describe('brands', () => {
  it('get a key of their own and stand before the one that takes the rest', () => {
    const [first, second, rest] = withNew(withNew([view('main')], 'Café Lindner'), 'Café Lindner');
    expect([first?.key, second?.key, rest?.key]).toEqual(['cafe-lindner', 'cafe-lindner-2', 'main']);
  });

  it('know their own problems by the path in them', () => {
    const problems = [
      { path: 'brands[1].kit.names[0].name', message: 'a' },
      { path: 'brands[10].name', message: 'b' },
    ];
    expect(problemsOf(problems, 1)).toEqual([{ path: 'kit.names[0].name', message: 'a' }]);
    expect(problemsOf(problems, 0)).toEqual([]);
  });

  it('say what a file would change, and keep what it does not name', () => {
    const now = [view('shop'), view('main', { names: [{ name: 'Lindner' }] })];
    const then = [
      brand.parse({ key: 'main', name: 'main', uids: [], locales: [], kit: { names: [] } }),
      view('fair'),
    ];
    expect(changesOf(now, then)).toEqual([
      { key: 'main', name: 'main', kind: 'changed', parts: [{ part: 'names', before: 1, after: 0 }] },
      { key: 'fair', name: 'fair', kind: 'new', parts: [] },
    ]);
    expect(changesOf(now, [now[1]!])[0]?.kind).toBe('same');
    expect(merged(now, then).map(({ key, kit }) => [key, kit.names.length])).toEqual([
      ['shop', 0],
      ['fair', 0],
      ['main', 0],
    ]);
  });

  it('do not take from a file what stands in another file', () => {
    const filed = { ...view('main', { names: [{ name: 'Lindner' }] }), from: 'file' as const };
    expect(merged([filed], [view('main')])).toEqual([filed]);
  });
});

describe('the sections of a kit', () => {
  it('show every option that a kit has', () => {
    const shown = Object.values(roots)
      .flat()
      .map((root) => root.replace('kit.', ''));
    expect(Object.keys(emptyKit()).filter((part) => !shown.includes(part))).toEqual([]);
    expect(groups.flatMap(({ sections }) => sections).length).toBe(Object.keys(roots).length);
  });

  it('count what is in them', () => {
    const kit = brandKit.parse({
      names: [{ name: 'Lindner' }],
      voice: { shouting: {} },
      longestSentence: { words: 20 },
      pictures: { blur: {} },
    });
    expect((['names', 'voice', 'pictures', 'links'] as const).map((id) => countOf(id, kit))).toEqual([
      1, 2, 1, 0,
    ]);
  });
});

describe('a proposal', () => {
  const proposal: Proposal = {
    entriesRead: 12,
    palette: [{ name: 'Crust', hex: '#c8553d', share: 0.3 }],
    names: [
      { name: 'Lindner & Daughters', count: 9, variants: [{ text: 'Lindner and Daughters', count: 2 }] },
    ],
    terms: [{ avoid: 'e-mail', prefer: 'email', counts: [7, 1], locale: 'en' }],
    voice: {
      meanSentence: 12.3,
      longestSentence: 28,
      readingGrade: 7.2,
      passiveShare: 0.081,
      exclamations: 0.4,
      person: 'we',
      formality: null,
    },
  };

  it('is ticked where the kit says nothing of it yet; how people speak is for a person to decide', () => {
    const kit = brandKit.parse({ names: [{ name: 'lindner & daughters' }] });
    expect([...freshOf(proposal, kit)]).toEqual(['palette #c8553d', 'term e-mail']);
  });

  it('puts into the kit what was ticked, so that what was measured passes, and nothing else', () => {
    const kit = withTaken(
      emptyKit(),
      proposal,
      new Set([
        'name Lindner & Daughters',
        'voice meanSentence',
        'voice passiveShare',
        'voice person',
      ] as const),
    );
    expect(brandKit.parse(kit)).toEqual(kit);
    expect(kit.names[0]).toMatchObject({ misspellings: ['Lindner and Daughters'] });
    expect(kit.voice).toMatchObject({
      meanSentence: { max: 13 },
      passive: { maxShare: 0.09 },
      person: { use: 'we' },
      readingGrade: null,
    });
    expect([kit.palette, kit.terms]).toEqual([[], []]);
  });
});

describe('rules', () => {
  const rule = (part: Partial<RuleView>): RuleView => ({
    id: 'brand.term/cheap',
    source: 'kit',
    severity: 'warning',
    enabled: true,
    fault: null,
    explanation: 'Avoid “cheap”.',
    link: null,
    examples: { fail: [], pass: [] },
    counts: { found: 0, dismissed: 0, falseAlarms: 0, waived: 0 },
    demote: false,
    ...part,
  });

  it('are found by their words, where they come from and how they stand; stopped ones first', () => {
    const stopped = rule({
      id: 'b',
      source: 'zeta',
      fault: { code: 'brand.rule-slow', message: 'Too slow.' },
    });
    const off = rule({ id: 'c', source: 'presence', enabled: false, demote: true });
    const all = [rule({}), off, stopped];
    const ids = (part: object) =>
      wantedRules(all, { ...everyRule, ...part }, (id) => (id === 'c' ? 'Alt text' : id)).map(({ id }) => id);
    expect(ids({})).toEqual(['b', 'brand.term/cheap', 'c']);
    expect(ids({ q: 'CHEAP' })).toEqual(['b', 'brand.term/cheap', 'c']);
    expect(ids({ q: 'alt ' })).toEqual(['c']);
    expect(ids({ standing: 'off' })).toEqual(['c']);
    expect(ids({ standing: 'doubted' })).toEqual(['c']);
    expect(ids({ standing: 'fault', source: 'kit' })).toEqual([]);
    expect(sourcesOf(all)).toEqual(['presence', 'kit', 'zeta']);
  });
});

describe('a pack on its way', () => {
  it('goes as base64, also when it is large', async () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
    const text = await base64Of({ arrayBuffer: async () => bytes.buffer } as unknown as Blob);
    expect(Buffer.from(text, 'base64').equals(Buffer.from(bytes))).toBe(true);
  });
});
