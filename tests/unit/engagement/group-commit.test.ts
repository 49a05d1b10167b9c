import { groupCommit } from '../../../server/services/group-commit';

/** A database whose transactions end when the test says so. */
function heldDatabase() {
  const groups: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  let began: () => void = () => undefined;
  const write = (items: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      groups.push({ items, end: (error) => (error ? reject(error) : resolve()) });
      began();
    });
  /** The next transaction that begins. */
  const next = async () => {
    if (groups.length === 0) await new Promise<void>((resolve) => (began = resolve));
    const group = groups.shift();
    if (!group) throw new Error('nothing began');
    return group;
  };
  return { write, next };
}

const full = () => Promise.reject(new Error('turned away'));

const queueOn = (
  write: (items: readonly string[]) => Promise<void>,
  failure: 'again' | 'row' | 'broken' = 'broken',
) =>
  groupCommit<string>({
    write,
    weightOf: () => 1,
    groupWeight: 3,
    waitingWeight: 5,
    failureOf: () => failure,
  });

describe('a group commit', () => {
  it('answers nobody before the commit', async () => {
    const database = heldDatabase();
    const queue = queueOn(database.write);
    const answered: string[] = [];
    const all = ['a', 'b'].map((item) => (queue.submit(item) ?? full()).then(() => answered.push(item)));
    const group = await database.next();
    expect([group.items, answered]).toEqual([['a', 'b'], []]);
    group.end();
    await Promise.all(all);
    expect(answered).toEqual(['a', 'b']);
  });

  it('gathers the next group while one is written, up to a group’s weight', async () => {
    const database = heldDatabase();
    const queue = queueOn(database.write);
    const first = queue.submit('a');
    const group = await database.next();
    const rest = ['b', 'c', 'd', 'e'].map((item) => queue.submit(item) ?? full());
    group.end();
    await first;
    const second = await database.next();
    second.end();
    const third = await database.next();
    third.end();
    await Promise.all(rest);
    expect([second.items, third.items]).toEqual([['b', 'c', 'd'], ['e']]);
  });

  it('turns callers away when too much waits, and takes them again later', async () => {
    const database = heldDatabase();
    const queue = queueOn(database.write);
    const taken = ['a', 'b', 'c', 'd', 'e'].map((item) => queue.submit(item) ?? full());
    expect(queue.submit('f')).toBeNull();
    (await database.next()).end();
    (await database.next()).end();
    await Promise.all(taken);
    const later = queue.submit('f');
    expect(later).not.toBeNull();
    (await database.next()).end();
    await later;
  });

  it('tells everybody of a group that could not be written', async () => {
    const database = heldDatabase();
    const queue = queueOn(database.write);
    const all = Promise.allSettled(['a', 'b'].map((item) => queue.submit(item) ?? full()));
    (await database.next()).end(new Error('disk full'));
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  it('lets an item fail alone', async () => {
    const written: string[] = [];
    const queue = queueOn(async (items) => {
      if (items.includes('bad')) throw new Error('too long');
      written.push(...items);
    }, 'row');
    const all = await Promise.allSettled(['a', 'bad', 'c'].map((item) => queue.submit(item) ?? full()));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written).toEqual(['a', 'c']);
  });

  it('tries again when two writers met, and gives up in the end', async () => {
    let tries = 0;
    const failing = (times: number) => async () => {
      tries += 1;
      if (tries <= times) throw new Error('deadlock');
    };
    await queueOn(failing(3), 'again').submit('a');
    expect(tries).toBe(4);
    tries = 0;
    await expect(queueOn(failing(99), 'again').submit('a')).rejects.toThrow('deadlock');
    expect(tries).toBe(5);
  });

  it('is idle only when everything is on disk', async () => {
    const database = heldDatabase();
    const queue = queueOn(database.write);
    const taken = queue.submit('a') ?? full();
    let isIdle = false;
    const idle = queue.idle().then(() => (isIdle = true));
    const group = await database.next();
    expect(isIdle).toBe(false);
    group.end();
    await Promise.all([taken, idle]);
    expect(isIdle).toBe(true);
  });
});
