import { actorFrom, may, personOf } from '../../../server/actor';
import type { Actor } from '../../../src/shared/actor';

const user = { id: 7, firstname: 'Rosa', lastname: 'Lindner', email: 'owner@bakery.test' };
const auth = (name: string, credentials?: unknown) => ({ auth: { strategy: { name }, credentials } });

describe('who acts', () => {
  it.each<[string, unknown, Actor]>([
    [
      'somebody signed in to the admin panel',
      { user, ...auth('admin', user) },
      { kind: 'user', id: '7', name: 'Rosa Lindner' },
    ],
    [
      'without a name',
      { user: { id: 7, email: 'a@b.test' }, ...auth('admin') },
      { kind: 'user', id: '7', name: 'a@b.test' },
    ],
    [
      'a token of the content API',
      auth('content-api-token', { id: 3, name: 'Importer' }),
      { kind: 'token', id: '3', name: 'Importer' },
    ],
    [
      'a token of a person',
      { user, ...auth('admin-token', { id: 4, name: 'CLI' }) },
      { kind: 'token', id: '4', name: 'CLI', owner: '7' },
    ],
    [
      'an account of the website',
      { user: { id: 9, username: 'guest' }, ...auth('users-permissions', { id: 9 }) },
      { kind: 'token', id: 'account:9', name: 'guest' },
    ],
    [
      'nobody, at the public API',
      auth('users-permissions', null),
      { kind: 'system', name: 'The public API' },
    ],
    [
      'an assistant in the name of a person',
      { user, auditSource: 'mcp' },
      { kind: 'token', id: 'mcp', name: 'Rosa Lindner', owner: '7' },
    ],
    [
      'an assistant, even with a session',
      { user, auditSource: 'mcp', ...auth('admin') },
      { kind: 'token', id: 'mcp', name: 'Rosa Lindner', owner: '7' },
    ],
    ['the scheduler', { auditSource: 'scheduler' }, { kind: 'scheduler' }],
    ['code that runs by itself', undefined, { kind: 'system', name: 'Strapi' }],
    ['something without a form', 'x', { kind: 'system', name: 'Strapi' }],
  ])('%s', (_, state, actor) => expect(actorFrom(state)).toEqual(actor));

  it('is kept with the person whose token it is', () =>
    expect(personOf({ kind: 'token', id: '4', name: 'CLI', owner: '7' })).toEqual({
      kind: 'token',
      id: '4',
      name: 'CLI',
      owner: '7',
    }));

  it('may nothing without an ability', () => {
    expect(may(undefined)('x')).toBe(false);
    expect(may({ userAbility: {} })('x')).toBe(false);
    expect(may({ userAbility: { can: (action: string) => action === 'x' } })('x')).toBe(true);
  });
});
