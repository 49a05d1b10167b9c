import { masksOf } from '../../../src/brand/mask';

/** What is masked of a text. */
const masked = (text: string): string[] =>
  masksOf({ text, segments: [] }).map(([from, to]) => text.slice(from, to));

describe('what is not language', () => {
  it.each([
    ['Write to mail@bakery.example.', ['mail@bakery.example']],
    ['See https://bakery.example/rye today', ['https://bakery.example/rye']],
    ['Thanks @mill.bsky.social for #rye', ['@mill.bsky.social', '#rye']],
    ['Thanks @mill@mastodon.social', ['@mill', 'mastodon.social']],
    ['Of @[Mill Florian](urn:li:organization:2414183), new', ['urn:li:organization:2414183),']],
    ['Nothing at all: plain words', []],
  ])('%s', (text, ranges) => {
    expect(masked(text)).toEqual(ranges);
  });
});
