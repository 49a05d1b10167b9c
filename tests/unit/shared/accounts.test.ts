import { accounts, exampleAccount, mentionNetworks } from '../../../src/shared/accounts';

const read = (given: object) => accounts.safeParse(given);

describe('accounts of a name', () => {
  it.each([
    ['bluesky', 'mill.bsky.social', 'mill.bsky.social'],
    ['bluesky', ' @Mill.example.COM ', 'mill.example.com'],
    ['bluesky', 'https://bsky.app/profile/mill.bsky.social', 'mill.bsky.social'],
    ['bluesky', 'https://bsky.app/profile/mill.bsky.social/post/3k', 'mill.bsky.social'],
    ['mastodon', '@mill@mastodon.social', 'mill@mastodon.social'],
    ['mastodon', 'https://mastodon.social/@mill', 'mill@mastodon.social'],
    ['mastodon', 'https://xn--mhle-0ra.example/@mill_florian/1234', 'mill_florian@xn--mhle-0ra.example'],
    ['instagram', 'https://www.instagram.com/mill_florian/', 'mill_florian'],
    ['instagram', '@mill.florian', 'mill.florian'],
    ['threads', 'https://www.threads.com/@mill', 'mill'],
    ['threads', 'https://threads.net/@mill?hl=en', 'mill'],
    ['x', 'https://twitter.com/mill', 'mill'],
    ['x', 'https://x.com/mill/status/1', 'mill'],
    ['telegram', 'https://t.me/mill_florian', 'mill_florian'],
    ['linkedin', 'urn:li:organization:2414183', 'urn:li:organization:2414183'],
    ['linkedin', '2414183', 'urn:li:organization:2414183'],
    ['linkedin', 'https://www.linkedin.com/company/2414183/admin/', 'urn:li:organization:2414183'],
    ['linkedin', 'urn:li:person:Ab-_9', 'urn:li:person:Ab-_9'],
  ])('%s of "%s" is %s', (network, given, kept) => {
    expect(read({ [network]: given })).toEqual({ success: true, data: { [network]: kept } });
  });

  it.each([
    ['bluesky', 'mill'],
    ['bluesky', 'mill..social'],
    ['mastodon', 'mill'],
    ['mastodon', 'mill@'],
    ['mastodon', 'mill@localhost'],
    ['instagram', 'mill florian'],
    ['threads', 'mühle'],
    ['x', 'a_name_of_sixteen'],
    ['telegram', 'abc'],
    ['linkedin', 'https://www.linkedin.com/company/mill-florian'],
    ['linkedin', 'urn:li:share:1'],
    ['linkedin', 'urn:li:organization:1) and more'],
    ['linkedinName', 'Mill [Florian]'],
    ['x', ''],
  ])('%s is not "%s"', (network, given) => {
    expect(read({ [network]: given }).success).toBe(false);
  });

  it.each(mentionNetworks)('says an example that %s takes', (network) => {
    expect(read({ [network]: exampleAccount(network) }).success).toBe(true);
    const refused = read({ [network]: '?' });
    expect(refused.error?.issues[0]?.message).toBe(`Must be an account such as ${exampleAccount(network)}.`);
  });
});
