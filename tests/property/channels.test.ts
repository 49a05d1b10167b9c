import fc from 'fast-check';
import { facetsOf } from '../../src/channels/bluesky-facets';
import { checkCopy, isSendable } from '../../src/channels/check-copy';
import { utf8BytesOf } from '../../src/channels/count';
import { deriveCopy } from '../../src/channels/derive-copy';
import { recordKeyOf } from '../../src/channels/record-key';
import { fits, shorten } from '../../src/channels/shorten';
import type { EntryContent } from '../../src/content/schema';

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
