import { campaignTarget, campaignUtm, utmOf } from '../../../src/publishing/campaign/aim';
import { campaignTemplates } from '../../../config/campaign-templates';
import { campaignTemplate } from '../../../src/publishing/campaign/template';

describe('what links of a campaign carry', () => {
  const utm = campaignUtm.parse({ campaign: 'rye-week', sources: { bluesky: 'bsky' } });

  it.each([
    ['bluesky', 'utm_source=bsky utm_medium=social utm_campaign=rye-week'],
    ['email', 'utm_source=newsletter utm_medium=email utm_campaign=rye-week'],
    ['webhook', 'utm_source=webhook utm_medium=referral utm_campaign=rye-week'],
  ] as const)('on %s', (kind, expected) => {
    expect(
      utmOf(utm, kind)
        .map((pair) => pair.join('='))
        .join(' '),
    ).toBe(expected);
  });

  it.each([
    ['its type', {}, 'notice-board', 'notice-board'],
    ['what a person said of it', { own: 'board' }, 'notice-board', 'board'],
    ['its kind, where nobody knows its type', {}, null, 'own'],
  ] as const)('on a channel of an app: %s', (_what, sources, type, source) => {
    const named = campaignUtm.parse({ campaign: 'rye-week', sources });
    expect(Object.fromEntries(utmOf(named, 'own', type))).toEqual({
      ...{ utm_source: source, utm_medium: 'referral', utm_campaign: 'rye-week' },
    });
    expect(utmOf(named, 'bluesky', type)[0]).toEqual(['utm_source', 'bluesky']);
  });

  it('is what a person said, for every kind', () => {
    const own = campaignUtm.parse({ campaign: 'x', medium: 'organic', term: 'bread', content: 'a' });
    expect(Object.fromEntries(utmOf(own, 'email'))).toEqual({
      utm_source: 'newsletter',
      utm_medium: 'organic',
      utm_campaign: 'x',
      utm_term: 'bread',
      utm_content: 'a',
    });
  });

  it('is nothing without a name of the campaign', () => {
    expect(utmOf(campaignUtm.parse({}), 'bluesky')).toEqual([]);
    expect(utmOf(null, 'bluesky')).toEqual([]);
  });

  it.each(['rye week', 'a&b', 'a=b', 'a#b'])('takes no %s', (campaign) => {
    expect(campaignUtm.safeParse({ campaign }).success).toBe(false);
  });
});

describe('a goal', () => {
  it.each([
    ['200 clicks until Christmas', { measure: 'clicks', amount: 200, until: '2026-12-24' }, true],
    ['no clicks', { measure: 'clicks', amount: 0, until: '2026-12-24' }, false],
    ['a day that is none', { measure: 'clicks', amount: 1, until: '2026-02-30' }, false],
    ['half a click', { measure: 'clicks', amount: 0.5, until: '2026-12-24' }, false],
  ])('%s', (_what, target, isOne) => {
    expect(campaignTarget.safeParse(target).success).toBe(isOne);
  });
});

describe('templates of campaigns', () => {
  it.each(campaignTemplates.map((template) => [template.key, template] as const))(
    '%s is whole',
    (_key, one) => {
      expect(() => campaignTemplate.parse(one)).not.toThrow();
    },
  );
});
