import { z } from 'zod';
import { invalidRequest, pathText } from '../../../src/shared/issues';

describe('a refused request', () => {
  it.each<[PropertyKey[], string]>([
    [[], ''],
    [['zone'], 'zone'],
    [['governed', 0], 'governed[0]'],
    [['sites', 'pages', 'api::article.article'], 'sites.pages["api::article.article"]'],
    [[0, 'a'], '[0].a'],
  ])('%j is written %s', (path, text) => expect(pathText(path)).toBe(text));

  it('names every problem and leads with the first', () => {
    const { error } = z.object({ a: z.string(), b: z.object({ c: z.int() }) }).safeParse({ b: { c: 'x' } });
    if (!error) throw new Error('It was let through.');
    expect(invalidRequest(error)).toMatchObject({
      code: 'request.invalid',
      path: 'a',
      details: { problems: [{ path: 'a' }, { path: 'b.c' }] },
    });
  });
});
