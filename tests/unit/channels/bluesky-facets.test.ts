import { RichText } from '@atproto/api';
import { facetsOf } from '../../../src/channels/bluesky-facets';

/** What stands between the bytes of each facet, and what it does. */
const shown = (text: string) => {
  const bytes = Buffer.from(text, 'utf8');
  return facetsOf(text).map(({ byteStart, byteEnd, feature }) => [
    bytes.subarray(byteStart, byteEnd).toString('utf8'),
    feature.kind === 'link' ? feature.uri : feature.kind === 'tag' ? `#${feature.tag}` : `@${feature.handle}`,
  ]);
};

test.each<[text: string, facets: [shown: string, does: string][]]>([
  ['nothing here', []],
  ['https://bakery.test', [['https://bakery.test', 'https://bakery.test']]],
  ['see https://bakery.test/a?b=c#d.', [['https://bakery.test/a?b=c#d', 'https://bakery.test/a?b=c#d']]],
  ['(https://bakery.test/a)', [['https://bakery.test/a', 'https://bakery.test/a']]],
  [
    'https://de.wikipedia.org/wiki/Brot_(Essen)',
    [['https://de.wikipedia.org/wiki/Brot_(Essen)', 'https://de.wikipedia.org/wiki/Brot_(Essen)']],
  ],
  ['at bakery.com/rolls today', [['bakery.com/rolls', 'https://bakery.com/rolls']]],
  ['file.unknownending is no address', []],
  ['version 1.2.3 is no address', []],
  ['a.m. and p.m. are no addresses', []],
  ['🥐 https://bakery.test 🥐', [['https://bakery.test', 'https://bakery.test']]],
  ['👩‍🍳👨‍👩‍👧‍👦 #bread', [['#bread', '#bread']]],
  [
    '#Brötchen, #パン #🥐 #123 #1st',
    [
      ['#Brötchen', '#Brötchen'],
      ['#パン', '#パン'],
      ['#🥐', '#🥐'],
      ['#1st', '#1st'],
    ],
  ],
  ['no#tag and # tag', []],
  ['＃wide', [['＃wide', '#wide']].map(([, does]) => ['＃wide', does] as [string, string])],
  [`#${'a'.repeat(64)}`, [[`#${'a'.repeat(64)}`, `#${'a'.repeat(64)}`]]],
  [`#${'a'.repeat(65)}`, []],
  ['@bakery.bsky.social rocks', [['@bakery.bsky.social', '@bakery.bsky.social']]],
  ['by @alice.test.', [['@alice.test', '@alice.test']]],
  ['mail me@bakery.com', []],
  ['@nobody', []],
  [
    'https://a.com/#x and #x',
    [
      ['https://a.com/#x', 'https://a.com/#x'],
      ['#x', '#x'],
    ],
  ],
  ['http://', []],
  [
    'https://bakery.test\nhttps://bakery.test',
    [
      ['https://bakery.test', 'https://bakery.test'],
      ['https://bakery.test', 'https://bakery.test'],
    ],
  ],
])('%j', (text, facets) => {
  expect(shown(text)).toEqual(facets);
});

test.each([
  'Fresh 🥐 at https://bakery.com/rolls, #Brötchen (see @bakery.bsky.social) bakery.de',
  '#a #b\n#c https://x.org/y(z) (https://x.org/y)',
  'Ünïcödé 👨‍👩‍👧‍👦 https://example.com/ä #ä @a.bsky.social!',
  'x@y.com https://user.name/path. End.',
])('The official library finds the same in %j', (text) => {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const theirs = (rich.facets ?? []).map(({ index: { byteStart, byteEnd }, features }) => {
    const { uri, tag, did } = Object(features[0]) as Record<string, unknown>;
    return { byteStart, byteEnd, does: uri ?? tag ?? did };
  });
  const ours = facetsOf(text).map(({ byteStart, byteEnd, feature }) => ({
    byteStart,
    byteEnd,
    does: feature.kind === 'link' ? feature.uri : feature.kind === 'tag' ? feature.tag : feature.handle,
  }));
  expect(ours).toEqual(theirs.sort((a, b) => a.byteStart - b.byteStart));
});
