import { checkerOf } from '../../../../src/brand/engine/checker';
import { contentOfCopy } from '../../../../src/brand/engine/copy-content';
import type { LinkTags } from '../../../../src/brand/engine/rule';
import { linkRules } from '../../../../src/brand/house/links/rules';
import { brandKit } from '../../../../src/brand/schema';

const kit = brandKit.parse({
  links: { own: ['bakery.example'], utmOn: ['bluesky'], utmRequired: ['utm_source', 'utm_campaign'] },
});
const checker = checkerOf({ key: 'links', rules: linkRules(kit), settings: {} });
const all: LinkTags = { domains: ['bakery.example'], names: ['utm_source', 'utm_medium', 'utm_campaign'] };

const missing = (link: string, tags: LinkTags | null) =>
  checker
    .check({
      content: contentOfCopy({ text: 'Rye is back.', link, pictures: [], edited: true }, 'bluesky'),
      channel: { key: 'sky', kind: 'bluesky', name: 'Sky' },
      locale: 'en',
      tags,
    })
    .filter(({ rule }) => rule === 'link.utm')
    .map(({ words }) => words?.values?.['names']);

describe('parameters that a campaign adds when it sends', () => {
  it.each<[string, string, LinkTags | null, string[]]>([
    ['nothing is added', 'https://bakery.example/rye', null, ['utm_source, utm_campaign']],
    ['all are added', 'https://bakery.example/rye', all, []],
    ['all are added below the domain', 'https://shop.bakery.example/rye', all, []],
    [
      'one is added, one stands there',
      'https://bakery.example/rye?utm_campaign=rye',
      { ...all, names: ['utm_source'] },
      [],
    ],
    [
      'one is added, one is missing',
      'https://bakery.example/rye',
      { ...all, names: ['utm_source'] },
      ['utm_campaign'],
    ],
    [
      'they are added to another domain',
      'https://bakery.example/rye',
      { ...all, domains: ['mill.example'] },
      ['utm_source, utm_campaign'],
    ],
  ])('need not be written into a link: %s', (_what, link, tags, expected) => {
    expect(missing(link, tags)).toEqual(expected);
  });
});
