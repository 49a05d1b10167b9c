import { holdInput, holdOn, type HoldScope } from '../../../src/publishing/operations/hold';

const hold = (scope: HoldScope, target: string | null = null) => ({ scope, target });
const bound = { channel: 'sky', campaign: 'rye' };

describe('a hold stops a publication', () => {
  it.each([
    ['where nothing is held', [], null],
    ['of everything', [hold('all')], 'all'],
    ['of its channel', [hold('channel', 'sky')], 'channel'],
    ['of its campaign', [hold('campaign', 'rye')], 'campaign'],
    ['of another channel', [hold('channel', 'site')], null],
    ['of another campaign', [hold('campaign', 'sky'), hold('channel', 'rye')], null],
    ['of more than one, and the widest is named', [hold('campaign', 'rye'), hold('all')], 'all'],
  ])('%s', (_, holds, scope) => {
    expect(holdOn(holds, bound)?.scope ?? null).toBe(scope);
  });

  it('names what it stops, unless it stops everything', () => {
    const target = '0d6c1f0e-6a0b-4a86-8f4e-0a4c3f2f9d11';
    expect(holdInput.safeParse({ scope: 'all' }).success).toBe(true);
    expect(holdInput.safeParse({ scope: 'channel', target }).success).toBe(true);
    expect(holdInput.safeParse({ scope: 'channel' }).success).toBe(false);
    expect(holdInput.safeParse({ scope: 'all', target }).success).toBe(false);
  });
});
