import type { BlockRule } from '../../src/brand/engine/rule';
import type { BrandsView, RuleView } from '../../src/brand/catalogue/schema';
import type { CheckAnswer } from '../../server/services/brand/check-api';
import { wired } from '../../server/wire';
import { newsroom, type Newsroom } from './newsroom';
import { call, type Answer } from './staff';

interface Refused {
  readonly error: {
    readonly message: string;
    readonly details: { readonly code: string; readonly path?: string };
  };
}

/** Finds the word “open” in paragraphs; what it does else is the case of a test. */
const rule = (more: Partial<BlockRule> & Pick<BlockRule, 'id'>): BlockRule => ({
  kind: 'block',
  severity: 'warning',
  explanation: 'Opening hours stand on the page of the shop only, because they change.',
  examples: { fail: ['We are open from six.'], pass: ['We bake at night.'] },
  find: ({ text }) => {
    const start = text.indexOf('open');
    return start < 0
      ? []
      : [{ start, end: start + 4, message: 'Opening hours stand on the page of the shop.' }];
  },
  ...more,
});

describe('rules that others write', () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom('sqlite');
  });
  afterAll(() => room.app.stop());

  const save = (...patterns: object[]): Promise<Answer<BrandsView & Refused>> =>
    room.owner.call('PUT', '/presence/brand/brands', {
      brands: [{ key: 'main', name: 'Bakery', uids: [], locales: [], kit: { patterns } }],
    });
  const check = async (text: string): Promise<string[]> => {
    const answer = await call<CheckAnswer>(room.app, room.token, 'POST', '/api/presence/brand/check', {
      text,
    });
    expect(answer.status).toBe(200);
    return answer.body.findings.map(({ rule: id }) => id);
  };
  const viewOf = async (id: string): Promise<RuleView | undefined> => {
    await wired(room.app.strapi).catalogue.faults.idle();
    const { body } = await room.owner.call<RuleView[]>('GET', '/presence/brand/rules');
    return body.find((one) => one.id === id);
  };
  const notices = async (): Promise<string[]> =>
    (
      await room.owner.call<{ items: { code: string; message: string }[] }>(
        'GET',
        '/presence/notices?unread=true',
      )
    ).body.items
      .filter(({ code }) => code.startsWith('brand.rule-'))
      .map(({ message }) => message);
  const register = (input: unknown): void =>
    (room.app.strapi.plugin('presence').service('brand') as { register(rule: unknown): void }).register(
      input,
    );

  describe('as patterns', () => {
    it.each([
      ['(a+)+$', /text of \d+ characters is enough/],
      ['^(([a-z])+.)+[A-Z]([a-z])+$', /Each further character doubles the time/],
      ['(?:\\w+\\s?)+!', /Something that repeats stands inside/],
    ])('are refused where they may never end: %s', async (pattern, sentence) => {
      const { status, body } = await save({ key: 'slow', pattern, message: 'No.' });
      expect([status, body.error.details]).toMatchObject([
        400,
        { code: 'brand.pattern-too-slow', path: 'brands[0].kit.patterns[0].pattern' },
      ]);
      expect(body.error.message).toMatch(sentence);
    });

    it.each<[string, object, string, string]>([
      ['none', { pattern: '(open' }, 'brand.pattern-invalid', 'pattern'],
      [
        'not what its examples say',
        { pattern: 'shut', examples: { fail: ['We are open.'], pass: [] } },
        'brand.pattern-example',
        'examples.fail[0]',
      ],
      [
        'more than its examples say',
        { pattern: 'open', examples: { fail: [], pass: ['We are open.'] } },
        'brand.pattern-example',
        'examples.pass[0]',
      ],
    ])('are refused where they are %s', async (_, pattern, code, path) => {
      const { body } = await save({ key: 'hours', message: 'No.', ...pattern });
      expect(body.error.details).toMatchObject({ code, path: `brands[0].kit.patterns[0].${path}` });
    });

    it('find and replace', async () => {
      const saved = await save({
        key: 'hours',
        pattern: '(\\d+) ?h\\b',
        message: 'Write o’clock.',
        replacement: '$1 o’clock',
      });
      expect(saved.body.brands[0]?.kit.patterns[0]?.speed).toMatch(/linear|slow/);
      const { body } = await call<CheckAnswer>(room.app, room.token, 'POST', '/api/presence/brand/check', {
        text: 'From 6 h to 8h.',
      });
      expect(body.findings.map(({ quote, fix }) => [quote, fix?.replacement])).toEqual([
        ['6 h', '6 o’clock'],
        ['8h', '8 o’clock'],
      ]);
    });

    it('that are too slow for a text are stopped, switched off and named, and the admin goes on', async () => {
      const saved = await save({ key: 'greedy', pattern: '.*.*.*.*=.*', message: 'No.' });
      expect(saved.body.brands[0]?.kit.patterns[0]?.speed).toBe('slow');
      expect(await check('a = b')).toEqual(['pattern/greedy']);
      const began = performance.now();
      const long = 'x'.repeat(3_000);
      const [found, beside] = await Promise.all([
        check(long),
        room.owner.call('GET', '/presence/brand/brands'),
      ]);
      expect([found, beside.status]).toEqual([[], 200]);
      expect(performance.now() - began).toBeLessThan(5_000);
      expect(await viewOf('pattern/greedy')).toMatchObject({
        enabled: false,
        fault: { code: 'brand.rule-slow' },
      });
      expect(await notices()).toEqual([
        expect.stringContaining('“greedy” was stopped after 250 milliseconds'),
      ]);
      expect(await check('a = b')).toEqual([]);
    });

    it('get another try when they are changed, or switched on', async () => {
      await save({ key: 'greedy', pattern: '.*.*.*=.*', message: 'No.' });
      expect(await check('a = b')).toEqual(['pattern/greedy']);
      await save({ key: 'greedy', pattern: '.*.*.*.*=.*', message: 'No.' });
      expect(await check('a = b')).toEqual([]);
      await room.owner.call('PUT', `/presence/brand/rules/${encodeURIComponent('pattern/greedy')}`, {
        enabled: true,
      });
      expect(await check('a = b')).toEqual(['pattern/greedy']);
    });
  });

  describe('as code', () => {
    it('find what they look for, and are listed with what they say of themselves', async () => {
      register(rule({ id: 'app/opening-hours' }));
      expect(await check('We are open from six.')).toEqual(['app/opening-hours']);
      expect(await viewOf('app/opening-hours')).toMatchObject({
        source: 'app',
        enabled: true,
        explanation: expect.stringContaining('Opening hours'),
      });
    });

    it.each<[string, object, RegExp]>([
      ['another area’s id', rule({ id: 'brand.term/x' }), /id: Must begin with app\//],
      [
        'an id that is there',
        rule({ id: 'app/opening-hours' }),
        /has a rule with the id app\/opening-hours already/,
      ],
      ['no explanation', rule({ id: 'app/a', explanation: '' }), /explanation: Say in one sentence/],
      ['no function', { ...rule({ id: 'app/a' }), find: 'open' }, /find: Must be a function/],
      ['another kind', { ...rule({ id: 'app/a' }), kind: 'file' }, /kind: Must be “block”/],
      [
        'an example that it does not find',
        rule({ id: 'app/a', find: () => [] }),
        /finds nothing in its own example/,
      ],
      [
        'an example of what is right that it finds',
        rule({ id: 'app/a', examples: { fail: [], pass: ['Is it open?'] } }),
        /own example of what is right/,
      ],
    ])('are refused with %s', (_, input, sentence) => {
      expect(() => register(input)).toThrow(sentence);
    });

    it('that break are switched off and named, and the others go on', async () => {
      const find = () => {
        throw new Error('no such shop');
      };
      register(rule({ id: 'app/broken', examples: { fail: [], pass: [] }, find }));
      expect(await check('We are open from six.')).toEqual(['app/opening-hours']);
      expect(await viewOf('app/broken')).toMatchObject({
        enabled: false,
        fault: { code: 'brand.rule-failed', message: expect.stringContaining('no such shop') },
      });
      expect((await notices()).join()).toContain('app/broken broke');
    });

    it('that take too long are switched off after the second time', async () => {
      let looked = 0;
      const find = () => {
        looked += 1;
        for (const until = performance.now() + 300; performance.now() < until;);
        return [];
      };
      register(rule({ id: 'app/lazy', examples: { fail: [], pass: [] }, find }));
      await check('One block.');
      await check('Another block.');
      await check('A third block.');
      expect(looked).toBe(2);
      expect(await viewOf('app/lazy')).toMatchObject({ enabled: false, fault: { code: 'brand.rule-slow' } });
    });
  });
});
