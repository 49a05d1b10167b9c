import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { checkCopy } from '../../../src/channels/check-copy';
import { linkedinText, readLinkedinText } from '../../../src/channels/counters/linkedin';
import { copyOf } from '../../../src/channels/derive-copy';
import { facetsOf } from '../../../src/channels/bluesky-facets';
import { linkedinSpans, mentionOf, mentionsIn, withMentions } from '../../../src/channels/mentions/mention';
import { channelRules } from '../../../src/channels/rules';
import type { BuiltInKind } from '../../../src/channels/schema';
import { exampleAccount, mentionNetworks, type Mentionable } from '../../../src/shared/accounts';
import { rye } from './templates/entry';

const mill: Mentionable = {
  name: 'Mill Florian',
  accounts: {
    ...{ bluesky: 'mill.bsky.social', mastodon: 'mill@mastodon.social', instagram: 'mill_florian' },
    ...{ threads: 'mill.florian', x: 'millflorian', telegram: 'mill_florian' },
    ...{ linkedin: 'urn:li:organization:2414183', linkedinName: 'Mill Florian Ltd' },
  },
};
const always = () => true;
const on = (kind: BuiltInKind, text: string, names = [mill]) => withMentions(text, kind, names, always);

describe('mentions', () => {
  it.each([
    ['bluesky', '@mill.bsky.social'],
    ['mastodon', '@mill@mastodon.social'],
    ['instagram', '@mill_florian'],
    ['threads', '@mill.florian'],
    ['x', '@millflorian'],
    ['telegram', '@mill_florian'],
    ['linkedin', '@[Mill Florian Ltd](urn:li:organization:2414183)'],
    ['facebook', null],
    ['slack', null],
    ['email', null],
    ['google-business', null],
  ] as const)('on %s are %s', (kind, mention) => {
    expect(mentionOf(kind, mill)).toBe(mention);
    expect(on(kind, 'Flour of Mill Florian.')).toBe(`Flour of ${mention ?? 'Mill Florian'}.`);
  });

  it('are the name itself on LinkedIn, where no other is given', () => {
    const plain = { name: 'Mill', accounts: { linkedin: 'urn:li:organization:1' } };
    expect(mentionOf('linkedin', plain)).toBe('@[Mill](urn:li:organization:1)');
    expect(mentionOf('linkedin', { ...plain, name: 'Mill [Florian]' })).toBeNull();
  });

  it.each([
    ['Mill Florian', '@mill_florian'],
    ['(Mill Florian)', '(@mill_florian)'],
    ['Mill Florian’s flour', '@mill_florian’s flour'],
    ['from Mill Florian… and more', 'from @mill_florian… and more'],
    ['Mill Florian. New', '@mill_florian. New'],
    ['Line\nMill Florian, all of it', 'Line\n@mill_florian, all of it'],
    ['Mill Florian and Mill Florian', '@mill_florian and Mill Florian'],
    ['the Mill Florians, then Mill Florian', 'the Mill Florians, then @mill_florian'],
    ['Mill Florian-Shop', 'Mill Florian-Shop'],
    ['Mill Florian.com', 'Mill Florian.com'],
    ['Mill Florian@home', 'Mill Florian@home'],
    ['“Mill Florian”', '“Mill Florian”'],
    ['#Mill Florian', '#Mill Florian'],
    ['mill florian', 'mill florian'],
    ['https://a.example/Mill Florian', 'https://a.example/Mill Florian'],
    ['@mill_florian, that is Mill Florian', '@mill_florian, that is Mill Florian'],
  ])('of "%s" make "%s"', (text, said) => {
    expect(on('instagram', text)).toBe(said);
  });

  it('take the longer name first, and name an account once under two names', () => {
    const florian = { name: 'Florian', accounts: { instagram: 'florian' } };
    const again = { name: 'Florian Mill', accounts: { instagram: 'mill_florian' } };
    expect(on('instagram', 'Mill Florian met Florian of Florian Mill', [florian, mill, again])).toBe(
      '@mill_florian met @florian of Florian Mill',
    );
  });

  it('do not begin a post on X, which would be shown as an answer', () => {
    expect(on('x', 'Mill Florian mills our rye. Mill Florian!')).toBe(
      'Mill Florian mills our rye. Mill Florian!',
    );
    expect(on('x', 'Our rye is from Mill Florian')).toBe('Our rye is from @millflorian');
  });

  it('change nothing inside of one another', () => {
    const ltd = { name: 'Ltd', accounts: { linkedin: 'urn:li:organization:2' } };
    expect(on('linkedin', 'Mill Florian and Ltd', [ltd, mill])).toBe(
      '@[Mill Florian Ltd](urn:li:organization:2414183) and @[Ltd](urn:li:organization:2)',
    );
  });

  it('are left out where there is no room for them, one by one', () => {
    const short = { name: 'Baker', accounts: { linkedin: 'urn:li:organization:2' } };
    const text = 'Mill Florian, Baker';
    const fits = (said: string) => said.length <= 50;
    expect(withMentions(text, 'linkedin', [mill, short], fits)).toBe(
      'Mill Florian, @[Baker](urn:li:organization:2)',
    );
  });

  it('are links in what is posted on Bluesky', () => {
    const handles = facetsOf(on('bluesky', 'Thanks, Mill Florian!')).map(({ feature }) => feature);
    expect(handles).toEqual([{ kind: 'mention', handle: 'mill.bsky.social' }]);
  });

  it('stand in derived copies, within what the network takes', () => {
    const source = rye({ title: 'Rye of Mill Florian', mentionable: [mill] });
    expect(copyOf(channelRules.x, source, null).text).toMatch(/^Rye of @millflorian\n/);
    expect(copyOf(channelRules.linkedin, source, null).text).toMatch(
      /^Rye of @\[Mill Florian Ltd\]\(urn:li:organization:2414183\)\n/,
    );
    expect(copyOf(channelRules.bluesky, source, null).title).toBe('Rye of Mill Florian');
    const full = 'Of Mill Florian '.padEnd(400, 'rye ');
    const cut = copyOf(channelRules.x, rye({ title: full, mentionable: [mill] }), null);
    expect(checkCopy('x', cut).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are at most as many as Instagram takes', () => {
    const names = Array.from({ length: 25 }, (_, n) => `Name${String.fromCharCode(65 + n)}`);
    const mentionable = names.map((name) => ({ name, accounts: { instagram: name.toLowerCase() } }));
    const source = rye({ title: names.join(' '), mentionable });
    const cover = { hash: 'a', url: '/a.jpg', alt: 'Rye' };
    const copy = copyOf(channelRules.instagram, source, cover);
    expect(mentionsIn(copy.text)).toBe(20);
    expect(checkCopy('instagram', copy).problems).toEqual([]);
    const text = mentionable.map(({ accounts }) => `@${accounts.instagram}`).join(' ');
    expect(checkCopy('instagram', { ...copy, text }).problems).toEqual([
      expect.objectContaining({
        ...{ severity: 'error', code: 'copy.too-many-mentions', path: 'text' },
        message: 'Instagram takes 20 mentions, this text has 25. Remove 5.',
        values: { channel: 'Instagram', max: 20, count: 25, over: 5 },
      }),
    ]);
  });

  it.each([
    ['@a and @b.c', 2],
    ['mail@bakery.example', 0],
    ['https://a.example/@b', 0],
    ['a @ b', 0],
    ['(@a), @b!', 2],
  ])('of "%s" are counted as %i', (text, count) => {
    expect(mentionsIn(text)).toBe(count);
  });
});

describe('the page about mentions', () => {
  const page = readFileSync(join(__dirname, '../../../docs/mentions.md'), 'utf8');
  const rows = page.split('\n').flatMap((line) => {
    const [, network, kept, said] = /^\| (\S+) +\| `([^`]+)`.*\| `([^`]+)` +\|$/.exec(line) ?? [];
    return network === undefined ? [] : [{ network, kept, said }];
  });

  it('names every network, what is kept of it, and what a copy says', () => {
    expect(rows).toEqual(
      mentionNetworks.map((network) => {
        const kept = exampleAccount(network);
        const said = mentionOf(network, { name: 'Mill Florian', accounts: { [network]: kept } });
        return { network: channelRules[network].label, kept, said };
      }),
    );
  });
});

describe('text for LinkedIn', () => {
  it('keeps mentions, and escapes what is around them', () => {
    expect(linkedinText('Hi (all) @[Mill](urn:li:organization:1) #rye')).toBe(
      'Hi \\(all\\) @[Mill](urn:li:organization:1) {hashtag|\\#|rye}',
    );
    expect(linkedinText('@[Mill](urn:li:share:1)')).toBe('\\@\\[Mill\\]\\(urn:li:share:1\\)');
    expect(linkedinText('@[a\\](urn:li:person:1)')).toBe('\\@\\[a\\\\\\]\\(urn:li:person:1\\)');
  });

  it.each([
    ['#rye', '{hashtag|\\#|rye}'],
    ['(#Brot24)', '\\({hashtag|\\#|Brot24}\\)'],
    ['#süß, #été.', '{hashtag|\\#|süß}, {hashtag|\\#|été}.'],
    ['#1 of C#', '\\#1 of C\\#'],
    ['#rye_bread', '\\#rye\\_bread'],
    ['a#b ##c', 'a\\#b \\#\\#c'],
    ['https://a.example/#top', 'https://a.example/\\#top'],
    ['{hashtag|#|rye}', '\\{hashtag\\|\\#\\|rye\\}'],
  ])('writes "%s" as %s', (text, sent) => {
    expect(linkedinText(text)).toBe(sent);
    expect(readLinkedinText(sent)).toBe(text);
  });

  it.each(['{hashtag|#|rye}', '{hashtag|＃|rye}', '{hashtag|\\#|rye}'])(
    'reads %s as LinkedIn gives it back',
    (sent) => {
      expect(readLinkedinText(sent)).toBe('#rye');
    },
  );

  it('loses nothing of any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        '#rye',
        '#1',
        '{hashtag|',
        '|',
        '@[Mill](urn:li:organization:1)',
        '@[',
        '](urn:li:person:1)',
        '\\',
        '@',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          linkedinSpans(text)
            .map((span) => span.text)
            .join(''),
        ).toBe(text);
        expect(readLinkedinText(linkedinText(text))).toBe(text);
      }),
    );
  });
});
