import { coveredCopies, tallyOf } from '../../../../src/governance/review/votes';
import { copyOf } from './facts';

const transition = (...needs: [count: number, ...of: string[]][]) => ({
  who: ['role:owner', 'role:legal', 'role:editor'],
  needs: needs.map(([count, ...of]) => ({ count, of })),
});
const vote = (...as: string[]) => ({ as, copies: [] });

describe('how far an approval is', () => {
  it.each<[string, ReturnType<typeof transition>, ReturnType<typeof vote>[], string]>([
    ['one of those who may, where nothing is said', transition(), [vote('role:editor')], '1/1'],
    ['nobody', transition([1, 'role:owner']), [], '0/1'],
    ['somebody else', transition([1, 'role:owner']), [vote('role:editor')], '0/1'],
    ['two of one role, one came', transition([2, 'role:editor']), [vote('role:editor')], '1/2'],
    [
      'two of one role, two came',
      transition([2, 'role:editor']),
      [vote('role:editor'), vote('role:editor')],
      '2/2',
    ],
    [
      'who is both counts once',
      transition([1, 'role:owner'], [1, 'role:legal']),
      [vote('role:owner', 'role:legal')],
      '1/2',
    ],
    [
      'who is both leaves the place that the other cannot take',
      transition([1, 'role:owner'], [1, 'role:legal']),
      [vote('role:owner', 'role:legal'), vote('role:owner')],
      '2/2',
    ],
    ['three for two places', transition([2, 'role:editor']), [1, 2, 3].map(() => vote('role:editor')), '2/2'],
  ])('%s', (_, needed, votes, expected) => {
    const tally = tallyOf(needed, votes);
    expect(`${tally.given}/${tally.needed}`).toBe(expected);
    expect(tally.missing).toHaveLength(tally.needed - tally.given);
  });

  it('covers only the copies that enough of the votes saw the very same', () => {
    const both = transition([2, 'role:editor']);
    const seen = (...copies: ReturnType<typeof copyOf>[]) => ({ as: ['role:editor'], copies });
    const covered = coveredCopies(both, [
      seen(copyOf('bluesky', 'x'), copyOf('email', 'old')),
      seen(copyOf('bluesky', 'x'), copyOf('email', 'new'), copyOf('webhook', 'w')),
    ]);
    expect(covered.map(({ key }) => key)).toEqual(['bluesky']);
  });
});
