import fc from 'fast-check';
import { facetsOf } from '../../src/channels/bluesky-facets';
import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { utf8BytesOf } from '../../src/channels/count';
import { deriveCopy } from '../../src/channels/derive-copy';
import { channelRules } from '../../src/channels/rules';
import { builtInKinds } from '../../src/channels/rules/kinds';
import { copySchema, type CopyProblem } from '../../src/channels/schema';
import { recordKeyOf } from '../../src/channels/record-key';
import { fits, shorten } from '../../src/channels/shorten';
import { partProblems, templateProblems } from '../../src/channels/templates/check';
import { partsOf } from '../../src/channels/templates/defaults';
import { sourceOf } from '../../src/channels/templates/placeholders';
import { renderPart } from '../../src/channels/templates/render';
import type { ContentPicture, EntryContent } from '../../src/content/schema';

const isStopping = ({ severity }: CopyProblem): boolean => severity === 'error';

const words = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '👨‍👩‍👧‍👦',
      '🇩🇪',
      'パン',
      'https://bakery.com/a(b)',
      '#tag',
      '@a.bsky.social',
      'bakery.de.',
      'e\u0301',
    ),
  ),
  { maxLength: 120 },
);
const text = words.map((list) => list.join(' '));

test('A shortened text fits, and begins as the whole does', () => {
  fc.assert(
    fc.property(text, fc.nat(400), fc.nat(4_000), (whole, graphemes, utf8Bytes) => {
      const short = shorten(whole, { graphemes, utf8Bytes });
      expect(fits(short, { graphemes, utf8Bytes })).toBe(true);
      expect(whole.trim().startsWith(short.replace(/…$/, ''))).toBe(true);
    }),
  );
});

test('A derived copy can be sent on every channel', () => {
  fc.assert(
    fc.property(text, text, text, (title, summary, body) => {
      const content: EntryContent = {
        texts: [
          {
            field: 'body',
            type: 'text',
            role: 'body',
            kind: 'paragraph',
            text: body,
            segments: [],
            editable: true,
          },
        ],
        pictures: [],
        links: [],
        relations: [],
        parts: [],
        roles: { title: title.trim() || 'Title', summary, slug: null, canonicalUrl: null, cover: null },
        fields: {},
        locale: 'en',
      };
      for (const kind of ['website', 'bluesky', 'mastodon', 'webhook', 'email'] as const)
        expect(isSendable(checkCopy(kind, deriveCopy(kind, content, 'https://bakery.test/a')))).toBe(true);
    }),
  );
});

const entryOf = (title: string, summary: string, body: string, alt: string): EntryContent => {
  const cover = { field: 'cover', role: 'cover', alt, hash: 'h', url: '/h.jpg' } as const;
  return {
    texts: [
      {
        ...{ field: 'body', type: 'text', role: 'body', kind: 'paragraph', text: body },
        ...{ segments: [], editable: true },
      },
    ],
    pictures: [],
    links: [],
    relations: [],
    parts: [],
    roles: {
      title: title.trim() || 'Title',
      summary,
      slug: null,
      canonicalUrl: null,
      cover: { ...cover, alt: alt.trim() || 'A roll' } as unknown as ContentPicture,
    },
    fields: { price: '4.5', opens: '2026-03-09', tags: body },
    locale: 'en',
  };
};

const name = fc.constantFrom(
  ...['title', 'summary', 'opening', 'body', 'cover.alt', 'link', 'slug', 'campaign', 'channel', 'locale'],
  ...['fields.price', 'fields.opens', 'fields.tags', 'fields.gone', '"words"'],
);
const filter = fc.constantFrom(
  ...['sentences: 1', 'words: 9', 'characters: 30', 'upper', 'lower', 'hashtag', 'hashtags', 'hashtags: 40'],
  ...['date', 'number', 'price: "EUR"', 'strip: title', 'before: " – "', 'after: "\\n"', 'default: title'],
  ...['unless-begins: summary', 'lines', 'gives-way'],
);
const placeholder = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.array(filter, { maxLength: 3 }))
  .map(([chain, filters]) => `{{ ${[chain.join(' ?? '), ...filters].join(' | ')} }}`);
const template = fc
  .array(fc.oneof(placeholder, fc.constantFrom('\n\n', '\n', ' ', 'Come and taste. ', '#bread ', '🥖')), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

test('A copy by any template can be sent on every channel', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 4, maxLength: 4 }), template, template, (texts, long, short) => {
      const [title = '', summary = '', body = '', alt = ''] = texts;
      const content = entryOf(title, summary, body, alt);
      for (const kind of builtInKinds) {
        const written = Object.fromEntries(
          partsOf(channelRules[kind]).map((part) => [part, part === 'text' ? long : short]),
        );
        expect(templateProblems(written, channelRules[kind])).toEqual([]);
        const names = { campaign: 'Spring', channel: 'Ours' };
        const copy = deriveCopy(kind, content, 'https://bakery.test/a', { template: written, ...names });
        expect({ kind, problems: checkCopy(kind, copy).problems.filter(isStopping) }).toEqual({
          kind,
          problems: [],
        });
        expect(copySchema.safeParse(copy).success).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});

test('No text is too odd for a template, and what is wrong lies inside it', () => {
  const odd = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('{{', '}}', '|', ':', '??', '"', '“', 'title', '\\', '.', '[1]'),
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(odd, (written) => {
      for (const { start, end, line, column } of partProblems(written)) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(written.length);
        expect((written.split('\n')[line - 1] ?? '').length + 1).toBeGreaterThanOrEqual(column);
      }
      renderPart(written, sourceOf(entryOf('A', 'B', 'C', 'D'), null), { graphemes: 50 });
    }),
  );
});

test('Facets lie inside the text, in order, apart, and at whole characters', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const bytes = Buffer.from(whole, 'utf8');
      let last = 0;
      for (const { byteStart, byteEnd, feature } of facetsOf(whole)) {
        expect(byteStart).toBeGreaterThanOrEqual(last);
        expect(byteEnd).toBeGreaterThan(byteStart);
        expect(byteEnd).toBeLessThanOrEqual(utf8BytesOf(whole));
        const shown = bytes.subarray(byteStart, byteEnd).toString('utf8');
        expect(shown).not.toContain('\ufffd');
        if (feature.kind === 'tag') expect(shown.slice(1)).toBe(feature.tag);
        if (feature.kind === 'mention') expect(shown).toBe(`@${feature.handle}`);
        if (feature.kind === 'link') expect(feature.uri.endsWith(shown)).toBe(true);
        last = byteEnd;
      }
    }),
  );
});

test('Record keys are valid and differ where publications do', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.nat({ max: 4_102_444_800_000 }), (one, other, at) => {
      expect(recordKeyOf(one, at)).toMatch(/^[234567abcdefghij][2-7a-z]{12}$/);
      if (one !== other) expect(recordKeyOf(one, at)).not.toBe(recordKeyOf(other, at));
    }),
  );
});
