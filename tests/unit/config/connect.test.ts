import { parseConfig } from '../../../config/schema';

const app = { clientId: '77app', clientSecret: 'secret' };

describe('apps by which channels are connected', () => {
  it('need not be there', () => {
    expect(parseConfig({}).connect).toEqual({});
  });

  it('are an id and a secret', () => {
    const connect = { linkedin: app, 'google-business': app, pinterest: app, x: { clientId: 'public' } };
    expect(parseConfig({ connect }).connect).toEqual(connect);
  });

  it.each([
    { given: { linkedin: { clientId: '77app' } }, says: 'presence.connect.linkedin.clientSecret: ' },
    { given: { linkedin: { ...app, clientId: '' } }, says: 'presence.connect.linkedin.clientId: ' },
    { given: { linkedin: { ...app, scope: 'all' } }, says: 'presence.connect.linkedin: ' },
    { given: { mastodon: app }, says: 'presence.connect: ' },
  ])('refuses $given and names the place', ({ given, says }) => {
    expect(() => parseConfig({ connect: given })).toThrow(says);
  });
});
