import { afterEntryChange } from '../../../src/publishing/campaign/derived';

const base = {
  isEdited: false,
  ...{ entryThen: 'first', entryNow: 'second' },
  ...{ derivedThen: 'Rye' as string | null, derivedNow: 'Wheat' },
};

describe('what a change of the entry means for a copy', () => {
  it.each([
    ['that nobody wrote: it is derived anew', {}, 'anew'],
    [
      'that nobody wrote, and the same comes of it: what it is compared with moves on',
      { derivedNow: 'Rye' },
      'anew',
    ],
    ['that nobody wrote, from before anything was kept', { derivedThen: null }, 'anew'],
    ['that nobody wrote, where only the template changed', { entryNow: 'first' }, 'nothing'],
    ['that a person wrote: they are asked', { isEdited: true }, 'asked'],
    ['that a person wrote, and the same comes of it', { isEdited: true, derivedNow: 'Rye' }, 'nothing'],
    [
      'that a person wrote, where only the template changed',
      { isEdited: true, entryNow: 'first' },
      'nothing',
    ],
    ['that a person wrote, from before anything was kept', { isEdited: true, derivedThen: null }, 'nothing'],
  ])('%s', (_, part, means) => {
    expect(afterEntryChange({ ...base, ...part })).toBe(means);
  });
});
