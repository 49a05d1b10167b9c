import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../../src/engagement/address';
import type { Link } from '../../../src/engagement/schema';
import { ownedGroupOf, sourceOf } from '../../../src/engagement/source';

const corpus = readFileSync(join(__dirname, '../../fixtures/engagement/sources.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(/\s+/) as [expected: string, query: string, referrer: string]);

const pageOf = (query: string) => {
  const page = addressOf(`https://bakery.test/en/articles/rye${query === '-' ? '' : `?${query}`}`);
  if (!page) throw new Error('not an address');
  return page;
};

describe('where a visit came from', () => {
  it.each(corpus)('is %s for ?%s from %s', (expected, query, referrer) => {
    expect(sourceOf(pageOf(query), referrer === '-' ? undefined : referrer, null).channel).toBe(expected);
  });

  it('is our own channel for a link that we minted, whatever else the address says', () => {
    const link: Link = {
      id: '1',
      publication: 'p',
      campaign: 'c',
      entry: 'e',
      channel: 'bluesky',
      url: '',
      label: '',
    };
    const source = sourceOf(pageOf('utm_medium=cpc'), 'https://www.google.com/', link);
    expect(source).toEqual({ channel: 'bluesky', group: 'owned-social', rule: 'link@1' });
  });

  it('names the rule and its version', () => {
    const rules = ['utm_medium=email', 'gclid=1', 'utm_source=x', '-'].map(
      (query) => sourceOf(pageOf(query), undefined, null).rule,
    );
    expect(rules).toEqual(['utm-medium.email@1', 'click-id@1', 'utm-source.social@1', 'none@1']);
  });

  it.each([
    ['email', 'owned-email'],
    ['bluesky', 'owned-social'],
    ['webhook', 'owned-web'],
    ['website', 'owned-web'],
  ])('files our channel %s under %s', (kind, group) => {
    expect(ownedGroupOf(kind)).toBe(group);
  });
});
