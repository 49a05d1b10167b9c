import { utmLinks } from '../../../server/services/utm-links';
import { campaignUtm } from '../../../src/publishing/campaign/aim';

const asked: string[] = [];
const tagged = utmLinks({
  utm: async (campaign) => (campaign === 'c' ? campaignUtm.parse({ campaign: 'rye-week' }) : null),
  ownAddresses: async () => ['https://bakery.test'],
  async ownType(publication) {
    asked.push(publication);
    return publication === 'board' ? 'notice-board' : null;
  },
});
const link = (channel: string, publication: string, campaign = 'c') => ({
  ...{ channel, publication, campaign, entry: 'e', url: 'https://bakery.test/rye' },
});
const sourceOf = async (one: ReturnType<typeof link>) =>
  new URL(await tagged(one)).searchParams.get('utm_source');

describe('where a link says that it came from', () => {
  beforeEach(() => void asked.splice(0));

  it.each([
    ['a channel of an app, by its type', link('own', 'board'), 'notice-board', ['board']],
    ['a channel of an app whose type is gone', link('own', 'other'), 'own', ['other']],
    ['a network', link('bluesky', 'board'), 'bluesky', []],
    ['a campaign that says nothing', link('own', 'board', 'none'), null, []],
  ])('%s', async (_what, one, source, looked) => {
    expect(await sourceOf(one)).toBe(source);
    expect(asked).toEqual(looked);
  });
});
