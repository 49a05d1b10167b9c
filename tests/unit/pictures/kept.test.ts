import { kept } from '../../../server/pictures/renditions/kept';

const room = () => {
  const made: string[] = [];
  const memory = kept<string>(10, (value) => value.length);
  const get = (name: string, value = name) =>
    memory.get(name, async () => {
      made.push(name);
      return value;
    });
  return { memory, made, get };
};

describe('what is remembered up to so many bytes', () => {
  it('is made once for all who ask while it is being made, and after', async () => {
    const { made, get } = room();
    expect(await Promise.all([get('rye'), get('rye')])).toEqual(['rye', 'rye']);
    expect(await get('rye', 'other')).toBe('rye');
    expect(made).toEqual(['rye']);
  });

  it('forgets first what was asked for longest ago, and never weighs more', async () => {
    const { memory, made, get } = room();
    for (const name of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'aaaa', 'bbbb']) {
      await get(name);
      expect(memory.weight()).toBeLessThanOrEqual(10);
    }
    expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'bbbb']);
  });

  it('does not keep what is heavier than all of it', async () => {
    const { memory, made, get } = room();
    await get('x', 'a very long value');
    expect(memory.weight()).toBe(0);
    await get('x', 'a very long value');
    expect(made).toEqual(['x', 'x']);
  });

  it('makes anew what failed', async () => {
    const { memory } = room();
    const fail = () => memory.get('x', async () => Promise.reject(new Error('no')));
    await expect(fail()).rejects.toThrow('no');
    expect(await memory.get('x', async () => 'yes')).toBe('yes');
    expect(memory.weight()).toBe(3);
  });
});
