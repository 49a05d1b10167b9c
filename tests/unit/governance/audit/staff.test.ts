import { accessRows, changeDetails, rowDetails } from '../../../../src/governance/audit/staff';

const user = accessRows['admin::user']!;
const rosa = {
  id: 1,
  email: 'rosa@bakery.test',
  firstname: 'Rosa',
  isActive: true,
  roles: [{ id: 2 }, { id: 1 }],
};

describe('what the record says of a change of access', () => {
  it.each([
    ['nothing', {}, null],
    ['what it was', { email: 'rosa@bakery.test', roles: [1, 2] }, null],
    ['when it was used last', { lastUsedAt: new Date(0) }, null],
    ['a name', { firstname: 'Rose' }, { firstname: { before: 'Rosa', after: 'Rose' } }],
    ['roles', { roles: [2, 3] }, { roles: { before: ['1', '2'], after: ['2', '3'] } }],
    [
      'roles, as a form sends them',
      { roles: { set: [{ id: 2 }] } },
      { roles: { before: ['1', '2'], after: ['2'] } },
    ],
    ['a password', { password: 'secret' }, { password: 'new' }],
    ['blocked', { isActive: false }, { isActive: { before: true, after: false } }],
  ])('%s', (_, next, changed) => {
    const said = changeDetails('admin::user', user, rosa, next);
    expect(said && said['changed']).toEqual(changed);
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it('names a new row, without its secrets', () => {
    const said = rowDetails('admin::user', user, {
      ...rosa,
      password: 'secret',
      resetPasswordToken: 'secret',
    });
    expect(said).toMatchObject({ of: 'admin::user', email: 'rosa@bakery.test', roles: ['1', '2'] });
    expect(JSON.stringify(said)).not.toContain('secret');
  });

  it.each([
    ['a role by its number', { role: 4 }],
    ['a role by its row', { role: { id: 4, name: 'Baker' } }],
    ['a role as a form sends it', { role: { connect: [{ id: 4 }] } }],
  ])('names %s', (_, row) => {
    const permission = accessRows['admin::permission']!;
    const said = rowDetails('admin::permission', permission, { action: 'a', ...row });
    expect(String(said['role'])).toBe('4');
  });
});
